package org.duebook.production;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door to production orders: proposed, stored, progressed, closed. */
@Service
public class Production {

    private static final String OPEN = "po.status in ('PLANNED', 'STARTED')";
    /** Numbers are drawn in order, so the length before the letters keeps PO-9 before PO-10. */
    private static final String BY_NUMBER = "order by length(po.number), po.number";

    private final ProductionOrders orders;
    private final ProductionOrderReader reader;
    private final FinishedRuns runs;
    private final ProposalStore proposals;
    private final ShopFloor shopFloor;
    private final Catalog catalog;
    private final Plant plant;
    private final Inventory inventory;
    private final ApplicationEventPublisher events;
    private volatile @Nullable MachinesByCentre machinesLately;

    Production(
            ProductionOrders orders,
            ProductionOrderReader reader,
            FinishedRuns runs,
            ProposalStore proposals,
            ShopFloor shopFloor,
            Catalog catalog,
            Plant plant,
            Inventory inventory,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.reader = reader;
        this.runs = runs;
        this.proposals = proposals;
        this.shopFloor = shopFloor;
        this.catalog = catalog;
        this.plant = plant;
        this.inventory = inventory;
        this.events = events;
    }

    /** The reference under which stock is reserved for an order line. */
    public static String reference(OrderLineId line) {
        return line.toString();
    }

    /**
     * Explodes a demand over bills of material; {@code freeStock} says what made items are free. Stores nothing.
     *
     * @throws IllegalArgumentException when the item cannot be made: no routing, no machine, a bill that contains itself
     */
    public Proposal propose(Demand demand, Function<ItemNumber, Quantity> freeStock) {
        return proposals(List.of(demand.item())).propose(demand, freeStock);
    }

    /** What it takes to make what is demanded, and what stands in the way. Stores nothing. */
    public Making making(Demand demand) {
        return proposals(List.of(demand.item())).making(demand);
    }

    /** Proposes for many demands on these items, reading bills, routings and machines once. */
    @Transactional(readOnly = true)
    public Proposals proposals(Collection<ItemNumber> items) {
        return new Proposals(catalog.structureOf(items), plant.machines());
    }

    /** Proposes by what was so a moment ago, for those who only ask. */
    @SuppressWarnings("ReferenceEquality") // another list is another reading
    public Proposals proposalsLately(ItemNumber item) {
        List<Machine> machines = plant.machinesLately();
        MachinesByCentre known = machinesLately;
        if (known == null || known.all != machines) {
            known = new MachinesByCentre(machines, Proposals.byCentre(machines));
            machinesLately = known;
        }
        return new Proposals(catalog.structureLately(item), known.byCentre);
    }

    private record MachinesByCentre(List<Machine> all, Map<WorkCentreCode, List<Machine>> byCentre) {}

    /**
     * Stores a proposal: draws numbers, reserves stock. Gives provisional → drawn number.
     *
     * @throws OptimisticLockingFailureException when stock it counts on was taken meanwhile; propose again
     */
    @Transactional
    public Map<ProductionOrderNumber, ProductionOrderNumber> store(Proposal proposal) {
        return proposals.store(proposal);
    }

    /** Stores proposals as {@link #store} does one, at the cost of a few statements; gives the numbers of each. */
    @Transactional
    public List<Map<ProductionOrderNumber, ProductionOrderNumber>> storeAll(List<Proposal> all) {
        return proposals.storeAll(all);
    }

    /**
     * Sets by when production of a line's release must end for its promise.
     *
     * @param buffer how long before that it must end by plan whatever is put before it
     */
    @Transactional
    public void setPromisedEnd(OrderLineId line, int release, Instant promisedEnd, Duration buffer) {
        orders.setPromisedEnd(line, release, promisedEnd, buffer);
    }

    @Transactional(readOnly = true)
    public Optional<ProductionOrder> find(ProductionOrderNumber number) {
        return reader.where("po.number = :number", Map.of("number", number.value()), "").stream()
                .findFirst();
    }

    /** Production orders by number, of one customer order or of all, after the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<ProductionOrder> list(@Nullable OrderNumber of, @Nullable ProductionOrderNumber after, int limit) {
        return reader.where(
                "(length(po.number), po.number) > (length(:after), :after) and (:all or po.order_number = :order)",
                Map.of(
                        "after",
                        after == null ? "" : after.value(),
                        "all",
                        of == null,
                        "order",
                        of == null ? "" : of.value(),
                        "limit",
                        limit),
                BY_NUMBER + " limit :limit");
    }

    /** How the latest finished operations of each work centre went, at most so many of each, the latest last. */
    @Transactional(readOnly = true)
    public List<FinishedRun> finishedRuns(Instant since, int each) {
        return runs.since(since, each);
    }

    /** Every open production order, by number. */
    @Transactional(readOnly = true)
    public List<ProductionOrder> open() {
        return reader.where(OPEN, Map.of(), BY_NUMBER);
    }

    /** Production orders of lines, top ones first; lines served from stock alone are absent. */
    @Transactional(readOnly = true)
    public Map<OrderLineId, List<ProductionOrder>> ofLines(Collection<OrderLineId> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> wanted = Map.of(
                "orders", lines.stream().map(line -> line.order().value()).toArray(String[]::new),
                "lines", lines.stream().map(OrderLineId::line).toArray(Integer[]::new));
        return reader
                .where(
                        "(po.order_number, po.order_line) in"
                                + " (select * from unnest(cast(:orders as text[]), cast(:lines as integer[])))",
                        wanted,
                        "order by po.parent nulls first, length(po.number), po.number")
                .stream()
                .collect(groupingBy(ProductionOrder::orderLine, LinkedHashMap::new, toList()));
    }

    /** Production orders of lines that make good what operations lost and are not done; lines without any are absent. */
    @Transactional(readOnly = true)
    public Map<OrderLineId, List<ProductionOrder>> madeAgain(Collection<OrderLineId> lines) {
        return ofLines(lines).values().stream()
                .flatMap(List::stream)
                .filter(order -> order.madeAgainFor() != null && order.status().isOpen())
                .collect(groupingBy(ProductionOrder::orderLine, LinkedHashMap::new, toList()));
    }

    /** Books what the shop floor says about an operation, or says why not. What it loses is made again. */
    @Transactional
    public ProgressOutcome report(ProgressReport report, Actor by) {
        if (!orders.lock(report.operation().productionOrder())) {
            return new ProgressOutcome.Unknown();
        }
        ProductionOrder order = find(report.operation().productionOrder()).orElseThrow();
        Optional<Operation> operation = operationOf(order, report.operation());
        if (operation.isEmpty()) {
            return new ProgressOutcome.Unknown();
        }
        ProgressOutcome outcome = shopFloor.book(order, operation.get(), report, by);
        return outcome instanceof ProgressOutcome.Booked
                ? new ProgressOutcome.Booked(find(order.number()).orElseThrow())
                : outcome;
    }

    /** Ends what is still open for a line (delivered in full, cancelled) and gives back its reservations. */
    @Transactional
    public void close(OrderLineId line, String reason, Actor by) {
        closeAll(List.of(line), reason, by);
    }

    /** The same for many lines. */
    @Transactional
    public void closeAll(Collection<OrderLineId> lines, String reason, Actor by) {
        if (lines.isEmpty()) {
            return;
        }
        Set<OrderLineId> closed = orders.close(lines, reason + ", by " + by);
        inventory.release(lines.stream().map(Production::reference).toList());
        closed.forEach(line -> events.publishEvent(new ProductionClosed(line)));
    }

    private static Optional<Operation> operationOf(ProductionOrder order, OperationId id) {
        return order.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }
}
