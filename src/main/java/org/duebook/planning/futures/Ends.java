package org.duebook.planning.futures;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something is done, in each of the futures. Minutes from the problem's origin. */
public final class Ends {
    private final int[] byFuture;
    private final int[] sorted;

    Ends(int[] byFuture) {
        this.byFuture = byFuture;
        sorted = byFuture.clone();
        Arrays.sort(sorted);
    }

    /** Equally likely minutes, in any order, at least one. */
    public static Ends of(int[] minutes) {
        return new Ends(minutes.clone());
    }

    /** When all of these, drawn in the same futures, are done. */
    public static Ends ofAll(List<Ends> all) {
        int[] latest = all.getFirst().byFuture.clone();
        for (Ends each : all) {
            if (each.byFuture.length != latest.length) {
                throw new IllegalArgumentException(
                        each.byFuture.length + " futures beside " + latest.length + "; draw both from the same");
            }
            for (int k = 0; k < latest.length; k++) {
                latest[k] = Math.max(latest[k], each.byFuture[k]);
            }
        }
        return new Ends(latest);
    }

    /** Whether it is done at one minute in all of them. */
    public boolean isOneMinute() {
        return sorted[0] == sorted[sorted.length - 1];
    }

    /** So many minutes, ascending, that stand for all futures equally; the last is that of the last future. */
    public int[] thinned(int count) {
        int[] thinned = new int[count];
        for (int i = 0; i < count; i++) {
            thinned[i] = sorted[(int) ((i + 0.5) / count * sorted.length)];
        }
        thinned[count - 1] = sorted[sorted.length - 1];
        return thinned;
    }

    /** The share of futures in which it is done by a minute, from 0 to 1. */
    public double chance(int minute) {
        return (double) notAfter(minute) / sorted.length;
    }

    /**
     * The first minute by which it is done in that share of the futures.
     *
     * @param level above 0; beyond 1, where every future was too early, the widest distance from the median is drawn out in
     *     proportion
     */
    public int minuteAt(double level) {
        if (!(level > 0)) {
            throw new IllegalArgumentException("level " + level + " is not above 0");
        }
        int last = sorted[sorted.length - 1];
        if (level > 1) {
            return (int) Math.min(Integer.MAX_VALUE / 2, last + Math.ceil((level - 1) * reach()));
        }
        return sorted[Math.min(sorted.length, (int) Math.ceil(level * sorted.length - 1e-9)) - 1];
    }

    /** The level of a minute, the other way round; above 1 where it is after every future. */
    public double levelOf(int minute) {
        int last = sorted[sorted.length - 1];
        return minute > last ? 1 + (minute - last) / (double) reach() : chance(minute);
    }

    /** By how much the last future is later than the one in the middle; a minute at least. */
    private int reach() {
        return Math.max(1, sorted[sorted.length - 1] - sorted[sorted.length / 2]);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ends ends && Arrays.equals(sorted, ends.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return sorted[0] + " to " + sorted[sorted.length - 1] + ", half by " + sorted[sorted.length / 2];
    }

    private int notAfter(int minute) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
