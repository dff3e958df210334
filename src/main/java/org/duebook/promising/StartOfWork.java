package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.policy.ReleaseRules.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * When work on a line may begin.
 *
 * @param needed what must be done before it can be released, one after another
 * @param ready the day on which that is done; today when nothing is needed
 * @param released the day of release: {@code ready} or the next such day after it
 * @param at the first instant of that day; null when it is today
 */
record StartOfWork(
        List<Requirement> needed,
        LocalDate ready,
        LocalDate released,
        @Nullable Instant at) {

    StartOfWork {
        needed = List.copyOf(needed);
    }

    boolean waitsForReleaseDay() {
        return released.isAfter(ready);
    }
}
