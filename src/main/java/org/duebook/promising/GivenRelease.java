package org.duebook.promising;

import java.time.LocalDate;

/** A release with its place in the plan and the date the customer is given for it. */
record GivenRelease(FittedRelease fitted, LocalDate date, String reason) {

    OwedRelease owed() {
        return fitted.owed();
    }
}
