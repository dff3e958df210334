package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duebook.planning.futures.Step;
import org.duebook.planning.futures.Supply;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.jspecify.annotations.Nullable;

/** Production orders put on a board, at the places the journal gave them, that was read before there were any. */
final class Newcomers {

    private final PlanModel model;
    private final BoardDraft draft;
    private final LinePositions places;
    private final Map<OperationId, List<MaterialPeg>> material;
    private final Map<OperationId, Integer> indices = new HashMap<>();
    /** In the order of their indices. */
    private final List<Came> came = new ArrayList<>();

    /** An operation with what it waits for. */
    private record Came(
            int index, Operation operation, int minutes, Instant released, int earliest, List<Step.After> after) {}

    private Newcomers(PlanModel model, BoardDraft draft, LinePositions places, List<MaterialPeg> pegs) {
        this.model = model;
        this.draft = draft;
        this.places = places;
        this.material = pegs.stream().collect(groupingBy(MaterialPeg::operation));
    }

    /**
     * Puts them on a draft, where each keeps its promise from then on.
     *
     * @param rows where their operations stand
     * @param frozenUntil what begins before this minute gives way to nobody
     */
    static Newcomers put(
            PlanModel model,
            BoardDraft draft,
            LinePositions places,
            List<ProductionOrder> orders,
            List<PlanRow> rows,
            List<MaterialPeg> pegs,
            int frozenUntil) {
        Newcomers newcomers = new Newcomers(model, draft, places, pegs);
        newcomers.put(orders, rows);
        newcomers.promise(orders);
        newcomers.indices.values().stream()
                .filter(o -> draft.start(o) < frozenUntil)
                .forEach(draft::stay);
        draft.settle();
        return newcomers;
    }

    /** Their operations' indices on the board. */
    Map<OperationId, Integer> indices() {
        return indices;
    }

    /** As steps of futures that have the numbers of the board, on which they stand by now. */
    List<Step> steps(Board board) {
        return came.stream().map(each -> step(each, board)).toList();
    }

    private Step step(Came each, Board board) {
        return new Step(
                PlanFutures.key(each.operation.id()),
                Math.max(-1, board.machine(each.index)),
                board.previous(each.index),
                each.after,
                each.minutes,
                board.setup(each.index),
                each.earliest,
                supply(each));
    }

    private @Nullable Supply supply(Came each) {
        return material.getOrDefault(each.operation.id(), List.of()).stream()
                .filter(peg -> peg.source() != MaterialPeg.Source.STOCK
                        && peg.available().isAfter(model.facts.now()))
                .max(Comparator.comparing(MaterialPeg::available))
                .map(peg -> PlanFutures.supply(model, peg, each.earliest, each.released))
                .orElse(null);
    }

    private void put(List<ProductionOrder> orders, List<PlanRow> rows) {
        Map<OperationId, Operation> operations = orders.stream()
                .flatMap(order -> order.operations().stream())
                .collect(toMap(Operation::id, Function.identity()));
        Map<ProductionOrderNumber, ProductionOrder> byNumber =
                orders.stream().collect(toMap(ProductionOrder::number, Function.identity()));
        rows.stream().sorted(Comparator.comparing(PlanRow::position)).forEach(row -> {
            Operation operation = operations.get(row.placed().operation());
            ProductionOrder order =
                    operation == null ? null : byNumber.get(operation.id().productionOrder());
            if (operation != null && order != null) {
                put(order, operation, row);
            }
        });
        for (ProductionOrder order : orders) {
            join(order);
        }
        draft.settle();
    }

    private void put(ProductionOrder order, Operation operation, PlanRow row) {
        Instant released = order.releasedFrom(model.facts.now());
        int earliest = earliest(released, operation.id());
        MachineCode on = row.placed().machine();
        int minutes = on == null ? outsideMinutes(operation) : minutes(operation, on);
        int o;
        if (on == null) {
            o = draft.putOutside(minutes, earliest);
        } else {
            int machine = model.machine(on);
            o = draft.put(
                    machine,
                    places.behind(draft, machine, row.position()),
                    minutes,
                    model.states.number(operation.setupState()),
                    earliest);
        }
        places.set(o, row.position());
        indices.put(operation.id(), o);
        came.add(new Came(o, operation, minutes, released, earliest, new ArrayList<>()));
    }

    private static int outsideMinutes(Operation operation) {
        return operation.outside() == null ? 0 : (int) operation.outside().toMinutes();
    }

    private static int minutes(Operation operation, MachineCode on) {
        return operation.machines().stream()
                .filter(able -> able.machine().equals(on))
                .mapToInt(able -> (int) able.time().toMinutes())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(operation.id() + " stands on " + on + ", which cannot do it"));
    }

    private int earliest(Instant released, OperationId operation) {
        Instant earliest = released;
        for (MaterialPeg peg : material.getOrDefault(operation, List.of())) {
            earliest = peg.available().isAfter(earliest) ? peg.available() : earliest;
        }
        return model.facts.minuteFrom(earliest);
    }

    private void join(ProductionOrder order) {
        List<Operation> operations = order.operations();
        for (int i = 1; i < operations.size(); i++) {
            join(operations.get(i - 1), operations.get(i).id());
        }
        if (order.parent() != null && !operations.isEmpty()) {
            join(operations.getLast(), new OperationId(order.parent(), order.parentOperation()));
        }
    }

    private void join(Operation before, OperationId after) {
        Integer from = indices.get(before.id());
        Integer to = indices.get(after);
        if (from != null && to != null) {
            int lag = (int) before.transfer().toMinutes();
            draft.join(from, to, lag);
            came.get(to - came.getFirst().index).after.add(new Step.After(from, lag));
        }
    }

    private void promise(List<ProductionOrder> orders) {
        for (ProductionOrder order : orders) {
            if (order.parent() == null && !order.operations().isEmpty()) {
                Integer last = indices.get(order.operations().getLast().id());
                if (last != null) {
                    draft.promise(last, model.facts.minute(order.givesWayUntil()));
                }
            }
        }
    }
}
