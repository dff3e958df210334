package org.duebook.planning;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * One operation's place in the published plan.
 *
 * @param position orders the operations of a machine
 * @param hold the quote that holds the place; null for a stored production order
 */
record PlanRow(
        PlacedOperation placed, double position, @Nullable String hold) {

    /** A plan's places for work that is still wanted, in its order. */
    static List<PlanRow> of(
            Collection<PlacedOperation> plan,
            Collection<ProductionOrder> wanted,
            Map<ProductionOrderNumber, String> holds) {
        Set<OperationId> open = wanted.stream()
                .flatMap(order -> order.operations().stream())
                .filter(operation -> operation.status() != OperationStatus.FINISHED)
                .map(Operation::id)
                .collect(toSet());
        Map<MachineCode, Integer> last = new HashMap<>();
        List<PlanRow> rows = new ArrayList<>();
        plan.stream()
                .filter(placed -> open.contains(placed.operation()))
                .sorted(Comparator.comparing(PlacedOperation::start).thenComparing(PlacedOperation::operation))
                .forEach(placed -> {
                    MachineCode machine = placed.machine();
                    double position = machine == null ? 0 : last.merge(machine, 1, Integer::sum);
                    rows.add(new PlanRow(
                            placed, position, holds.get(placed.operation().productionOrder())));
                });
        return rows;
    }
}
