package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.duebook.planning.futures.Prospect;
import org.jspecify.annotations.Nullable;

/** When some production will end, as far as the plant's own variation tells. Confidences and chances are from 0 to 1. */
public final class Outlook {

    private final Instant origin;
    private final Prospect prospect;
    private final Supplier<List<Variation>> variations;

    /** @param origin minute zero */
    Outlook(Instant origin, Prospect prospect, Supplier<List<Variation>> variations) {
        this.origin = origin;
        this.prospect = prospect;
        this.variations = variations;
    }

    /** Of what ends at that instant and cannot end later: it lies in stock, or nobody asked for its chances. */
    public static Outlook certain(Instant end) {
        return new Outlook(end, Prospect.certain(0), List::of);
    }

    /** When it ends by plan. */
    public Instant planned() {
        return at(prospect.planned());
    }

    /** By when it has ended with a confidence; never before it does by plan. */
    public Instant endWith(double confidence) {
        return at(prospect.minuteAt(confidence));
    }

    /** What a date told with a confidence leaves between the planned end and the day it must be kept by, at least. */
    public Duration buffer(double confidence) {
        return Duration.between(planned(), endWith(confidence));
    }

    /** The chance that it has ended by an instant. */
    public double chance(Instant by) {
        return prospect.chance(
                (int) Math.clamp(ChronoUnit.MINUTES.between(origin, by), Integer.MIN_VALUE / 2, Integer.MAX_VALUE / 2));
    }

    /** Whether it can end at any other time than planned. */
    public boolean varies() {
        return prospect.varies();
    }

    /** What makes it vary, the most first. */
    public List<Variation> variations() {
        return variations.get();
    }

    /** What is thought of its end, in short. */
    public LikelyEnds likely() {
        return new LikelyEnds(
                planned(), Arrays.stream(prospect.minutesAfterPlan()).boxed().toList(), prospect.recorded());
    }

    private Instant at(int minute) {
        return origin.plus(minute, ChronoUnit.MINUTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outlook outlook
                && planned().equals(outlook.planned())
                && likely().equals(outlook.likely());
    }

    @Override
    public int hashCode() {
        return planned().hashCode();
    }

    @Override
    public String toString() {
        return planned() + (varies() ? ", nine times in ten by " + endWith(0.9) : "");
    }
}
