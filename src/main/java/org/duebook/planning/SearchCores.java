package org.duebook.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How many cores a search may use: all, but one while quotes are being served, so that nobody waits for a promise. */
@Component
class SearchCores {

    /** Who asks for a quote asks for another soon. */
    private static final Duration QUOTES_GO_ON = Duration.ofSeconds(2);

    private final Clock clock;
    private volatile Instant served = Instant.EPOCH;

    SearchCores(Clock clock) {
        this.clock = clock;
    }

    /** Somebody is served with the plan as it stands. */
    void quoteIsServed() {
        served = clock.instant();
    }

    int now() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /** Of so many cores, those that may search now; always one at least. */
    int of(int cores) {
        boolean quoting = Duration.between(served, clock.instant()).compareTo(QUOTES_GO_ON) < 0;
        return Math.max(1, quoting ? cores - 1 : cores);
    }
}
