package org.duebook.planning;

import java.time.Instant;
import java.util.List;

/** What came of dates that were told: known to whoever tells them. */
public interface TrackRecord {

    /** The latest dates told by recorded variation alone, in the order they were told, at most so many. */
    List<Came> latest(int most);

    /**
     * @param told what was thought of its end
     * @param early an end at this instant, and not a minute before, would just have been early enough for when it came, or
     *     would be for now
     * @param done whether it came; else it is still open
     */
    record Came(LikelyEnds told, Instant early, boolean done) {}
}
