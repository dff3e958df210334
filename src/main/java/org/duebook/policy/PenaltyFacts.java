package org.duebook.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.duebook.shared.Money;

/**
 * A line that is or may be late. The same facts serve a penalty that is projected and one that fell due.
 *
 * @param contractClass class of the customer's contract
 * @param type kind of the order
 * @param orderDate when the contract was made: the rules valid on this day apply
 * @param lineAmount amount of what is late, in any currency; the penalty is in the same
 * @param promised the day promised
 * @param delivered the day it was, or by the plan will be, delivered
 */
public record PenaltyFacts(
        String contractClass,
        OrderFacts.Type type,
        LocalDate orderDate,
        Money lineAmount,
        LocalDate promised,
        LocalDate delivered) {

    /** Started days after the promised one; 0 when not late. */
    public int daysLate() {
        return (int) Math.max(0, ChronoUnit.DAYS.between(promised, delivered));
    }
}
