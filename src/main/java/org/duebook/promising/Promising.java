package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duebook.orders.ApprovalOutcome;
import org.duebook.orders.CancelOutcome;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.Resolution;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.stereotype.Service;

/**
 * Door to promise dates. Orders are entered, approved and cancelled through here, because an accepted order gets its
 * production orders and its promise in the same transaction.
 */
@Service
public class Promising {

    /** Enters an order: rules decide; when accepted it becomes production orders and is promised from the published plan. */
    public EntryResult enter(OrderDraft draft, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Enters an order that another system already promised: dates by line carry over as first promises, lines without
     * one are promised by the next published plan.
     *
     * @param delivered what was delivered before, by line; only the rest is produced
     */
    public EntryResult enterCarriedOver(
            OrderDraft draft,
            Map<Integer, LocalDate> promised,
            Map<Integer, org.duebook.shared.Quantity> delivered,
            Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Grants or refuses a hold of an order; granting the last one accepts and promises it. */
    public ApprovalOutcome resolve(OrderNumber order, int hold, Resolution resolution, String comment, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Cancels an order, ends its production, frees its capacity and material. */
    public CancelOutcome cancelOrder(OrderNumber order, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Inquiry: dates from the published plan and its journal, nothing reserved. */
    public QuoteOutcome quote(OrderDraft draft, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Optional<Quote> find(UUID quote) {
        throw new UnsupportedOperationException();
    }

    /** The actor's quotes that are still open, latest first. */
    public List<Quote> openQuotes(Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Takes capacity and material until the hold expires (minutes from the rules); quotes afresh when the dates no longer stand. */
    public QuoteOutcome hold(UUID quote, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Binds the quoted dates and accepts the order in one transaction; only the quote's author may. */
    public ConfirmOutcome confirm(UUID quote, Actor by) {
        throw new UnsupportedOperationException();
    }

    public QuoteOutcome cancel(UUID quote, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Promises by line; lines without one are absent. */
    public Map<OrderLineId, PromiseView> promises(Collection<OrderLineId> lines) {
        throw new UnsupportedOperationException();
    }

    /** The day the goods of each line are there when its production ends as given: inspection, packing, dispatch and transit added. */
    public Map<OrderLineId, LocalDate> deliveryDays(Map<OrderLineId, Instant> productionEnds) {
        throw new UnsupportedOperationException();
    }
}
