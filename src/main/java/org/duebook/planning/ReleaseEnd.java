package org.duebook.planning;

import java.time.Instant;
import org.duebook.shared.OrderLineId;

/** When production of a release of an order line ends, its last lot counted. */
public record ReleaseEnd(OrderLineId line, int release, Instant end) {}
