package org.duebook.planning.futures;

/**
 * When something will be done, as far as its futures and what came of earlier dates tell. Minutes from the problem's origin.
 *
 * @param planned the minute at which it is done by plan
 * @param calibration how far its futures are to be believed
 * @param recorded whether they were drawn from what the plant recorded, nothing declared among it
 */
public record Prospect(int planned, Ends ends, Calibration calibration, boolean recorded) {
    /** So many minutes of its futures are kept to hold them against what comes. */
    public static final int KEPT = 40;

    /** Of what can vary, nothing is told to be surer than this. */
    private static final double SUREST = 0.99;

    /** What cannot but be done at a minute. */
    public static Prospect certain(int minute) {
        return new Prospect(minute, Ends.of(new int[] {minute}), Calibration.NONE, false);
    }

    public boolean varies() {
        return !ends.isOneMinute();
    }

    /** The first minute, none before the planned one, by which it is done with a confidence from 0 to 1. */
    public int minuteAt(double confidence) {
        return varies() ? Math.max(planned, calibration.minuteAt(ends, confidence)) : planned;
    }

    /** The chance that it is done by a minute, from 0 to 1. */
    public double chance(int minute) {
        if (varies()) {
            return Math.min(SUREST, calibration.chance(ends, minute));
        }
        return minute < planned ? 0 : 1;
    }

    /** Its futures in short: minutes after the planned one, ascending, equally likely. */
    public int[] minutesAfterPlan() {
        int[] minutes = varies() ? ends.thinned(KEPT) : new int[] {planned};
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] -= planned;
        }
        return minutes;
    }
}
