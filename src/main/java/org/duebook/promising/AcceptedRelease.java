package org.duebook.promising;

import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;

/** A release of an accepted order, with the days on the road that were agreed. */
record AcceptedRelease(OrderNumber order, OwedRelease owed, int transitDays) {

    OrderLineId line() {
        return owed.lineOf(order);
    }
}
