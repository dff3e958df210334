package org.duebook.balancesheet;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The moment a sheet is of.
 *
 * @param day the day that lateness is counted to
 * @param until what was booked after it does not count; null for now
 */
record AsOf(LocalDate day, @Nullable Instant until) {

    boolean isPast() {
        return until != null;
    }

    /** Whether something booked at that instant counts. */
    boolean knows(Instant booked) {
        return until == null || !booked.isAfter(until);
    }
}
