package org.duebook.production;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.LotSize;
import org.duebook.catalog.ProductStructure;
import org.duebook.catalog.RoutingStep;
import org.duebook.plant.Machine;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/**
 * Turns one demand into production orders over the bill of material. What is free in stock is taken first, at every
 * level; the rest is made, in lots no larger than the item's maximum, or bought where it has no routing. Provisional numbers are {@code NEW-1, NEW-2 …}.
 */
final class Explosion {

    /** Deeper than any bill of material a plant keeps; a bill that contains itself ends here with a clear word. */
    private static final int DEEPEST = 30;

    /** More than a line is ever made in; a lot maximum that makes more is a slip. */
    private static final int MOST_ORDERS = 1000;

    /** Longer than anything that is ever planned, and still a duration. */
    private static final double MOST_MINUTES = 1e12;

    private final ProductStructure structure;
    private final Map<WorkCentreCode, List<Machine>> machines;
    private final Function<ItemNumber, Quantity> freeStock;
    private final Demand demand;
    private final Map<ItemNumber, Quantity> taken = new HashMap<>();
    private final List<ProductionOrder> made = new ArrayList<>();
    private final List<Fault> obstacles = new ArrayList<>();
    private int drawn;

    private Explosion(
            ProductStructure structure,
            Map<WorkCentreCode, List<Machine>> machines,
            Function<ItemNumber, Quantity> freeStock,
            Demand demand) {
        this.structure = structure;
        this.machines = machines;
        this.freeStock = freeStock;
        this.demand = demand;
    }

    static Proposal of(
            Demand demand,
            ProductStructure structure,
            Map<WorkCentreCode, List<Machine>> machines,
            Function<ItemNumber, Quantity> freeStock) {
        Explosion explosion = exploded(demand, structure, machines, freeStock);
        if (!explosion.obstacles.isEmpty()) {
            throw new IllegalArgumentException(explosion.obstacles.toString());
        }
        return new Proposal(demand, explosion.made, explosion.taken);
    }

    /** The same without stock, and with what stands in its way as values. */
    static Making making(Demand demand, ProductStructure structure, Map<WorkCentreCode, List<Machine>> machines) {
        Explosion explosion = exploded(
                demand,
                structure,
                machines,
                item -> Quantity.zero(demand.quantity().unit()));
        double minutes = explosion.made.stream()
                .flatMap(order -> order.operations().stream())
                .mapToLong(operation -> operation.machines().stream()
                        .mapToLong(able -> able.time().toMinutes())
                        .min()
                        .orElse(0))
                .asDoubleStream()
                .sum();
        return new Making(minutes / 60, List.copyOf(explosion.obstacles));
    }

    private static Explosion exploded(
            Demand demand,
            ProductStructure structure,
            Map<WorkCentreCode, List<Machine>> machines,
            Function<ItemNumber, Quantity> freeStock) {
        Explosion explosion = new Explosion(structure, machines, freeStock, demand);
        Quantity rest = explosion.takeFromStock(demand.item(), demand.quantity());
        if (!rest.isZero()) {
            explosion.makeInLots(demand.item(), rest, null, 0, 1);
        }
        return explosion;
    }

    /** Takes what is free and says what is left to be made or bought. */
    private Quantity takeFromStock(ItemNumber item, Quantity wanted) {
        Quantity before = taken.getOrDefault(item, Quantity.zero(wanted.unit()));
        Quantity free = freeStock.apply(item);
        if (free.isZero()) {
            return wanted;
        }
        Quantity use = wanted.min(free.minusUpTo(before));
        if (!use.isZero()) {
            taken.put(item, before.plus(use));
        }
        return wanted.minus(use);
    }

    /** A quantity above the item's lot maximum is made as several production orders. */
    private void makeInLots(
            ItemNumber item,
            Quantity quantity,
            @Nullable ProductionOrderNumber parent,
            int parentOperation,
            int depth) {
        LotSize size = structure.lotSize(item);
        if (made.size() + size.count(quantity) > MOST_ORDERS) {
            obstacle(
                    quantity + " of " + item,
                    "no more than " + MOST_ORDERS + " production orders for one order line",
                    "raise the lot maximum of " + item + " or order less");
            return;
        }
        size.split(quantity).forEach(lot -> make(item, lot, parent, parentOperation, depth));
    }

