package org.duebook.policy;

import java.math.BigDecimal;
import org.duebook.shared.Money;

/** What lateness costs by contract. */
public sealed interface PenaltyVerdict {

    /** Version (content hash) of the rule set that decided. */
    String ruleSet();

    /** What is owed; zero for {@link None}. */
    Money amount();

    int daysLate();

    /** Nothing is owed: in time, within the grace days, or no row of the table speaks of this contract. */
    record None(String ruleSet, Money amount, int daysLate, String reason) implements PenaltyVerdict {}

    /**
     * A penalty is owed: penalised days × per cent a day, at most the cap, of the line amount.
     *
     * @param penalisedDays started days late less the grace days
     * @param percentPerDay of the line amount for each penalised day
     * @param capPercent most that can fall due, in per cent of the line amount
     * @param capped whether the cap cut it
     */
    record Owed(
            String ruleSet,
            Money amount,
            int daysLate,
            int penalisedDays,
            BigDecimal percentPerDay,
            BigDecimal capPercent,
            boolean capped,
            Decision because)
            implements PenaltyVerdict {}
}
