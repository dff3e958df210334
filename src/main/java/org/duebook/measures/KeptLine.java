package org.duebook.measures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A promised order line that was delivered in full.
 *
 * @param first the date first promised
 * @param last the date promised last
 * @param delivered the day of its last delivery
 */
record KeptLine(LocalDate ordered, LocalDate first, LocalDate last, LocalDate delivered) {

    boolean isRevised() {
        return !first.equals(last);
    }

    /** Above 0 late, below 0 early. */
    long daysAgainstFirst() {
        return ChronoUnit.DAYS.between(first, delivered);
    }

    long daysAgainstLast() {
        return ChronoUnit.DAYS.between(last, delivered);
    }

    long quotedDays() {
        return ChronoUnit.DAYS.between(ordered, first);
    }

    long actualDays() {
        return ChronoUnit.DAYS.between(ordered, delivered);
    }
}
