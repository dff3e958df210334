package org.duebook.balancesheet;

import java.time.LocalDate;
import java.util.List;
import org.duebook.catalog.Specification;
import org.duebook.orders.OrderStatus;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One row of the order balance sheet: an order line that is not fully delivered.
 *
 * @param tolerancesAccepted whether the plant has accepted the tolerances asked for
 * @param approvals who approved the order and what is still asked for, in words; empty when nothing had to be approved
 * @param expected what the customer expects: dated parts, one for a plain line
 * @param promised null while nothing is promised
 * @param deliveries each actual delivery with its day and quantity
 * @param balance ordered less delivered plus returned
 * @param stage where the line is: on hold, planned, at a work centre, made, partly delivered …, in words
 * @param projected the day it will be there by the published plan, or when what is made leaves today; null while held or not
 *     in the plan, and once it is delivered
 * @param daysLate projected (or today, when nothing is projected; the last delivery, once delivered) after promised, else
 *     after requested; 0 when in time
 * @param penalty what the contract will cost at that lateness; null when nothing
 * @param penaltyReason the rule's words; empty when there is no penalty
 */
public record OrderBalance(
        OrderLineId line,
        LocalDate orderDate,
        OrderStatus status,
        CustomerNumber customer,
        String customerName,
        ItemNumber item,
        String itemName,
        String shortDescription,
        Specification specification,
        boolean tolerancesAccepted,
        String approvals,
        Quantity ordered,
        List<Part> expected,
        LocalDate requested,
        @Nullable LocalDate promised,
        List<Part> deliveries,
        Quantity delivered,
        Quantity balance,
        String stage,
        @Nullable LocalDate projected,
        long daysLate,
        @Nullable Money penalty,
        String penaltyReason) {

    public OrderBalance {
        expected = List.copyOf(expected);
        deliveries = List.copyOf(deliveries);
    }

    /** The day it is due: promised, else requested. */
    public LocalDate due() {
        return promised == null ? requested : promised;
    }

    public boolean isLate() {
        return daysLate > 0;
    }

    public boolean isHeld() {
        return status == OrderStatus.HELD;
    }

    /** A quantity on a day. */
    public record Part(LocalDate on, Quantity quantity) {}
}
