package org.duebook.planning.futures;

/**
 * How often a machine breaks down while it runs, and for how long.
 *
 * @param minutesBetween mean running minutes from one breakdown to the next; infinite for a machine that never does
 * @param repair working minutes lost to one
 */
public record Breakdowns(double minutesBetween, Spread repair) {
    /** As many breakdowns and nothing that was declared about how often they come counts any more. */
    public static final int RECORDS_ALONE = 20;

    /** How much of one breakdown the declaration is worth. */
    private static final double DECLARED_COUNTS = 0.5;

    public static final Breakdowns NEVER = new Breakdowns(Double.POSITIVE_INFINITY, Spread.exactly(0));

    public Breakdowns {
        if (!(minutesBetween > 0)) {
            throw new IllegalArgumentException("minutes between breakdowns: " + minutesBetween);
        }
    }

    /**
     * This declaration together with what was recorded. Long running without a breakdown is a record too: the declaration
     * counts like half a breakdown in half its time.
     *
     * @param runningMinutes minutes that were run
     * @param breakdowns how many there were in that time
     */
    public Breakdowns with(double runningMinutes, long breakdowns) {
        boolean alone = breakdowns >= RECORDS_ALONE || Double.isInfinite(minutesBetween);
        double declared = alone ? 0 : DECLARED_COUNTS;
        double count = declared + breakdowns;
        double minutes = (alone ? 0 : declared * minutesBetween) + runningMinutes;
        return count == 0 || minutes <= 0 ? this : new Breakdowns(minutes / count, repair);
    }
}
