package org.duebook.planning.solver;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * When the search ends by itself: by the clock, or after so many steps, which makes it repeatable. The first one
 * reached counts. Time is cut to milliseconds.
 */
public record SearchLimit(Duration time, long steps) {

    public SearchLimit {
        if (time.isNegative() || steps < 0) {
            throw new IllegalArgumentException("search limit of " + time + " and " + steps + " steps");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    public static SearchLimit of(Duration time) {
        return new SearchLimit(time, Long.MAX_VALUE);
    }

    public static SearchLimit ofSteps(long steps) {
        return new SearchLimit(Duration.ofDays(1), steps);
    }
}
