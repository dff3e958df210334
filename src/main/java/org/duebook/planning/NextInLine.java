package org.duebook.planning;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.production.MachineTime;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a plan misses next in line: each operation before all that would begin after it could. Others are pushed back
 * by its time; what waits for it keeps its place in line where it can. The times given only order the operations: each is
 * later than those of all that must come before it, so the order never contradicts itself.
 */
final class NextInLine {

    private final PlanState opened;
    private final Opening opening;
    private final Map<OperationId, PlacedOperation> before;
    private final Map<OperationId, Instant> material = new HashMap<>();
    private final Map<ProductionOrderNumber, ProductionOrder> missing;
    private final Map<OperationId, PlacedOperation> placed = new HashMap<>();

    private NextInLine(
            PlanState opened, Opening opening, Map<OperationId, PlacedOperation> before, List<MaterialPeg> pegs) {
        this.opened = opened;
        this.opening = opening;
        this.before = before;
        this.missing = opening.missing().stream().collect(toMap(ProductionOrder::number, Function.identity()));
        pegs.forEach(peg -> material.merge(peg.operation(), peg.available(), NextInLine::later));
    }

    /**
     * @param opened the state of what the opening left
     * @param before where operations stood before it was opened
     * @param pegs material of what is missing
     */
    static List<PlacedOperation> of(
            PlanState opened, Opening opening, Map<OperationId, PlacedOperation> before, List<MaterialPeg> pegs) {
        NextInLine line = new NextInLine(opened, opening, before, pegs);
        List<PlacedOperation> all = new ArrayList<>();
        for (ProductionOrder order : opening.missing()) {
            order.operations().forEach(operation -> all.add(line.place(order, operation)));
        }
        return all;
    }

    private PlacedOperation place(ProductionOrder order, Operation operation) {
        PlacedOperation known = placed.get(operation.id());
        if (known != null) {
            return known;
        }
        PlacedOperation stood = before.get(operation.id());
        Instant start = ready(order, operation);
        if (stood != null) {
            start = later(start, stood.start());
        }
        MachineTime on = machine(operation, stood);
        PlacedOperation result = new PlacedOperation(
                operation.id(),
                on == null ? null : on.machine(),
                start,
                start,
                end(operation, on, start),
                operation.setupState());
        placed.put(operation.id(), result);
        return result;
    }

    private Instant ready(ProductionOrder order, Operation operation) {
        Instant ready =
                later(order.releasedFrom(opened.model.facts.now()), material.getOrDefault(operation.id(), Instant.MIN));
        if (opening.freed().contains(operation.id())) {
            ready = later(ready, opened.readyFor(operation.id()));
        }
        Optional<Operation> earlier = order.operations().stream()
                .takeWhile(each -> !each.id().equals(operation.id()))
                .reduce((one, other) -> other);
        if (earlier.isPresent()) {
            ready = later(
                    ready, place(order, earlier.get()).end().plus(earlier.get().transfer()));
        }
        for (ProductionOrder part : missing.values()) {
            if (order.number().equals(part.parent())
                    && part.parentOperation() == operation.id().sequence()) {
                Operation last = part.operations().getLast();
                ready = later(ready, place(part, last).end().plus(last.transfer()));
            }
        }
        return ready;
    }

    /** Where it stood, else the machine that is quickest at it. */
    private static @Nullable MachineTime machine(Operation operation, @Nullable PlacedOperation stood) {
        MachineCode kept = stood == null ? null : stood.machine();
        return operation.machines().stream()
                .min(Comparator.comparing((MachineTime able) -> !able.machine().equals(kept))
                        .thenComparing(MachineTime::time)
                        .thenComparing(MachineTime::machine))
                .orElse(null);
    }

    private Instant end(Operation operation, @Nullable MachineTime on, Instant start) {
        if (on == null) {
            return operation.outside() == null ? start : start.plus(operation.outside());
        }
        WorkingTime calendar = opened.model.problem.calendar(opened.model.machine(on.machine()));
        int end = calendar.plus(
                opened.model.facts.minuteFrom(start), (int) on.time().toMinutes());
        return opened.model.at(end);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
