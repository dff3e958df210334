package org.duebook.promising;

import java.time.LocalDate;

/** A release with the date it was quoted at. */
record DatedRelease(OwedRelease owed, LocalDate date) {

    boolean is(OwedRelease other) {
        return owed.line() == other.line() && owed.release() == other.release();
    }
}
