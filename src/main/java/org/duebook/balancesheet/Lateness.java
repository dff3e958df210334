package org.duebook.balancesheet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * How late a line is, and what that costs.
 *
 * @param days started days after the due day; 0 when in time
 * @param penalty null when nothing is owed
 * @param reason how it was reckoned, and the rule's words; says nothing when nothing is owed
 */
record Lateness(long days, @Nullable Money penalty, Phrase reason) {

    /** Days from the due day to the day the goods are there; 0 when they are there by then. */
    static long daysBetween(LocalDate due, LocalDate there) {
        return Math.max(0, ChronoUnit.DAYS.between(due, there));
    }

    static Lateness unpriced(long days) {
        return new Lateness(days, null, Phrase.NONE);
    }
}
