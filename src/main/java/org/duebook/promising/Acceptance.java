package org.duebook.promising;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.Placement;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.production.Production;
import org.duebook.production.Proposal;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.springframework.stereotype.Component;

/**
 * Turns an accepted order into production orders and promises, once. The caller's transaction holds
 * the plan's head row.
 */
@Component
class Acceptance {

    static final String CARRIED_OVER = "carried over";
    static final String AS_QUOTED = "as quoted";
    static final String REQUEST_KEPT = "requested date kept";
    static final String EARLIEST = "earliest day the plan allows";

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
            List<FittedRelease> fitted =
                    FittedRelease.fit(plan.get(), order.number(), owed, time, order.priority(), now());
            book(order.number(), fitted.stream().map(FittedRelease::placement).toList(), by);
            if (carried.isEmpty()) {
                fitted.forEach(
                        release -> promise(order.number(), release.owed(), release.date(), reason(release), time, by));
            }
        } else {
            owed.stream()
                    .filter(release -> !release.isDelivered())
                    .map(release -> release.demand(order.number(), time, order.priority()))
                    .forEach(demand -> production.store(production.propose(demand, this::freeStock)));
        }
        carried.values().forEach(line -> promiseAsCarried(order.number(), line, owed, time, by));
    }

    /** Binds an order that was quoted: where it is placed, at the dates it was quoted. */
    void bind(CustomerOrder order, List<DatedRelease> quoted, Actor by) {
        if (promises.isAccepted(order.number())) {
            return;
        }
        DeliveryTime time = times.of(order);
        promises.accept(order.number(), quoted.stream().map(DatedRelease::owed).toList(), time.transitDays(), now());
        book(order.number(), quoted.stream().map(DatedRelease::placed).toList(), by);
        quoted.forEach(release -> promise(order.number(), release.owed(), release.date(), AS_QUOTED, time, by));
    }

    /** Gives a release its next date and production its due end. */
    void promise(OrderNumber order, OwedRelease owed, LocalDate date, String reason, DeliveryTime time, Actor by) {
        OrderLineId line = owed.lineOf(order);
        promises.promise(line, owed.release(), date, reason, by, now());
        production.setPromisedEnd(line, owed.release(), time.latestEnd(date));
    }

    /** Stores what was placed and tells the journal, under the numbers that were drawn. */
    private void book(OrderNumber order, List<Placement> placements, Actor by) {
        if (placements.isEmpty()) {
            return;
        }
        List<PlacedOperation> operations = new ArrayList<>();
        List<MaterialPeg> pegs = new ArrayList<>();
        for (Placement placement : placements) {
            Proposal proposal = Renumbering.forOrder(placement.proposal(), order);
            Map<ProductionOrderNumber, ProductionOrderNumber> numbers = production.store(proposal);
            operations.addAll(Renumbering.operations(placement, numbers));
            pegs.addAll(Renumbering.pegs(placement, numbers));
        }
        planning.append(new JournalEntry.Promised(order.value(), operations, pegs), by);
    }

    /** What another system promised holds for the line's last release; earlier ones keep their day when it is before. */
    private void promiseAsCarried(
            OrderNumber order, CarriedOver line, List<OwedRelease> owed, DeliveryTime time, Actor by) {
        LocalDate date = line.promised();
        if (date == null) {
            return;
        }
        List<OwedRelease> releases = owed.stream()
                .filter(release -> release.line() == line.line())
                .sorted(Comparator.comparing(OwedRelease::requested))
                .toList();
        for (OwedRelease release : releases) {
            boolean last = release.equals(releases.getLast());
            boolean before = release.requested().isBefore(date);
            promise(order, release, last || !before ? date : release.requested(), CARRIED_OVER, time, by);
        }
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

    private static String reason(FittedRelease release) {
        return release.earliest().isAfter(release.owed().requested()) ? EARLIEST : REQUEST_KEPT;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
