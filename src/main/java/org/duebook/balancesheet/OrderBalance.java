package org.duebook.balancesheet;

import java.time.LocalDate;
import java.util.List;
import org.duebook.catalog.Specification;
import org.duebook.orders.OrderStatus;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Language;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One row of the order balance sheet: an order line that is not fully delivered.
 *
 * @param orderVersion rises with every step of the order's life
 * @param tolerancesAccepted whether the plant has accepted the tolerances asked for
 * @param approvalPhrase who approved the order and what is still asked for, says nothing when nothing had to be approved
 * @param expected what the customer expects: dated parts, one for a plain line
 * @param promised null while nothing is promised
 * @param firstPromised the date promised first, where it is another one; else null
 * @param deliveries each actual delivery with its day and quantity
 * @param balance ordered less delivered plus returned
 * @param stagePhrase where the line is: on hold, planned, at a work centre, made, partly delivered …
 * @param projected the day it will be there by the published plan, or when what is made leaves today; null while held or not
 *     in the plan, and once it is delivered
 * @param daysLate projected (or today, when nothing is projected; the last delivery, once delivered) after promised, else
 *     after requested; 0 when in time
 * @param penalty what the contract will cost at that lateness; null when nothing
 * @param penaltyPhrase how it was reckoned, with the rule's words; says nothing when there is no penalty
 */
public record OrderBalance(
        OrderLineId line,
        int orderVersion,
        LocalDate orderDate,
        OrderStatus status,
        CustomerNumber customer,
        String customerName,
        ItemNumber item,
        String itemName,
        String shortDescription,
        Specification specification,
        boolean tolerancesAccepted,
        Phrase approvalPhrase,
        Quantity ordered,
        List<Part> expected,
        LocalDate requested,
        @Nullable LocalDate promised,
        @Nullable LocalDate firstPromised,
        List<Part> deliveries,
        Quantity delivered,
        Quantity balance,
        Phrase stagePhrase,
        @Nullable LocalDate projected,
        long daysLate,
        @Nullable Money penalty,
        Phrase penaltyPhrase) {

    public OrderBalance {
        expected = List.copyOf(expected);
        deliveries = List.copyOf(deliveries);
    }

    /** The day it is due: promised, else requested. */
    public LocalDate due() {
        return promised == null ? requested : promised;
    }

    public String approvals(Language language) {
        String words = approvalPhrase.in(language);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** In English, as the API has it. */
    public String approvals() {
        return approvals(Language.ENGLISH);
    }

    /** In English, as the API and the filter have it. */
    public String stage() {
        return stagePhrase.in(Language.ENGLISH);
    }

    /** In English, as the API has it. */
    public String penaltyReason() {
        return penaltyPhrase.in(Language.ENGLISH);
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
