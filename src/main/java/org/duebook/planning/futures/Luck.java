package org.duebook.planning.futures;

import java.util.Arrays;
import org.duebook.planning.futures.Spreads.OnMachine;

/** What each operation and delivery meets in each future; a function of seed, key and future, with no state. */
final class Luck {
    private static final long RUN = 0x9e3779b97f4a7c15L;
    private static final long DELIVERY = 0xd1b54a32d192ed03L;
    private static final long BREAKDOWN = 0x8cb92ba72f3d8dd7L;
    private static final int TEN_BITS = 10;
    /** More breakdowns in one run than this are not drawn. */
    private static final int MOST = 1000;

    private final long[] runs;
    private final long[] deliveries;
    private final long[] breakdowns;
    private final Spreads spreads;

    /** @param futures how many there are */
    Luck(long seed, Spreads spreads, int futures) {
        this.spreads = spreads;
        runs = ofFutures(seed, RUN, futures);
        deliveries = ofFutures(seed, DELIVERY, futures);
        breakdowns = ofFutures(seed, BREAKDOWN, futures);
    }

    private static long[] ofFutures(long seed, long what, int futures) {
        long[] bits = new long[futures];
        Arrays.setAll(bits, future -> mixed(seed + what * (future + 1)));
        return bits;
    }

    /** Working minutes of a run with what is made again for scrap and with repairs, in each future. */
    void minutes(long key, int machine, int planned, int[] into) {
        OnMachine on = spreads.machines().get(machine);
        long run = ofKey(RUN, key);
        long breakdown = ofKey(BREAKDOWN, key);
        for (int k = 0; k < into.length; k++) {
            long bits = mixed(runs[k] ^ run);
            double minutes = planned
                    * on.runTime().draw(bits)
                    / (1 - Math.min(0.9, on.scrap().draw(bits >>> TEN_BITS)));
            into[k] = whole(minutes + repairs(on.breakdowns(), minutes, breakdowns[k] ^ breakdown));
        }
    }

    /** Working minutes that a run still takes after {@code soFar} working minutes. */
    int minutesLeft(long key, int machine, int planned, int soFar, int future) {
        OnMachine on = spreads.machines().get(machine);
        long bits = mixed(runs[future] ^ ofKey(RUN, key));
        double scrap = 1 - Math.min(0.9, on.scrap().draw(bits >>> TEN_BITS));
        double run = left(on.runTime(), bits, planned / scrap, soFar);
        return whole(run + repairs(on.breakdowns(), run, breakdowns[future] ^ ofKey(BREAKDOWN, key)));
    }

    /** Elapsed minutes of outside work that has been away for {@code soFar}, from its start. */
    int outsideMinutesAbove(int soFar, long key, int planned, int future) {
        return soFar + whole(left(spreads.outside(), mixed(runs[future] ^ ofKey(RUN, key)), planned, soFar));
    }

    /** What has taken longer than any known takes a tenth of its plan more. */
    private static double left(Spread time, long bits, double planned, int soFar) {
        if (planned == 0) {
            return 0;
        }
        double left = planned * time.drawAbove((soFar - 0.5) / planned, bits) - soFar;
        return left < 0 ? planned / 10 : left;
    }

    /** Elapsed minutes of outside work, in each future. */
    void outsideMinutes(long key, int planned, int[] into) {
        long run = ofKey(RUN, key);
        for (int k = 0; k < into.length; k++) {
            into[k] = whole(planned * spreads.outside().draw(mixed(runs[k] ^ run)));
        }
    }

    int daysLate(Supply supply, int future) {
        return (int) Math.rint(spreads.days(supply).draw(mixed(deliveries[future] ^ ofKey(DELIVERY, supply.key()))));
    }

    /** @param drawn what is mixed for the first one */
    private static double repairs(Breakdowns breakdowns, double run, long drawn) {
        if (Double.isInfinite(breakdowns.minutesBetween())) {
            return 0;
        }
        long bits = mixed(drawn);
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

    private static long ofKey(long what, long key) {
        return mixed(key * DELIVERY + what);
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
