package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One run of the solver, as it stands now.
 *
 * @param limit how long it may search
 * @param elapsed how long it has searched
 * @param score what the best plan so far is worth, in words; empty before the first plan
 * @param best figures of the best plan so far; null before the first
 * @param dispatch figures of the dispatch rule's plan, the yardstick; null before it is made
 * @param schedule the schedule it made; null until it is over
 * @param message why it failed; empty otherwise
 */
public record PlanningRun(
        UUID id,
        RunStatus status,
        Actor requestedBy,
        Instant requestedAt,
        Duration limit,
        Duration elapsed,
        boolean publishWhenDone,
        String score,
        long movesPerSecond,
        @Nullable PlanFigures best,
        @Nullable PlanFigures dispatch,
        @Nullable UUID schedule,
        String message) {}
