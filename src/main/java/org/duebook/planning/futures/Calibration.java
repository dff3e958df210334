package org.duebook.planning.futures;

import java.util.Arrays;

/**
 * What came of dates that were told: the level, in the futures of its day, of the minute at which each was really done
 * ({@link Ends#levelOf}). Were the futures right, these levels would spread evenly from 0 to 1; where work is later than its
 * futures said, they crowd at the top. The last {@value #LATEST} count, beside {@value #ASSUMED} assumed ones that are
 * spread evenly.
 */
public final class Calibration {
    /** As many outcomes count. */
    public static final int LATEST = 300;
    /** How many outcomes the futures themselves are worth. */
    public static final int ASSUMED = 20;

    /** The futures are taken at their word. */
    public static final Calibration NONE = of(new double[0]);

    private final double[] levels;

    private Calibration(double[] levels) {
        this.levels = levels;
    }

    /** @param outcomes levels of what was done, in the order it was done */
    public static Calibration of(double[] outcomes) {
        int from = Math.max(0, outcomes.length - LATEST);
        double[] levels =
                Arrays.copyOf(Arrays.copyOfRange(outcomes, from, outcomes.length), outcomes.length - from + ASSUMED);
        for (int i = 0; i < ASSUMED; i++) {
            levels[outcomes.length - from + i] = (i + 0.5) / ASSUMED;
        }
        Arrays.sort(levels);
        return new Calibration(levels);
    }

    /** The level of the futures that holds with a confidence from 0 to 1. */
    public double level(double confidence) {
        double at = confidence * levels.length - 0.5;
        int below = (int) Math.floor(at);
        double low = level(below);
        return Math.max(1e-9, low + (at - below) * (level(below + 1) - low));
    }

    private double level(int index) {
        if (index < 0) {
            return 0;
        }
        return index < levels.length ? levels[index] : Math.max(1, levels[levels.length - 1]);
    }

    /** The confidence with which a level holds, from 0 to 1. */
    public double confidence(double level) {
        int low = 0;
        int high = levels.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (levels[middle] <= level) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return 0.5 * level / Math.max(level, levels[0]) / levels.length;
        }
        double from = levels[low - 1];
        double to = level(low);
        double between = to > from ? (level - from) / (to - from) : 0;
        return Math.min(1, (low - 0.5 + between) / levels.length);
    }

    /** The chance that something is done by a minute. */
    public double chance(Ends ends, int minute) {
        return confidence(ends.levelOf(minute));
    }

    /** The first minute by which something is done with a confidence above 0 and below 1. */
    public int minuteAt(Ends ends, double confidence) {
        return ends.minuteAt(level(confidence));
    }
}
