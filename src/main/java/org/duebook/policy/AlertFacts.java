package org.duebook.policy;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs out of time.
 *
 * @param day the rules of this day apply
 * @param stage the stage whose clock runs, or null for what is no stage
 * @param allowed time from its beginning to its limit, by its own calendar; zero where every moment of it is too long
 * @param elapsed time since its beginning by the same calendar, or until its projected end
 * @param unanswered time since somebody was told first; zero when nobody was yet
 */
public record AlertFacts(
        Kind kind, LocalDate day, @Nullable StageClock stage, Duration allowed, Duration elapsed, Duration unanswered) {

    /** What people are told about. */
    public enum Kind {
        /** A stage's clock, from its start. */
        STAGE_CLOCK,
        /** A line that is not delivered yet, from the order to its promised day. */
        LINE_DUE,
        /** A line that by the plan is, or was, delivered after its promised day, from the order to that delivery. */
        LINE_LATE,
        CREDIT_HOLD,
        DEPOSIT_HOLD,
        /** An answer of customer or clerk. */
        CLARIFICATION,
        /** Material that an operation waits for. */
        MATERIAL,
        QUALITY_HOLD,
        /** A region's demand plan, from the first of the month to its day. */
        DEMAND_PLAN
    }

    public AlertFacts {
        if ((kind == Kind.STAGE_CLOCK) != (stage != null)) {
            throw new IllegalArgumentException(
                    "alert " + kind + " has stage " + stage + ", wanted a stage for STAGE_CLOCK and none otherwise");
        }
        if (allowed.isNegative() || elapsed.isNegative() || unanswered.isNegative()) {
            throw new IllegalArgumentException("alert " + kind + " has allowed " + allowed + ", elapsed " + elapsed
                    + ", unanswered " + unanswered + ", wanted 0 or more");
        }
    }
}
