package org.duebook.planning.futures;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How one thing varies: 1,024 equally likely values, ascending. The unit is the caller's: a factor on planned time, a share
 * of pieces, working minutes, days.
 *
 * <p>Recorded values replace declared ones by and by: fewer than {@value #RECORDS_FROM} records say nothing, from there on
 * each of n records counts 1/{@value #RECORDS_ALONE}, and {@value #RECORDS_ALONE} or more stand alone, whatever was
 * declared.
 */
public final class Spread {
    /** As many records and the recorded values begin to count. */
    public static final int RECORDS_FROM = 8;
    /** As many records and nothing that was declared counts any more. */
    public static final int RECORDS_ALONE = 40;

    private static final int BITS = 10;
    private static final int VALUES = 1 << BITS;
    /** Where nine of ten values of a standard normal distribution lie below. */
    private static final double NINE_OF_TEN = 1.2815515655446004;

    private final double[] values;
    private final double mean;
    private final boolean recorded;

    private Spread(double[] values, boolean recorded) {
        this.values = values;
        this.mean = Arrays.stream(values).average().orElseThrow();
        this.recorded = recorded;
    }

    private static Spread of(DoubleUnaryOperator quantile) {
        double[] values = IntStream.range(0, VALUES)
                .mapToDouble(i -> quantile.applyAsDouble((i + 0.5) / VALUES))
                .toArray();
        Arrays.sort(values);
        return new Spread(values, false);
    }

    /** Does not vary. */
    public static Spread exactly(double value) {
        return of(share -> value);
    }

    /**
     * Run times that are lognormal around the plan.
     *
     * @param over nine of ten runs take at most this share longer than planned; 0.25 is 25 %
     */
    public static Spread runTime(double over) {
        require(over >= 0, "run time over plan", over);
        double sigma = Math.log1p(over) / NINE_OF_TEN;
        return of(share -> Math.exp(sigma * Normal.quantile(share)));
    }

    /**
     * Scrap as a share of the pieces of an operation.
     *
     * @param operations share of operations that have any
     * @param lost mean share that is lost on those; losses from none to twice as many are equally likely
     */
    public static Spread scrap(double operations, double lost) {
        require(operations >= 0 && operations <= 1, "share of operations with scrap", operations);
        require(lost >= 0 && lost < 0.5, "share lost where there is scrap", lost);
        double none = 1 - operations;
        return of(share -> share < none ? 0 : 2 * lost * (share - none) / operations);
    }

    /** Waiting or repair times that are exponential with a mean. */
    public static Spread exponential(double mean) {
        require(mean >= 0, "mean", mean);
        return of(share -> -mean * Math.log1p(-share));
    }

    /**
     * Whole days late, exponential.
     *
     * @param days nine of ten are late by at most so many
     */
    public static Spread lateDays(double days) {
        require(days >= 0, "days late", days);
        double mean = days / Math.log(10);
        return of(share -> Math.rint(-mean * Math.log1p(-share)));
    }

    /** This declaration together with what was recorded, in any order. */
    public Spread with(double[] recorded) {
        if (recorded.length < RECORDS_FROM) {
            return this;
        }
        double[] sorted = recorded.clone();
        Arrays.sort(sorted);
        int share = (int) ((long) VALUES * Math.min(recorded.length, RECORDS_ALONE) / RECORDS_ALONE);
        double[] both = new double[VALUES];
        for (int i = 0; i < VALUES; i++) {
            both[i] = i < share
                    ? sorted[(int) ((i + 0.5) / share * sorted.length)]
                    : values[(int) ((i - share + 0.5) / (VALUES - share) * VALUES)];
        }
        Arrays.sort(both);
        return new Spread(both, recorded.length >= RECORDS_ALONE);
    }

    /** The value that a share of all cases stay within, from 0 to 1. */
    public double within(double share) {
        require(share >= 0 && share <= 1, "share", share);
        return values[(int) Math.min(VALUES - 1, share * VALUES)];
    }

    /** Whether nothing that was declared counts any more. */
    public boolean isRecorded() {
        return recorded;
    }

    public double mean() {
        return mean;
    }

    /** One of the values, by the lowest ten bits. */
    double draw(long bits) {
        return values[(int) (bits & (VALUES - 1))];
    }

    /** One of the values above {@code least}; the highest where none is. */
    double drawAbove(double least, long bits) {
        int low = 0;
        int high = VALUES;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] <= least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == VALUES
                ? values[VALUES - 1]
                : values[low + (int) ((bits & (VALUES - 1)) * (VALUES - low) >> BITS)];
    }

    private static void require(boolean holds, String what, double found) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": " + found);
        }
    }
}
