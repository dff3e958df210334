package org.duebook.policy.fact;

import java.time.Duration;
import java.time.LocalDate;
import org.duebook.policy.StageClock;

/**
 * A clock of a stage or a hold that runs, as scenarios give it.
 *
 * @param clock what limits it
 * @param elapsed time since its start, by its own calendar
 */
public record ClockFact(
        @OneOf({StageClock.class, ClockFact.Hold.class}) String clock,
        @ValidBy LocalDate day,
        Duration elapsed) {

    /** Times of promising that a scenario can speak of. */
    public enum Hold {
        QUOTE_HOLD,
        CREDIT_HOLD,
        DEPOSIT_HOLD,
        PLANNED_INSPECTION,
        PLANNED_PACKING,
        PLANNED_DISPATCH
    }
}
