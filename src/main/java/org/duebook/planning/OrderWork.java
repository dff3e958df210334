package org.duebook.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.duebook.planning.timeline.Board;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;

/**
 * Which order lines the operations of a board are for, those that quotes hold are for none; and what all of them take.
 * Immutable.
 *
 * @param model the plan's operations, by their indices
 * @param added those that came on the board later
 */
record OrderWork(PlanModel model, List<Step> added, PlanPegs pegs) {

    /**
     * An operation for a release of an order line.
     *
     * @param order of which it is a step
     * @param last whether the release is done when this and others like it are
     */
    record Step(int operation, ProductionOrder order, boolean last) {

        OrderLineId line() {
            return order.orderLine();
        }

        int release() {
            return order.release();
        }

        /** By when the release must be made. */
        Instant due() {
            return order.due();
        }
    }

    OrderWork {
        added = List.copyOf(added);
    }

    /** The same with orders that came on the board at these indices, and what came to be taken. */
    OrderWork with(Collection<ProductionOrder> orders, Map<OperationId, Integer> indices, PlanPegs taken) {
        List<Step> all = new ArrayList<>(added);
        for (ProductionOrder order : orders) {
            for (Operation operation : order.operations()) {
                Integer index = indices.get(operation.id());
                if (index != null && !Holds.isHeld(order.number())) {
                    all.add(step(index, order, operation));
                }
            }
        }
        return new OrderWork(model, all, taken);
    }

    /** The same where something else is taken. */
    OrderWork taking(PlanPegs others) {
        return new OrderWork(model, added, others);
    }

    private static Step step(int index, ProductionOrder order, Operation operation) {
        boolean last =
                order.parent() == null && order.operations().getLast().id().equals(operation.id());
        return new Step(index, order, last);
    }

    /** The lines of lower priority that have work on a machine which may still give way. */
    Set<OrderLineId> lowerOn(Board board, int machine, int priority, IntPredicate stays) {
        Set<OrderLineId> lines = new LinkedHashSet<>();
        for (int o : board.row(machine)) {
            if (o < model.operations.size() && !stays.test(o)) {
                ProductionOrder order = model.orderOf(model.operations.get(o).id());
                if (order.priority() > priority && !Holds.isHeld(order.number())) {
                    lines.add(order.orderLine());
                }
            }
        }
        added.stream()
                .filter(step -> step.order.priority() > priority
                        && board.machine(step.operation) == machine
                        && !stays.test(step.operation))
                .forEach(step -> lines.add(step.line()));
        return lines;
    }

    /** The lines that have work on the board. */
    Set<OrderLineId> lines(Board board) {
        Set<OrderLineId> lines = new LinkedHashSet<>();
        lastOf(board, line -> true).forEach(step -> lines.add(step.line()));
        return lines;
    }

    /** @param end when an operation ends */
    List<ReleaseEnd> ends(Board board, Collection<OrderLineId> lines, IntUnaryOperator end) {
        record Release(OrderLineId line, int release) {}
        Map<Release, ReleaseEnd> ends = new LinkedHashMap<>();
        for (Step step : lastOf(board, lines)) {
            ends.merge(
                    new Release(step.line(), step.release()),
                    new ReleaseEnd(step.line(), step.release(), step.due(), model.at(end.applyAsInt(step.operation))),
                    (one, other) -> one.end().isAfter(other.end()) ? one : other);
        }
        return List.copyOf(ends.values());
    }

    /** What ends the releases of some lines, of those that are on the board. */
    List<Step> lastOf(Board board, Collection<OrderLineId> lines) {
        return lastOf(board, lines::contains);
    }

    /** What ends releases, of those that are on the board. */
    List<Step> lastOf(Board board, Predicate<OrderLineId> lines) {
        List<Step> last = new ArrayList<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            PlanModel.Job of = model.jobs.get(job);
            if (lines.test(of.line())) {
                for (int o : model.problem.finals(job)) {
                    ProductionOrder order =
                            model.orderOf(model.operations.get(o).id());
                    if (!Holds.isHeld(order.number())) {
                        last.add(new Step(o, order, true));
                    }
                }
            }
        }
        added.stream().filter(step -> step.last && lines.test(step.line())).forEach(last::add);
        last.removeIf(step -> !board.has(step.operation));
        return last;
    }
}
