package org.duebook.planning.timeline;

import java.util.Arrays;

/**
 * When one machine works. Unit: minutes counted from the problem's origin; all intervals are half open. Work is
 * interruptible: a run that meets closed time pauses and resumes with the next working minute.
 *
 * <p>The calendar is described up to its horizon. Beyond the horizon its last week (10,080 minutes) repeats for ever;
 * where that week is all closed or the horizon is shorter than a week, the whole described span repeats; a calendar
 * without any working time is closed up to its horizon and open around the clock after it.
 */
public final class WorkingTime {
    private static final int WEEK = 7 * 24 * 60;
    private static final int SHIFT = 7;
    private static final WorkingTime ALWAYS = new WorkingTime(new int[] {0}, new int[] {0}, 0, 0);

    private final int[] from;
    private final int[] to;
    /** Working minutes before interval i; one longer than {@link #from}. */
    private final int[] before;

    private final int[] intervalByTime;
    private final int[] intervalByWork;
    private final int horizon;
    private final int period;
    private final int total;
    private final int workBeforePeriod;
    private final int workInPeriod;

    private WorkingTime(int[] from, int[] to, int horizon, int period) {
        this.from = from;
        this.to = to;
        this.horizon = horizon;
        this.period = period;
        before = new int[from.length + 1];
        for (int i = 0; i < from.length; i++) {
            before[i + 1] = before[i] + to[i] - from[i];
        }
        total = before[from.length];
        intervalByTime = buckets(from, horizon);
        intervalByWork = buckets(Arrays.copyOf(before, from.length), total);
        workBeforePeriod = described(horizon - period);
        workInPeriod = total - workBeforePeriod;
    }

    /** Works around the clock. */
    public static WorkingTime always() {
        return ALWAYS;
    }

    /**
     * @param from starts of the working intervals, ascending, none before minute 0
     * @param to ends, each after its start and not after the next start
     * @param horizon the minute up to which the calendar is described, not before the last end
     */
    public static WorkingTime of(int[] from, int[] to, int horizon) {
        if (from.length != to.length) {
            throw new IllegalArgumentException("calendar with " + from.length + " starts and " + to.length + " ends");
        }
        int last = 0;
        for (int i = 0; i < from.length; i++) {
            if (from[i] < last || to[i] <= from[i] || to[i] > horizon) {
                throw new IllegalArgumentException("working interval " + i + " [" + from[i] + ", " + to[i]
                        + ") is empty, unsorted, overlapping, negative or beyond the horizon " + horizon);
            }
            last = to[i];
        }
        if (from.length == 0) {
            return new WorkingTime(new int[] {horizon}, new int[] {horizon + WEEK}, horizon + WEEK, WEEK);
        }
        boolean weekRepeats = horizon >= WEEK && last > horizon - WEEK;
        return new WorkingTime(from.clone(), to.clone(), horizon, weekRepeats ? WEEK : horizon);
    }

    /** Whether it works around the clock. */
    public boolean neverCloses() {
        return period == 0;
    }

    /** The first working minute at or after {@code t}. */
    public int next(int t) {
        return period == 0 ? t : minuteAt(work(t));
    }

    /** When work of {@code minutes} that may begin at {@code t} is done; {@code t} itself for no work at all. */
    public int plus(int t, int minutes) {
        if (minutes == 0 || period == 0) {
            return t + minutes;
        }
        return minuteAt(work(t) + minutes - 1) + 1;
    }

    /** The latest minute from which work of {@code minutes} is done by {@code t}; {@code t} itself for no work. */
    public int minus(int t, int minutes) {
        if (minutes == 0 || period == 0) {
            return t - minutes;
        }
        int index = work(t) - minutes;
        return index >= 0 ? minuteAt(index) : from[0] + index;
    }

    /** Working minutes in [{@code start}, {@code end}); zero where the end is not after the start. */
    public int between(int start, int end) {
        if (end <= start) {
            return 0;
        }
        return period == 0 ? end - start : work(end) - work(start);
    }

    /** Share of elapsed time that is worked over the repeating end of the calendar, in (0, 1]. */
    public double openShare() {
        return period == 0 ? 1 : (double) workInPeriod / period;
    }

    /** Working minutes before {@code t}: the number of the first working minute at or after it. */
    int work(int t) {
        if (t <= horizon) {
            return described(t);
        }
        int beyond = t - horizon;
        int inPeriod = described(horizon - period + beyond % period) - workBeforePeriod;
        return total + beyond / period * workInPeriod + inPeriod;
    }

    /** Start of the working minute with number {@code index}, counted from zero. */
    int minuteAt(int index) {
        if (index < total) {
            return describedMinute(index);
        }
        int beyond = index - total;
        return describedMinute(workBeforePeriod + beyond % workInPeriod) + period + beyond / workInPeriod * period;
    }

    private int described(int t) {
        if (t <= from[0]) {
            return 0;
        }
        int i = intervalByTime[t >> SHIFT];
        while (i + 1 < from.length && from[i + 1] < t) {
            i++;
        }
        return before[i] + Math.min(t, to[i]) - from[i];
    }

    private int describedMinute(int index) {
        int i = intervalByWork[index >> SHIFT];
        while (before[i + 1] <= index) {
            i++;
        }
        return from[i] + index - before[i];
    }

    /** For each 128th value up to {@code end}, the last position whose start is not above it (or 0). */
    private static int[] buckets(int[] starts, int end) {
        int[] result = new int[(end >> SHIFT) + 1];
        int i = 0;
        for (int b = 0; b < result.length; b++) {
            while (i + 1 < starts.length && starts[i + 1] <= b << SHIFT) {
                i++;
            }
            result[b] = i;
        }
        return result;
    }
}
