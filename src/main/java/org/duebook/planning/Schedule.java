package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.jspecify.annotations.Nullable;

/**
 * A plan: every open operation with its machine and times.
 *
 * @param from the instant it was planned from
 * @param frozenUntil operations that start before this were not moved
 * @param publishedAt null while it was never published
 * @param movedOperations operations outside the frozen horizon on another machine, or in another order on theirs, than in the
 *     plan that was published when it was made
 */
public record Schedule(
        UUID id,
        Instant from,
        Instant frozenUntil,
        @Nullable Instant publishedAt,
        PlanFigures figures,
        PlanFigures dispatch,
        int movedOperations,
        List<ScheduledOperation> operations,
        List<MaterialPeg> shortages) {

    public Schedule {
        operations = List.copyOf(operations);
        shortages = List.copyOf(shortages);
    }

    /** How long work stays as it is from the moment the schedule was made. */
    Duration frozenHorizon() {
        return Duration.between(from, frozenUntil);
    }

    /**
     * The lots it makes: by operation the other order lines whose like operations, the same step of the same item, stand
     * right before and after it on its machine without a setup between them. Operations made alone are absent.
     */
    public Map<OperationId, List<OrderLineId>> madeTogether() {
        Map<OperationId, List<OrderLineId>> together = new HashMap<>();
        Map<MachineCode, List<ScheduledOperation>> byMachine = operations.stream()
                .filter(operation -> operation.placed().machine() != null)
                .sorted(Comparator.comparing(operation -> operation.placed().start()))
                .collect(groupingBy(operation -> operation.placed().machine()));
        for (List<ScheduledOperation> sequence : byMachine.values()) {
            int from = 0;
            for (int at = 1; at <= sequence.size(); at++) {
                if (at == sequence.size() || !sequence.get(at).continues(sequence.get(at - 1))) {
                    putLot(sequence.subList(from, at), together);
                    from = at;
                }
            }
        }
        return together;
    }

    private static void putLot(List<ScheduledOperation> lot, Map<OperationId, List<OrderLineId>> together) {
        for (ScheduledOperation operation : lot) {
            List<OrderLineId> others = lot.stream()
                    .map(ScheduledOperation::orderLine)
                    .filter(line -> !line.equals(operation.orderLine()))
                    .distinct()
                    .sorted(Comparator.comparing(OrderLineId::toString))
                    .toList();
            if (!others.isEmpty()) {
                together.put(operation.placed().operation(), others);
            }
        }
    }
}
