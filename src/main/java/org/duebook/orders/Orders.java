package org.duebook.orders;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Door to customer orders: entry under the rules, holds and their answers, cancellation, history. Every step joins the
 * caller's transaction when there is one and locks the order's row, so that concurrent steps make one legal history.
 */
@Service
public class Orders {

    /**
     * Takes an order: the rules decide whether it is accepted, held or rejected. A draft whose number is on the books with
     * equal content gives the stored order back.
     */
    public EntryOutcome enter(OrderDraft draft, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with the form of a draft; empty when it could be entered and judged. */
    public List<Fault> check(OrderDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** What the rules would say; stores nothing. Wants a draft that {@link #check} finds no fault with. */
    public OrderVerdict judge(OrderDraft draft) {
        throw new UnsupportedOperationException();
    }

    public Optional<CustomerOrder> find(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Reads an order and keeps everyone else from changing it until the caller's transaction ends. */
    public Optional<CustomerOrder> findForUpdate(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Orders by number, after the given one, at most {@code limit}. */
    public List<CustomerOrder> list(OrderFilter filter, @Nullable OrderNumber after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Every order that is accepted or partly delivered, by number. */
    public List<CustomerOrder> openOrders() {
        throw new UnsupportedOperationException();
    }

    /** The lines that exist of those asked for, by order and line. */
    public List<OrderLine> findLines(Collection<OrderLineId> lines) {
        throw new UnsupportedOperationException();
    }

    /** Every step of an order's life, oldest first. */
    public List<HistoryEntry> history(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /** What the rules said to an order, in the order of the stages. */
    public List<OrderDecision> decisions(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /** What the rules said to many orders, in one read. */
    public Map<OrderNumber, List<OrderDecision>> decisionsOf(Collection<OrderNumber> numbers) {
        throw new UnsupportedOperationException();
    }

    /** What an order waits or waited for. */
    public List<OrderHold> holds(OrderNumber number) {
        throw new UnsupportedOperationException();
    }

    /** What many orders wait or waited for, in one read. */
    public Map<OrderNumber, List<OrderHold>> holdsOf(Collection<OrderNumber> numbers) {
        throw new UnsupportedOperationException();
    }

    /** Answers one hold; who may answer which kind is checked where the user is known. */
    public ApprovalOutcome resolve(OrderNumber number, int hold, Resolution resolution, String comment, Actor by) {
        throw new UnsupportedOperationException();
    }

    public CancelOutcome cancel(OrderNumber number, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /**
     * Books on the order that something of it was delivered.
     *
     * @param open value of what is still owed, in the order's currency
     * @param complete whether every line is delivered in full
     */
    public DeliveryStep markDelivered(OrderNumber number, Money open, boolean complete, Actor by, String text) {
        throw new UnsupportedOperationException();
    }
}
