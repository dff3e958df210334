package org.duebook.simulation;

/** Monday to Friday, 6:00 to 22:00. Minutes from a Monday 0:00. */
final class TwoShifts {
    static final int WEEK = 7 * 1440;
    private static final int OPENS = 360;
    private static final int PER_DAY = 960;
    private static final int PER_WEEK = 5 * PER_DAY;

    private TwoShifts() {}

    /** Working minutes before a minute. */
    static int work(int t) {
        int inWeek = t % WEEK;
        int day = Math.min(5, inWeek / 1440);
        int today = day == 5 ? 0 : Math.clamp(inWeek % 1440 - OPENS, 0, PER_DAY);
        return t / WEEK * PER_WEEK + day * PER_DAY + today;
    }

    /** Start of the working minute with a number. */
    static int minute(int work) {
        int inWeek = work % PER_WEEK;
        return work / PER_WEEK * WEEK + inWeek / PER_DAY * 1440 + OPENS + inWeek % PER_DAY;
    }

    static int next(int t) {
        return minute(work(t));
    }

    static int plus(int t, int minutes) {
        return minutes == 0 ? t : minute(work(t) + minutes - 1) + 1;
    }
}