    private void make(
            ItemNumber item,
            Quantity quantity,
            @Nullable ProductionOrderNumber parent,
            int parentOperation,
            int depth) {
        List<RoutingStep> routing = structure.routing(item);
        if (routing.isEmpty()) {
            obstacle(item.value(), "an item with a routing", "put a routing for it into the catalogue");
            return;
        }
        if (depth > DEEPEST) {
            obstacle(
                    item.value(),
                    "a bill of material of at most " + DEEPEST + " levels",
                    "take the item out of its own bill of material");
            return;
        }
        ProductionOrderNumber number = new ProductionOrderNumber("NEW-" + ++drawn);
        int place = made.size();
        List<MaterialNeed> materials = new ArrayList<>();
        List<Component> children = new ArrayList<>();
        for (BillLine line : structure.bill(item)) {
            need(line, quantity, routing, materials, children);
        }
        made.add(
                place,
                new ProductionOrder(
                        number,
                        item,
                        quantity,
                        demand.orderLine(),
                        demand.release(),
                        parent,
                        parentOperation,
                        ProductionOrder.Status.PLANNED,
                        null,
                        Duration.ZERO,
                        demand.requestedEnd(),
                        demand.priority(),
                        demand.notBefore(),
                        routing.stream()
                                .map(step -> operation(number, step, quantity))
                                .toList(),
                        materials,
                        null));
        children.forEach(child -> makeInLots(child.item(), child.quantity(), number, child.operation(), depth + 1));
    }

    private void need(
            BillLine line,
            Quantity quantity,
            List<RoutingStep> routing,
            List<MaterialNeed> materials,
            List<Component> children) {
        int operation = routing.stream().anyMatch(step -> step.sequence() == line.operation())
                ? line.operation()
                : routing.getFirst().sequence();
        Quantity wanted = line.perUnit().times(quantity.amount());
        if (structure.routing(line.component()).isEmpty()) {
            materials.add(new MaterialNeed(operation, line.component(), wanted, false));
            return;
        }
        Quantity rest = takeFromStock(line.component(), wanted);
        if (rest.compareTo(wanted) < 0) {
            materials.add(new MaterialNeed(operation, line.component(), wanted.minus(rest), true));
        }
        if (!rest.isZero()) {
            children.add(new Component(line.component(), rest, operation));
        }
    }

    private Operation operation(ProductionOrderNumber number, RoutingStep step, Quantity quantity) {
        RoutingStep.Outside outside = step.outside();
        return new Operation(
                new OperationId(number, step.sequence()),
                step.name(),
                step.workCentre(),
                step.setupState(),
                outside == null ? machineTimes(step, quantity) : List.of(),
                outside == null ? null : Duration.ofDays(outside.days()),
                step.transfer(),
                OperationStatus.PLANNED,
                Quantity.zero(quantity.unit()),
                Quantity.zero(quantity.unit()),
                null,
                null,
                null);
    }

    private List<MachineTime> machineTimes(RoutingStep step, Quantity quantity) {
        List<RoutingStep.Alternate> able = step.alternates().isEmpty()
                ? machines.getOrDefault(step.workCentre(), List.of()).stream()
                        .map(machine -> new RoutingStep.Alternate(machine.code(), 1.0))
                        .toList()
                : step.alternates();
        if (able.isEmpty()) {
            obstacle(
                    "work centre " + step.workCentre() + " without a machine",
                    "a machine for '" + step.name() + "'",
                    "put one into the plant or name an alternate in the routing");
        }
        double seconds = step.runPerBatch().toMillis() / 1000.0 * step.batches(quantity)
                + step.runPerUnit().toMillis() / 1000.0 * quantity.amount().doubleValue();
        return able.stream()
                .map(alternate -> time(alternate.machine(), seconds * alternate.timeFactor()))
                .toList();
    }

    private static MachineTime time(MachineCode machine, double seconds) {
        double minutes = Math.clamp(Math.ceil(seconds / 60 - 1e-9), 1, MOST_MINUTES);
        return new MachineTime(machine, Duration.ofMinutes((long) minutes));
    }

    private void obstacle(String found, String wanted, String cure) {
        obstacles.add(new Fault("item", found, wanted, cure));
    }

    private record Component(ItemNumber item, Quantity quantity, int operation) {}
}
