package org.duebook.policy.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import org.duebook.policy.AlertFacts;
import org.duebook.policy.StageClock;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs out of time, as the rules see it. Times are compared by the second.
 *
 * @param stage the stage whose clock runs; absent for what is no stage
 * @param allowed time from its beginning to its limit; zero where every moment of it is too long
 * @param elapsed time since its beginning, or until its projected end
 * @param unanswered time since somebody was told first
 */
public record AlertFact(
        @OneOf(AlertFacts.Kind.class) String kind,
        @ValidBy LocalDate day,
        @Nullable @OneOf(StageClock.class) String stage,
        @AtLeast(0) Duration allowed,
        @AtLeast(0) Duration elapsed,
        @AtLeast(0) Duration unanswered) {

    private static final int DECIMALS = 4;

    /** Elapsed in per cent of allowed, two decimals rounded down; absent where nothing is allowed. */
    @Derived
    @AtLeast(0)
    public @Nullable BigDecimal usedPercent() {
        return allowed.toSeconds() <= 0
                ? null
                : BigDecimal.valueOf(elapsed.toSeconds())
                        .divide(BigDecimal.valueOf(allowed.toSeconds()), DECIMALS, RoundingMode.FLOOR)
                        .movePointRight(2);
    }

    /** Time left; absent when it is over. */
    @Derived
    @AtLeast(0)
    public @Nullable Duration left() {
        return elapsed.compareTo(allowed) > 0 ? null : allowed.minus(elapsed);
    }

    /** Time past the limit; absent up to the limit itself. */
    @Derived
    @AtLeast(0)
    public @Nullable Duration over() {
        return elapsed.compareTo(allowed) > 0 ? elapsed.minus(allowed) : null;
    }
}
