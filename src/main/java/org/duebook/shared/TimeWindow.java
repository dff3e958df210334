package org.duebook.shared;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time from {@code from} (included) to {@code to} (excluded); never empty, never backwards. */
public record TimeWindow(Instant from, Instant to) {

    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("window ends at " + to + ", wanted after its start " + from);
        }
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
