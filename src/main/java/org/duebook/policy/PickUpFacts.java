package org.duebook.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.duebook.shared.Money;

/**
 * Goods of an order that are to be collected.
 *
 * @param orderDate when the order was placed: the rules valid on this day apply
 * @param orderAmount of the whole order
 * @param depositPaid in the currency of the order
 * @param received the day all of them were in stock
 * @param day the day they were collected, or today while they still wait
 * @param collected whether all of them were
 */
public record PickUpFacts(
        OrderFacts.Type type,
        LocalDate orderDate,
        Money orderAmount,
        Money depositPaid,
        LocalDate received,
        LocalDate day,
        boolean collected) {

    public PickUpFacts {
        if (day.isBefore(received)) {
            throw new IllegalArgumentException(
                    "goods received on " + received + " cannot be collected on " + day + ", wanted that day or later");
        }
        if (!orderAmount.currency().equals(depositPaid.currency())) {
            throw new IllegalArgumentException("order is in " + orderAmount.currency() + " and its deposit in "
                    + depositPaid.currency() + ", wanted one currency; convert the deposit first");
        }
    }

    /** Days from the receipt, which is day 0. */
    public int daysInStock() {
        return (int) ChronoUnit.DAYS.between(received, day);
    }
}
