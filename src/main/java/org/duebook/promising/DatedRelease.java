package org.duebook.promising;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A release with the date it was quoted at.
 *
 * @param assurance how sure that is; null where it was told before anybody asked
 */
record DatedRelease(
        OwedRelease owed, LocalDate date, @Nullable Assurance assurance) {

    boolean is(OwedRelease other) {
        return owed.line() == other.line() && owed.release() == other.release();
    }
}
