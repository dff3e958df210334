package org.duebook.planning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duebook.planning.futures.Calibration;
import org.duebook.planning.futures.Ends;

/**
 * What was thought of the end of some production when its date was told, in short, to be held against what came of it.
 *
 * @param planned when it was to end by plan
 * @param minutesLater ends that were equally likely, in minutes after the planned one, ascending; at least one
 * @param recorded whether they were drawn from what the plant recorded, nothing declared among it
 */
public record LikelyEnds(Instant planned, List<Integer> minutesLater, boolean recorded) {

    public LikelyEnds {
        minutesLater = List.copyOf(minutesLater);
        if (minutesLater.isEmpty()) {
            throw new IllegalArgumentException("likely ends of what is planned to end at " + planned + ": none");
        }
    }

    /** How it came out, for a date that an end from {@code early} on would have kept, or would keep. */
    Calibration.Outcome outcome(Instant early, boolean done) {
        Ends ends = Ends.of(minutesLater.stream().mapToInt(Integer::intValue).toArray());
        return new Calibration.Outcome(ends.levelOf((int) ChronoUnit.MINUTES.between(planned, early)), done);
    }
}
