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

    /** @param due the last minute at which production may end for the date to hold */
    static Assurance of(Outlook outlook, Confidence confidence, Instant due) {
        return new Assurance(confidence, outlook.chance(due), outlook.buffer(confidence.share()), outlook.likely());
    }
}
