package org.duebook.policy;

import java.time.LocalDateTime;
import java.time.YearMonth;

/** A duty that was not done, and that somebody may be fined for. Each is fined once, whoever asks how often. */
public sealed interface Lapse {

    /** The moment that is looked at, in the plant's time zone; the rules of its day apply. */
    LocalDateTime at();

    /**
     * A region's demand plan of a month is missing.
     *
     * @param month the planned one
     * @param at now, or when the plan came after all
     */
    record DemandPlanMissing(YearMonth month, LocalDateTime at) implements Lapse {}

    /**
     * A released order is missing from production.
     *
     * @param clerksFault because a clerk made a mistake
     */
    record OrderNotInProduction(boolean clerksFault, LocalDateTime at) implements Lapse {}
}
