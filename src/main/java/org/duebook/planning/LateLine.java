package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duebook.shared.OrderLineId;

/** An order line that ends late in a schedule, and why: the chain of causes, the last operation's first. */
public record LateLine(
        OrderLineId line, boolean promised, Instant due, Instant end, Duration late, List<Binding> causes) {

    public LateLine {
        causes = List.copyOf(causes);
    }
}
