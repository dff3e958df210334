package org.duebook.promising;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.StockOnHand;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.planning.JournalEntry;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.Outlook;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.planning.ReleaseOutlook;
import org.duebook.planning.Slot;
import org.duebook.production.Production;
import org.duebook.production.Proposal;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns an accepted order into production orders and promises, once. The caller's transaction holds
 * the plan's head row.
 */
@Component
class Acceptance {

    static final String CARRIED_OVER = "carried over";

    private final Planning planning;
    private final Production production;
    private final PromiseStore promises;
    private final DeliveryTimes times;
    private final Inventory inventory;
    private final Catalog catalog;
    private final Clock clock;

    Acceptance(
            Planning planning,
            Production production,
            PromiseStore promises,
            DeliveryTimes times,
            Inventory inventory,
            Catalog catalog,
            Clock clock) {
        this.planning = planning;
        this.production = production;
        this.promises = promises;
        this.times = times;
        this.inventory = inventory;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Fits an order that has just been accepted into the plan, or, while none is published, stores its production only.
     * An order that has its production already stays as it is.
     */
    void accept(CustomerOrder order, Actor by) {
        if (!order.status().isOpen() || promises.isAccepted(order.number())) {
            return;
        }
        DeliveryTime time = times.of(order);
        Map<Integer, CarriedOver> carried = promises.carriedOver(order.number());
        List<OwedRelease> owed = OwedRelease.of(order, delivered(order, carried));
        promises.accept(order.number(), owed, time.transitDays(), now());
        Optional<PlanSnapshot> plan = planning.lockedSnapshot();
        if (plan.isPresent()) {
            List<FittedRelease> fitted = FittedRelease.fit(
                    plan.get(), order.number(), owed, time, times.usualConfidence(), order.priority(), now());
            book(order.number(), fitted, by);
            if (carried.isEmpty()) {
                fitted.forEach(release -> promise(order.number(), release.given(), time, by));
            }
        } else {
            owed.stream()
                    .filter(release -> !release.isDelivered())
                    .map(release -> release.demand(order.number(), time, order.priority()))
                    .forEach(demand -> production.store(production.propose(demand, this::freeStock)));
        }
        carried.values().forEach(line -> promiseAsCarried(order.number(), line, owed, time, by));
    }

    /** Binds an order that was quoted where it was just placed, at the dates given. An order that is bound already stays as it is. */
    void bind(CustomerOrder order, List<GivenRelease> given, Actor by) {
        if (promises.isAccepted(order.number())) {
            return;
        }
        DeliveryTime time = times.of(order);
        promises.accept(order.number(), given.stream().map(GivenRelease::owed).toList(), time.transitDays(), now());
        book(order.number(), given.stream().map(GivenRelease::fitted).toList(), by);
        given.forEach(release -> promise(order.number(), release, time, by));
    }

    private void promise(OrderNumber order, GivenRelease given, DeliveryTime time, Actor by) {
        promise(order, given.owed(), given.date(), given.assurance(), given.reason(), time, by);
    }

    /**
     * Gives a release its next date and production its due end.
     *
     * @param assurance how sure that date is; null where nobody asked
     */
    void promise(
            OrderNumber order,
            OwedRelease owed,
            LocalDate date,
            @Nullable Assurance assurance,
            String reason,
            DeliveryTime time,
            Actor by) {
        OrderLineId line = owed.lineOf(order);
        promises.promise(line, owed.release(), date, assurance, reason, by, now());
        Instant due = time.latestEnd(date);
        production.setPromisedEnd(
                line, owed.release(), due, assurance == null ? Duration.ZERO : assurance.keptBack(due, now()));
    }

    /** Gives a promised release another date, as sure as the plan has it, production another end, and tells the journal. */
    void revise(ReleaseId release, LocalDate date, String reason, DeliveryTime time, Actor by) {
        Instant end = time.latestEnd(date);
        Outlook outlook =
                planning.lockedSnapshot().map(plan -> plan.outlooks(List.of(release.line()))).orElse(List.of()).stream()
                        .filter(each -> each.release() == release.release())
                        .map(ReleaseOutlook::outlook)
                        .findFirst()
                        .orElseGet(() -> Outlook.certain(clock.instant()));
        Assurance assurance = Assurance.of(outlook, times.usualConfidence(), end);
        promises.promise(release.line(), release.release(), date, assurance, reason, by, now());
        production.setPromisedEnd(release.line(), release.release(), end, assurance.buffer());
        planning.append(new JournalEntry.Repromised(release.line(), release.release(), end), by);
    }

    /** Stores what was placed and tells the journal, under the numbers that were drawn. */
    private void book(OrderNumber order, List<FittedRelease> fitted, Actor by) {
        if (fitted.isEmpty()) {
            return;
        }
        List<Slot> slots = new ArrayList<>();
        List<MaterialPeg> pegs = new ArrayList<>();
        for (FittedRelease release : fitted) {
            Placement placement = release.placement();
            Proposal proposal = Renumbering.forOrder(placement.proposal(), order);
            Map<ProductionOrderNumber, ProductionOrderNumber> numbers = production.store(proposal);
            slots.addAll(Renumbering.slots(placement, numbers));
            pegs.addAll(Renumbering.pegs(placement, numbers));
        }
        planning.append(new JournalEntry.Promised(order.value(), slots, pegs), by);
    }

    private void promiseAsCarried(
            OrderNumber order, CarriedOver line, List<OwedRelease> owed, DeliveryTime time, Actor by) {
        line.dates(owed)
                .forEach((release, promised) -> promise(order, release, promised, null, CARRIED_OVER, time, by));
    }

    private Quantity freeStock(ItemNumber item) {
        return inventory
                .stock(item)
                .map(StockOnHand::free)
                .orElseGet(
                        () -> Quantity.zero(catalog.find(item).map(Item::unit).orElse(Unit.PIECES)));
    }

    private static Map<Integer, Quantity> delivered(CustomerOrder order, Map<Integer, CarriedOver> carried) {
        Map<Integer, Quantity> delivered = new HashMap<>();
        for (OrderLine line : order.lines()) {
            CarriedOver known = carried.get(line.id().line());
            if (known != null && known.delivered() != null) {
                delivered.put(
                        line.id().line(),
                        Quantity.of(known.delivered(), line.quantity().unit()));
            }
        }
        return delivered;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
