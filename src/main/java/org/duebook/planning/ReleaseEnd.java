package org.duebook.planning;

import java.time.Instant;
import org.duebook.shared.OrderLineId;

/**
 * When production of a release of an order line ends, its last lot counted.
 *
 * @param due by when it must end for its promise, or for the day asked for while nothing is promised
 */
public record ReleaseEnd(OrderLineId line, int release, Instant due, Instant end) {

    public boolean isLate() {
        return end.isAfter(due);
    }
}
