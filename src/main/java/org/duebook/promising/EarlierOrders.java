package org.duebook.promising;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.EntryOutcome;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.planning.JournalEntry;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.planning.Slot;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.Proposal;
import org.duebook.production.Proposals;
import org.duebook.promising.PromiseStore.Dated;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes many orders of another system at the cost of a few statements: dates it gave carry over as first promises, what
 * it delivered is not produced again. Each order is decided, fitted and served from stock as if it came by itself after
 * the one before it. The caller's transaction holds the plan's head row.
 */
@Component
class EarlierOrders {

    private final Planning planning;
    private final Orders orders;
    private final Production production;
    private final Acceptance acceptance;
    private final PromiseStore promises;
    private final DeliveryTimes times;
    private final WorkInOrder work;
    private final Inventory inventory;
    private final Catalog catalog;
    private final Clock clock;

    EarlierOrders(
            Planning planning,
            Orders orders,
            Production production,
            Acceptance acceptance,
            PromiseStore promises,
            DeliveryTimes times,
            WorkInOrder work,
            Inventory inventory,
            Catalog catalog,
            Clock clock) {
        this.planning = planning;
        this.orders = orders;
        this.production = production;
        this.acceptance = acceptance;
        this.promises = promises;
        this.times = times;
        this.work = work;
        this.inventory = inventory;
        this.catalog = catalog;
        this.clock = clock;
    }

