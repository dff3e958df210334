package org.duebook.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How many cores a search may use: all, but one less while quotes are being served, and another one less while something is
 * done beside them that they will need, so that nobody waits for a promise.
 */
@Component
class SearchCores {

    /** Who asks for a quote asks for another soon. */
    private static final Duration QUOTES_GO_ON = Duration.ofSeconds(2);

    private final Clock clock;
    private final AtomicInteger beside = new AtomicInteger();
    private volatile Instant served = Instant.EPOCH;

    SearchCores(Clock clock) {
        this.clock = clock;
    }

    /** Somebody is served with the plan as it stands. */
    void quoteIsServed() {
        served = clock.instant();
    }

    /** Does something that those who ask will need. */
    void beside(Runnable work) {
        beside.incrementAndGet();
        try {
            work.run();
        } finally {
            beside.decrementAndGet();
        }
    }

    int now() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /** Of so many cores, those that may search now; none for the moment where the others are needed. */
    int of(int cores) {
        boolean quoting = Duration.between(served, clock.instant()).compareTo(QUOTES_GO_ON) < 0;
        if (!quoting) {
            return cores;
        }
        int asked = beside.get();
        return Math.max(asked > 0 ? 0 : 1, cores - 1 - asked);
    }
}
