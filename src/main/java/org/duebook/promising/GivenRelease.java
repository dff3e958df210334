package org.duebook.promising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.duebook.planning.Placement;
import org.jspecify.annotations.Nullable;

/**
 * A release with its place in the plan and the date the customer is given for it.
 *
 * @param assurance how sure that date is; null where it was told before anybody asked
 */
record GivenRelease(
        FittedRelease fitted,
        LocalDate date,
        String reason,
        @Nullable Assurance assurance) {

    OwedRelease owed() {
        return fitted.owed();
    }

    /** Its place, which makes way for others only as far as the date stays as sure as it was told. */
    Placement placement(Instant now) {
        Instant due = fitted.time().latestEnd(date);
        return fitted.placement().promisedBy(due, assurance == null ? Duration.ZERO : assurance.keptBack(due, now));
    }
}
