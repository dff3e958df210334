package org.duebook.planning.futures;

import org.duebook.planning.futures.Spreads.OnMachine;

/** What each operation and delivery meets in each future; a function of seed, key and future, with no state. */
final class Luck {
    private static final long RUN = 0x9e3779b97f4a7c15L;
    private static final long DELIVERY = 0xd1b54a32d192ed03L;
    private static final long BREAKDOWN = 0x8cb92ba72f3d8dd7L;
    private static final int TEN_BITS = 10;
    /** More breakdowns in one run than this are not drawn. */
    private static final int MOST = 1000;

    private final long seed;
    private final Spreads spreads;

    Luck(long seed, Spreads spreads) {
        this.seed = seed;
        this.spreads = spreads;
    }

    /** Working minutes of a run with what is made again for scrap and with repairs. */
    int minutes(long key, int machine, int planned, int future) {
        OnMachine on = spreads.machines().get(machine);
        long bits = bits(RUN, key, future);
        double run = planned
                * on.runTime().draw(bits)
                / (1 - Math.min(0.9, on.scrap().draw(bits >>> TEN_BITS)));
        return whole(run + repairs(on.breakdowns(), run, key, future));
    }

    /** Working minutes that a run still takes after {@code soFar} working minutes. */
    int minutesLeft(long key, int machine, int planned, int soFar, int future) {
        OnMachine on = spreads.machines().get(machine);
        long bits = bits(RUN, key, future);
        double scrap = 1 - Math.min(0.9, on.scrap().draw(bits >>> TEN_BITS));
        double run = left(on.runTime(), bits, planned / scrap, soFar);
        return whole(run + repairs(on.breakdowns(), run, key, future));
    }

    /** Elapsed minutes of outside work that has been away for {@code soFar}, from its start. */
    int outsideMinutesAbove(int soFar, long key, int planned, int future) {
        return soFar + whole(left(spreads.outside(), bits(RUN, key, future), planned, soFar));
    }

    /** What has taken longer than any known takes a tenth of its plan more. */
    private static double left(Spread time, long bits, double planned, int soFar) {
        if (planned == 0) {
            return 0;
        }
        double left = planned * time.drawAbove((soFar - 0.5) / planned, bits) - soFar;
        return left < 0 ? planned / 10 : left;
    }

    int outsideMinutes(long key, int planned, int future) {
        return whole(planned * spreads.outside().draw(bits(RUN, key, future)));
    }

    int daysLate(Supply supply, int future) {
        return (int) Math.rint(spreads.days(supply).draw(bits(DELIVERY, supply.key(), future)));
    }

    private double repairs(Breakdowns breakdowns, double run, long key, int future) {
        if (Double.isInfinite(breakdowns.minutesBetween())) {
            return 0;
        }
        long bits = bits(BREAKDOWN, key, future);
        if (breakdowns.minutesBetween() * (1 - share(bits)) >= run) {
            // A logarithm is never nearer to 0 than this, so the first one comes after the run.
            return 0;
        }
        double lost = 0;
        double at = toNext(breakdowns, bits);
        for (int i = 0; at < run && i < MOST; i++) {
            lost += breakdowns.repair().draw(bits);
            bits = mixed(bits + BREAKDOWN);
            at += toNext(breakdowns, bits);
        }
        return lost;
    }

    /** Breakdowns have no memory, so every run begins as if the last repair had just ended. */
    private static double toNext(Breakdowns breakdowns, long bits) {
        return -breakdowns.minutesBetween() * Math.log(share(bits));
    }

    /** Above 0 and below 1. */
    private static double share(long bits) {
        return ((bits >>> 11) + 0.5) * 0x1p-53;
    }

    private long bits(long what, long key, int future) {
        return mixed(mixed(seed + what * (future + 1)) ^ mixed(key * DELIVERY + what));
    }

    /** The finisher of SplitMix64. */
    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    private static int whole(double minutes) {
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.rint(minutes));
    }
}
