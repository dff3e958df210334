package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duebook.shared.TimeWindow;

/** Windows in which a machine works, sorted and apart from each other, to be asked for the minutes in a stretch of time. */
final class OpenTime {

    private final List<TimeWindow> windows;
    /** Seconds in all windows before each. */
    private final long[] before;

    OpenTime(List<TimeWindow> windows) {
        this.windows = List.copyOf(windows);
        before = new long[windows.size() + 1];
        for (int i = 0; i < windows.size(); i++) {
            before[i + 1] = before[i] + windows.get(i).length().toSeconds();
        }
    }

    /** Minutes worked from one instant to another, which is not before it. */
    double minutes(Instant from, Instant to) {
        return (seconds(to) - seconds(from)) / 60.0;
    }

    private long seconds(Instant until) {
        int low = 0;
        int high = windows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (windows.get(middle).from().isBefore(until)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return 0;
        }
        TimeWindow last = windows.get(low - 1);
        Instant end = until.isBefore(last.to()) ? until : last.to();
        return before[low - 1] + Duration.between(last.from(), end).toSeconds();
    }
}
