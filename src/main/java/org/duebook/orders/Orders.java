package org.duebook.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Door to customer orders: entry under the rules, holds and their answers, cancellation, history. Every step joins the
 * caller's transaction when there is one and locks the order's row, so that concurrent steps make one legal history.
 */
@Service
public class Orders {

    private final OrderEntry entry;
    private final OrdersAtOnce atOnce;
    private final OrderSteps steps;
    private final OrderRows rows;
    private final LineRegister register;
    private final HoldRows holds;
    private final Chronicle chronicle;

    Orders(
            OrderEntry entry,
            OrdersAtOnce atOnce,
            OrderSteps steps,
            OrderRows rows,
            LineRegister register,
            HoldRows holds,
            Chronicle chronicle) {
        this.register = register;
        this.entry = entry;
        this.atOnce = atOnce;
        this.steps = steps;
        this.rows = rows;
        this.holds = holds;
        this.chronicle = chronicle;
    }

    /**
     * Takes an order: the rules decide whether it is accepted, held or rejected. A draft whose number is on the books with
     * equal content gives the stored order back.
     */
    @Transactional
    public EntryOutcome enter(OrderDraft draft, Actor by) {
        return entry.enter(draft, by);
    }

    /**
     * Takes orders that another system took before, as {@link #enter} takes one after another, at the cost of a few
     * statements. What became of each, in the order given; a number that comes twice is an error of the caller.
     */
    @Transactional
    public List<EntryOutcome> enterCarriedOver(List<CarriedOrder> carried, Actor by) {
        return atOnce.enter(carried, by);
    }

    /** What is wrong with the form of a draft, by what was so a moment ago; empty when it could be entered and judged. */
    public List<Fault> check(OrderDraft draft) {
        return entry.checkLately(draft);
    }

    /**
     * What the rules would say, by what was so a moment ago; stores nothing. They are asked again when it is entered.
     *
     * @throws IllegalArgumentException when {@link #check} finds a fault with the draft
     */
    @Transactional(readOnly = true)
    public OrderVerdict judge(OrderDraft draft) {
        return entry.judge(draft);
    }

    @Transactional(readOnly = true)
    public Optional<CustomerOrder> find(OrderNumber number) {
        return rows.find(number);
    }

    /** Reads an order and keeps everyone else from changing it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CustomerOrder> findForUpdate(OrderNumber number) {
        return rows.lock(number) ? rows.find(number) : Optional.empty();
    }

    /** Reads and locks many orders as {@link #findForUpdate(OrderNumber)} does one; unknown ones are absent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<OrderNumber, CustomerOrder> findForUpdate(Collection<OrderNumber> numbers) {
        return rows.lockAll(numbers).stream().collect(Collectors.toMap(CustomerOrder::number, Function.identity()));
    }

    /** Orders by number, after the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<CustomerOrder> list(OrderFilter filter, @Nullable OrderNumber after, int limit) {
        return rows.load(rows.page(filter, after == null ? "" : after.value(), limit));
    }

    /** Orders, the last ordered first, older than the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<CustomerOrder> newest(OrderFilter filter, @Nullable OrderNumber olderThan, int limit) {
        return rows.load(rows.newest(filter, olderThan == null ? null : olderThan.value(), limit)).stream()
                .sorted(Comparator.comparing(CustomerOrder::orderDate)
                        .thenComparing(CustomerOrder::number)
                        .reversed())
                .toList();
    }

    /** Every order that is accepted or partly delivered, by number. */
    @Transactional(readOnly = true)
    public List<CustomerOrder> openOrders() {
        return rows.load(rows.page(OrderFilter.OPEN, "", Integer.MAX_VALUE));
    }

    /** The lines that exist of those asked for, by order and line. */
    @Transactional(readOnly = true)
    public List<OrderLine> findLines(Collection<OrderLineId> lines) {
        return rows.lines(lines);
    }

    /**
     * Lines of the orders that fit, in no order.
     *
     * @param item null for every item
     * @param enteredUntil only orders entered by then; null for all
     */
    @Transactional(readOnly = true)
    public List<LineDay> lineDays(OrderFilter filter, @Nullable ItemNumber item, @Nullable Instant enteredUntil) {
        return register.lines(filter, item, enteredUntil);
    }

    /** The orders that exist of those asked for, without their lines, in one read. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, OrderHead> heads(Collection<OrderNumber> numbers) {
        return register.heads(numbers);
    }

    /** Where each of these orders stood at an instant, by its history. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, OrderStatus> statusesAt(Collection<OrderNumber> numbers, Instant at) {
        return register.statuses(numbers, at);
    }

    /** Every step of an order's life, oldest first. */
    @Transactional(readOnly = true)
    public List<HistoryEntry> history(OrderNumber number) {
        return chronicle.history(number);
    }

    /** Adds to an order's history what was decided about it elsewhere; its row is locked by the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(OrderNumber number, String event, String text, Actor by) {
        steps.note(number, event, text, by);
    }

    /** What the rules said to an order, in the order of the stages. */
    @Transactional(readOnly = true)
    public List<OrderDecision> decisions(OrderNumber number) {
        return chronicle.decisions(List.of(number)).getOrDefault(number, List.of());
    }

    /** What the rules said to many orders, in one read; orders without a decision are absent. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, List<OrderDecision>> decisionsOf(Collection<OrderNumber> numbers) {
        return chronicle.decisions(numbers);
    }

    /** What an order waits or waited for. */
    @Transactional(readOnly = true)
    public List<OrderHold> holds(OrderNumber number) {
        return holds.load(number);
    }

    /** What many orders wait or waited for, in one read; orders that were never held are absent. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, List<OrderHold>> holdsOf(Collection<OrderNumber> numbers) {
        return holds.load(numbers);
    }

    /** Answers one hold; who may answer which kind is checked where the user is known. */
    @Transactional
    public ApprovalOutcome resolve(OrderNumber number, int hold, Resolution resolution, String comment, Actor by) {
        return steps.resolve(number, hold, resolution, comment, by);
    }

    @Transactional
    public CancelOutcome cancel(OrderNumber number, String reason, Actor by) {
        return steps.cancel(number, reason, by);
    }

    /**
     * Books on the order that something of it was delivered.
     *
     * @param open value of what is still owed, in the order's currency
     * @param complete whether every line is delivered in full
     */
    @Transactional
    public DeliveryStep markDelivered(OrderNumber number, Money open, boolean complete, Actor by, String text) {
        return steps.markDelivered(number, open, complete, by, text);
    }

    /** Books deliveries on orders that the caller's transaction has locked and found open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markDelivered(List<DeliveryMark> marks, Actor by) {
        steps.markDelivered(marks, by);
    }
}
