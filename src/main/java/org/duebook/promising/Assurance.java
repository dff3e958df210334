package org.duebook.promising;

import java.time.Duration;
import java.time.Instant;
import org.duebook.planning.LikelyEnds;
import org.duebook.planning.Outlook;

/**
 * How sure a date was when it was told, and what it rested on.
 *
 * @param confidence with which it was asked for
 * @param chance that it holds, from 0 to 1
 * @param buffer how long before the last minute for its day production must end by plan, for that confidence
 * @param likely what was thought of the end of production
 */
record Assurance(Confidence confidence, double chance, Duration buffer, LikelyEnds likely) {

    /**
     * How long before the last minute for its day it must end by plan whatever is put before it: more work before it varies
     * more, so what is left to it grows with the time until it ends.
     *
     * @param due the last minute at which production may end for the date to hold
     */
    Duration keptBack(Instant due, Instant now) {
        Duration untilSure = Duration.between(now, likely.planned().plus(buffer));
        if (buffer.isZero() || !untilSure.isPositive() || !due.isAfter(now)) {
            return buffer;
        }
        double share = Math.min(1, (double) buffer.toMinutes() / untilSure.toMinutes());
        return Duration.ofMinutes((long) (share * Duration.between(now, due).toMinutes()));
    }

    /** @param due the last minute at which production may end for the date to hold */
    static Assurance of(Outlook outlook, Confidence confidence, Instant due) {
        return new Assurance(confidence, outlook.chance(due), outlook.buffer(confidence.share()), outlook.likely());
    }
}
