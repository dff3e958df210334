package org.duebook.policy.fact;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A duty that somebody did not do, as the rules see it.
 *
 * @param day of the moment that is looked at, in the plant's time zone
 * @param time of the same moment; compared by the second
 * @param planMonth first day of the month a missing demand plan is for
 * @param clerksFault a released order is missing from production because a clerk made a mistake
 */
public record LapseFact(
        @OneOf(Kind.class) String kind,
        @ValidBy LocalDate day,
        LocalTime time,
        @Nullable LocalDate planMonth,
        boolean clerksFault) {

    /** Duties that are fined. */
    public enum Kind {
        /** A region has not handed in its demand plan of a month. */
        DEMAND_PLAN_MISSING,
        /** A released order is not in production. */
        ORDER_NOT_IN_PRODUCTION
    }

    /**
     * The day of the month before the planned one: 20 is its twentieth, and past its end it goes on, so that a plan that
     * never came is still missing in its own month; absent without a plan.
     */
    @Derived
    public @Nullable Integer dayOfMonthBefore() {
        return planMonth == null
                ? null
                : (int) ChronoUnit.DAYS.between(planMonth.minusMonths(1).withDayOfMonth(1), day) + 1;
    }
}
