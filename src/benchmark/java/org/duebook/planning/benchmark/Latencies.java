package org.duebook.planning.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How long each of many questions took; may be told by several threads. */
public final class Latencies {

    private final long[] nanos;
    private final AtomicInteger told = new AtomicInteger();

    public Latencies(int most) {
        this.nanos = new long[most];
    }

    public void add(long took) {
        nanos[told.getAndIncrement()] = took;
    }

    public int count() {
        return told.get();
    }

    /** How many one after another make a second. */
    public double perSecond() {
        return count()
                * (double) TimeUnit.SECONDS.toNanos(1)
                / Arrays.stream(nanos, 0, count()).sum();
    }

    /** Microseconds within which such a share of them was answered. */
    public long micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, count());
        Arrays.sort(sorted);
        int at = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
        return TimeUnit.NANOSECONDS.toMicros(sorted[at]);
    }
}
