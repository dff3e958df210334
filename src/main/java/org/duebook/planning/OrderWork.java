package org.duebook.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.duebook.planning.timeline.Board;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;

/**
 * Which order lines the operations of a board are for; those that quotes hold are for none. Immutable.
 *
 * @param model the plan's operations, by their indices
 * @param added those that came on the board later
 */
record OrderWork(PlanModel model, List<Step> added) {

    /**
     * An operation for a release of an order line.
     *
     * @param last whether the release is done when this and others like it are
     */
    record Step(int operation, OrderLineId line, int release, int priority, boolean last) {}

    OrderWork {
        added = List.copyOf(added);
    }

    /** The same with orders that came on the board at these indices. */
    OrderWork with(Collection<ProductionOrder> orders, Map<OperationId, Integer> indices) {
        List<Step> all = new ArrayList<>(added);
        for (ProductionOrder order : orders) {
            for (Operation operation : order.operations()) {
                Integer index = indices.get(operation.id());
                if (index != null && !Holds.isHeld(order.number())) {
                    all.add(step(index, order, operation));
                }
            }
        }
        return new OrderWork(model, all);
    }

    private static Step step(int index, ProductionOrder order, Operation operation) {
        boolean last =
                order.parent() == null && order.operations().getLast().id().equals(operation.id());
        return new Step(index, order.orderLine(), order.release(), order.priority(), last);
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
                .filter(step -> step.priority > priority
                        && board.machine(step.operation) == machine
                        && !stays.test(step.operation))
                .forEach(step -> lines.add(step.line));
        return lines;
    }

    /** What ends the releases of some lines, of those that are on the board. */
    List<Step> lastOf(Board board, Collection<OrderLineId> lines) {
        List<Step> last = new ArrayList<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            PlanModel.Job of = model.jobs.get(job);
            if (lines.contains(of.line())) {
                for (int o : model.problem.finals(job)) {
                    if (!Holds.isHeld(model.operations.get(o).id().productionOrder())) {
                        last.add(new Step(o, of.line(), of.release(), 10 - model.problem.weight(job), true));
                    }
                }
            }
        }
        added.stream().filter(step -> step.last && lines.contains(step.line)).forEach(last::add);
        last.removeIf(step -> !board.has(step.operation));
        return last;
    }
}
