package org.duebook.promising;

import java.time.LocalDate;
import org.duebook.planning.Placement;
import org.jspecify.annotations.Nullable;

/** A release with the date it was quoted at, and where it is placed while capacity is held for it. */
record DatedRelease(
        OwedRelease owed, LocalDate date, @Nullable Placement placement) {

    /** The same without a place in the plan, as an inquiry keeps it. */
    DatedRelease unplaced() {
        return new DatedRelease(owed, date, null);
    }

    /** Where it is placed; only a release that capacity is held or taken for has a place. */
    Placement placed() {
        if (placement == null) {
            throw new IllegalStateException("line " + owed.line() + " release " + owed.release()
                    + " is not placed; place it before it is bound");
        }
        return placement;
    }

    boolean is(OwedRelease other) {
        return owed.line() == other.line() && owed.release() == other.release();
    }
}
