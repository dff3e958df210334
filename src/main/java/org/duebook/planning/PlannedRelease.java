package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import org.duebook.shared.OrderLineId;

/**
 * A release of an order line in the published plan as it stands now.
 *
 * @param due when its production must end, for its promise, or for the requested date while nothing is promised
 * @param end when it ends, its last lot counted
 * @param causes of its being late, the longest wait first; empty where it is in time
 */
public record PlannedRelease(OrderLineId line, int release, Instant due, Instant end, List<Binding> causes) {

    public PlannedRelease {
        causes = List.copyOf(causes);
    }
}