    List<EntryOutcome> enter(List<OrderBefore> earlier, Actor by) {
        Set<ItemNumber> items = earlier.stream()
                .flatMap(order -> order.draft().lines().stream())
                .map(OrderDraft.Line::item)
                .collect(Collectors.toSet());
        Proposals proposals = production.proposals(items);
        Map<ItemNumber, Item> known = catalog.findAll(items);
        Map<OrderBefore, EntryOutcome> outcomes = new LinkedHashMap<>();
        List<OrderBefore> workable = new ArrayList<>();
        for (OrderBefore order : earlier) {
            OrderStatus standing = order.carried().standing();
            boolean over = standing == OrderStatus.REJECTED || standing == OrderStatus.CANCELLED;
            List<Fault> faults = over ? List.of() : work.faults(order.draft(), known, proposals);
            if (faults.isEmpty()) {
                workable.add(order);
            } else {
                outcomes.put(order, new EntryOutcome.Refused(faults));
            }
        }
        List<EntryOutcome> entered = orders.enterCarriedOver(
                workable.stream().map(OrderBefore::carried).toList(), by);
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            outcomes.put(workable.get(i), entered.get(i));
            if (entered.get(i) instanceof EntryOutcome.Taken each) {
                taken.add(new Taken(workable.get(i), each));
            }
        }
        accept(taken, proposals, by);
        return earlier.stream().map(outcomes::get).toList();
    }

    private record Taken(OrderBefore earlier, EntryOutcome.Taken entered) {

        CustomerOrder order() {
            return entered.order();
        }
    }

    /** One release that is produced: what it asks for and by when it was promised, if it was. */
    private record Owed(
            CustomerOrder order,
            OwedRelease release,
            DeliveryTime time,
            @Nullable LocalDate promised) {

        Demand demand() {
            return release.demand(order.number(), time, order.priority());
        }

        Optional<Dated> dated() {
            return Optional.ofNullable(promised)
                    .map(date -> new Dated(release.lineOf(order.number()), release.release(), date));
        }

        Proposal promised(Proposal proposal) {
            return promised == null ? proposal : proposal.promisedBy(time.latestEnd(promised), Duration.ZERO);
        }
    }

    private void accept(List<Taken> taken, Proposals proposals, Actor by) {
        promises.carryOver(taken.stream()
                .collect(Collectors.toMap(
                        each -> each.order().number(), each -> each.earlier().lines())));
        List<CustomerOrder> fresh = new ArrayList<>();
        Map<OrderNumber, OrderBefore> earlier = new HashMap<>();
        for (Taken each : taken) {
            if (each.entered().saved() == Saved.CREATED && each.order().status().isOpen()) {
                fresh.add(each.order());
                earlier.put(each.order().number(), each.earlier());
            }
        }
        acceptKnown(taken, by);
        Function<CustomerOrder, DeliveryTime> time = times.ofMany(fresh);
        List<Owed> owed = fresh.stream()
                .flatMap(order ->
                        owed(order, Objects.requireNonNull(earlier.get(order.number())), time.apply(order)).stream())
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        promises.accept(
                owed.stream()
                        .map(each -> new AcceptedRelease(
                                each.order().number(),
                                each.release(),
                                each.time().transitDays()))
                        .toList(),
                now);
        produce(owed.stream().filter(each -> !each.release().isDelivered()).toList(), proposals, by);
        promises.promiseFirst(
                owed.stream().flatMap(each -> each.dated().stream()).toList(), Acceptance.CARRIED_OVER, by, now);
    }

    /** An order that was here already has its production, unless it was accepted in a way of its own. */
    private void acceptKnown(List<Taken> taken, Actor by) {
        List<CustomerOrder> known = taken.stream()
                .filter(each -> each.entered().saved() == Saved.UNCHANGED)
                .map(Taken::order)
                .filter(order -> order.status().isOpen())
                .toList();
        Set<OrderNumber> accepted =
                promises.accepted(known.stream().map(CustomerOrder::number).toList());
        known.stream()
                .filter(order -> !accepted.contains(order.number()))
                .forEach(order -> acceptance.accept(order, by));
    }

    /** What is owed of an order, earliest first, with the date each release was promised for. */
    private static List<Owed> owed(CustomerOrder order, OrderBefore earlier, DeliveryTime time) {
        List<OwedRelease> releases = OwedRelease.of(order, earlier.delivered());
        Map<OwedRelease, LocalDate> dates = new HashMap<>();
        earlier.lines().forEach(line -> dates.putAll(line.dates(releases)));
        return releases.stream()
                .map(release -> new Owed(order, release, time, dates.get(release)))
                .toList();
    }

    private void produce(List<Owed> owed, Proposals proposals, Actor by) {
        Optional<PlanSnapshot> plan = owed.isEmpty() ? Optional.empty() : planning.lockedSnapshot();
        if (plan.isPresent()) {
            fit(owed, plan.get(), by);
        } else {
            production.storeAll(fromStockAndMade(owed, proposals));
        }
    }

    private List<Proposal> fromStockAndMade(List<Owed> owed, Proposals proposals) {
        Map<ItemNumber, Quantity> free = new HashMap<>();
        inventory.stockOf(proposals.items()).forEach((item, stock) -> free.put(item, stock.free()));
        List<Proposal> proposed = new ArrayList<>(owed.size());
        for (Owed each : owed) {
            Proposal proposal =
                    proposals.propose(each.demand(), item -> free.getOrDefault(item, Quantity.zero(Unit.PIECES)));
            proposal.fromStock()
                    .forEach((item, used) -> free.computeIfPresent(item, (key, there) -> there.minusUpTo(used)));
            proposed.add(each.promised(proposal));
        }
        return proposed;
    }

    /** Finds all a place in the plan, one after another, and tells the journal order by order. */
    private void fit(List<Owed> owed, PlanSnapshot plan, Actor by) {
        List<Placement> placements = plan.place(owed.stream().map(Owed::demand).toList());
        List<Proposal> proposals = new ArrayList<>(owed.size());
        for (int i = 0; i < owed.size(); i++) {
            proposals.add(owed.get(i).promised(placements.get(i).proposal()));
        }
        List<Map<ProductionOrderNumber, ProductionOrderNumber>> numbers = production.storeAll(proposals);
        Map<OrderNumber, List<Slot>> slots = new LinkedHashMap<>();
        Map<OrderNumber, List<MaterialPeg>> pegs = new HashMap<>();
        for (int i = 0; i < owed.size(); i++) {
            OrderNumber order = owed.get(i).order().number();
            slots.computeIfAbsent(order, key -> new ArrayList<>())
                    .addAll(Renumbering.slots(placements.get(i), numbers.get(i)));
            pegs.computeIfAbsent(order, key -> new ArrayList<>())
                    .addAll(Renumbering.pegs(placements.get(i), numbers.get(i)));
        }
        planning.appendPromised(
                slots.entrySet().stream()
                        .map(each -> new JournalEntry.Promised(
                                each.getKey().value(), each.getValue(), pegs.getOrDefault(each.getKey(), List.of())))
                        .toList(),
                by);
    }
}
