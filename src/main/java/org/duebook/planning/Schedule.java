package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan: every open operation with its machine and times.
 *
 * @param from the instant it was planned from
 * @param frozenUntil operations that start before this were not moved
 * @param publishedAt null while it was never published
 */
public record Schedule(
        UUID id,
        Instant from,
        Instant frozenUntil,
        @Nullable Instant publishedAt,
        PlanFigures figures,
        PlanFigures dispatch,
        List<ScheduledOperation> operations,
        List<MaterialPeg> shortages) {

    public Schedule {
        operations = List.copyOf(operations);
        shortages = List.copyOf(shortages);
    }
}
