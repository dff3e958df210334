package org.duebook.planning.futures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What came of dates that were told: the level, in the futures of its day, of the minute at which each was really done
 * ({@link Ends#levelOf}). Were the futures right, these levels would spread evenly from 0 to 1; where work is later than its
 * futures said, they crowd at the top, and a wanted confidence asks for a higher level.
 *
 * <p>Where a date is a day, the outcome is the level of the first minute that would have been early enough: the beginning of
 * the day on which it was done. Dates told while declared spreads still counted judge the declaration, not the futures, and
 * are best left out ({@link Spreads#areRecorded}).
 *
 * <p>Of what is not done yet it is known only that its level is above the one of now. Were it left out, those who are early
 * would be counted before those who are late; so it counts as long as it is known (the estimator of Kaplan and Meier). Beside
 * the outcomes stand {@value #ASSUMED} assumed ones, spread evenly, so that the first few do not count for all. A hundred of
 * them outweighed what a plant told of itself: where new plans saved what was about to be late, dates told at nine of ten held
 * in 99 of a hundred all year.
 */
public final class Calibration {
    /** As many of the latest dates are enough to tell; older ones tell of another plant. */
    public static final int LATEST = 300;
    /** One that came ever so late is worth no higher level, else it would set the dates of all that vary more than it. */
    public static final double HIGHEST = 3;
    /** How many outcomes the futures themselves are worth. */
    public static final int ASSUMED = 10;

    /** The futures are taken at their word. */
    public static final Calibration NONE = of(List.of());

    /** @param level of the minute from which a date would have been kept, or of now where it is not done */
    public record Outcome(double level, boolean done) {

        public Outcome {
            level = Math.min(HIGHEST, level);
        }
    }

    /** Levels at which something was done, ascending, from 0. */
    private final double[] levels;
    /** The confidence of each. */
    private final double[] confidences;

    private Calibration(double[] levels, double[] confidences) {
        this.levels = levels;
        this.confidences = confidences;
    }

    /** @param outcomes of dates in the order they were told; the last {@value #LATEST} count */
    public static Calibration of(List<Outcome> outcomes) {
        int from = Math.max(0, outcomes.size() - LATEST);
        Outcome[] all = Arrays.copyOf(
                outcomes.subList(from, outcomes.size()).toArray(Outcome[]::new), outcomes.size() - from + ASSUMED);
        for (int i = 0; i < ASSUMED; i++) {
            all[outcomes.size() - from + i] = new Outcome((i + 0.5) / ASSUMED, true);
        }
        Arrays.sort(all, Comparator.comparingDouble(Outcome::level).thenComparing(each -> !each.done()));
        double[] levels = new double[all.length + 2];
        double[] confidences = new double[all.length + 2];
        double open = 1;
        int points = 1;
        for (int i = 0; i < all.length; i++) {
            if (all[i].done()) {
                double before = open;
                open *= 1 - 1.0 / (all.length - i);
                levels[points] = Math.max(all[i].level(), levels[points - 1]);
                confidences[points++] = 1 - (before + open) / 2;
            }
        }
        levels[points] = Math.max(1, all[all.length - 1].level());
        confidences[points++] = 1;
        return new Calibration(Arrays.copyOf(levels, points), Arrays.copyOf(confidences, points));
    }

    /** The level of the futures that holds with a confidence from 0 to 1. */
    public double level(double confidence) {
        return Math.max(1e-9, between(confidences, levels, confidence));
    }

    /** The confidence with which a level holds, from 0 to 1. */
    public double confidence(double level) {
        return between(levels, confidences, level);
    }

    /** The chance that something is done by a minute. */
    public double chance(Ends ends, int minute) {
        return confidence(ends.levelOf(minute));
    }

    /** The first minute by which something is done with a confidence from 0 to 1. */
    public int minuteAt(Ends ends, double confidence) {
        return ends.minuteAt(level(confidence));
    }

    private static double between(double[] from, double[] to, double value) {
        int above = 1;
        int last = from.length - 1;
        while (above < last && from[above] <= value) {
            above++;
        }
        double width = from[above] - from[above - 1];
        double share = width <= 0 ? 1 : Math.clamp((value - from[above - 1]) / width, 0, 1);
        return to[above - 1] + share * (to[above] - to[above - 1]);
    }
}
