package org.duebook.planning.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duebook.planning.timeline.WorkingTime;

/**
 * The open intervals of a calendar up to a horizon, so that time can be counted in working minutes. Two calendars with
 * the same intervals are equal.
 */
final class OpenHours {
    private final int[] from;
    /** Working minutes before interval k; one longer than {@link #from}. */
    private final int[] before;

    private OpenHours(List<int[]> intervals) {
        from = intervals.stream().mapToInt(i -> i[0]).toArray();
        before = new int[from.length + 1];
        for (int k = 0; k < from.length; k++) {
            before[k + 1] = before[k] + intervals.get(k)[1] - intervals.get(k)[0];
        }
    }

    /** @param horizon minutes; there is working time before it */
    static OpenHours until(WorkingTime calendar, int horizon) {
        List<int[]> intervals = new ArrayList<>();
        for (int t = calendar.next(0); t < horizon; t = calendar.next(intervals.getLast()[1])) {
            int open = t + 1;
            int tooLate = horizon + 1;
            while (open + 1 < tooLate) {
                int middle = (open + tooLate) >>> 1;
                if (calendar.between(t, middle) == middle - t) {
                    open = middle;
                } else {
                    tooLate = middle;
                }
            }
            intervals.add(new int[] {t, open});
        }
        return new OpenHours(intervals);
    }

    int intervals() {
        return from.length;
    }

    /** Working minutes before interval k. */
    int before(int k) {
        return before[k];
    }

    /** Closed minutes straight before interval k. */
    int closedBefore(int k) {
        return k == 0 ? from[0] : from[k] - from[k - 1] - (before[k] - before[k - 1]);
    }

    /** All working minutes. */
    int total() {
        return before[from.length];
    }

    /** Working minutes before minute {@code t}. */
    int work(int t) {
        int k = Arrays.binarySearch(from, t);
        if (k >= 0) {
            return before[k];
        }
        int interval = -k - 2;
        return interval < 0 ? 0 : Math.min(before[interval + 1], before[interval] + t - from[interval]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenHours that && Arrays.equals(from, that.from) && Arrays.equals(before, that.before);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(from) + Arrays.hashCode(before);
    }
}
