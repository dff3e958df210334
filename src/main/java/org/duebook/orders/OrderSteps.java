package org.duebook.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.Exposure;
import org.duebook.orders.OrderHold.Kind;
import org.duebook.orders.OrderHold.Resolved;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of an order's life after its entry. Each locks the order's row before it looks where the order stands. */
@Component
class OrderSteps {

    private final OrderRows rows;
    private final HoldRows holds;
    private final Chronicle chronicle;
    private final Customers customers;
    private final DraftReading drafts;
    private final ApplicationEventPublisher events;

    OrderSteps(
            OrderRows rows,
            HoldRows holds,
            Chronicle chronicle,
            Customers customers,
            DraftReading drafts,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.holds = holds;
        this.chronicle = chronicle;
        this.customers = customers;
        this.drafts = drafts;
        this.events = events;
    }

    ApprovalOutcome resolve(OrderNumber number, int id, Resolution resolution, String comment, Actor by) {
        if (!rows.lock(number)) {
            return new ApprovalOutcome.Unknown();
        }
        CustomerOrder order = rows.find(number).orElseThrow();
        List<OrderHold> all = holds.load(number);
        Optional<OrderHold> asked = all.stream().filter(hold -> hold.id() == id).findFirst();
        if (asked.isEmpty()) {
            return new ApprovalOutcome.Unknown();
        }
        Optional<Fault> objection = objection(order, asked.get(), all);
        if (objection.isPresent()) {
            return new ApprovalOutcome.NotAllowed(objection.get());
        }
        Instant at = drafts.now();
        holds.resolve(number, id, new Resolved(resolution, by, at, comment));
        chronicle.add(
                number, new HistoryEntry(at, by, asked.get().kind() + "_" + resolution, words(asked.get(), comment)));
        return resolution == Resolution.REFUSED ? reject(order, asked.get(), by) : grant(order, by);
    }

    CancelOutcome cancel(OrderNumber number, String reason, Actor by) {
        if (!rows.lock(number)) {
            return new CancelOutcome.Unknown();
        }
        CustomerOrder order = rows.find(number).orElseThrow();
        if (!order.status().mayBecome(OrderStatus.CANCELLED)) {
            return new CancelOutcome.NotAllowed(new Fault(
                    "status",
                    order.status().name(),
                    "an order that is held, accepted or partly delivered",
                    "nothing is left to cancel"));
        }
        postExposure(order, Money.zero(order.currency()));
        CustomerOrder cancelled = step(order, OrderStatus.CANCELLED, by, "CANCELLED", reason);
        events.publishEvent(new OrderCancelled(number, order.status(), lines(order), reason, by));
        return new CancelOutcome.Cancelled(cancelled);
    }

    DeliveryStep markDelivered(OrderNumber number, Money open, boolean complete, Actor by, String text) {
        if (!rows.lock(number)) {
            return new DeliveryStep.Unknown();
        }
        CustomerOrder order = rows.find(number).orElseThrow();
        if (!order.status().isOpen()) {
            return new DeliveryStep.NotAllowed(new Fault(
                    "status",
                    order.status().name(),
                    "an order that is accepted or partly delivered",
                    order.status() == OrderStatus.HELD
                            ? "have its holds answered first"
                            : "enter a new order for what shall be delivered"));
        }
        OrderStatus next = complete ? OrderStatus.DELIVERED : OrderStatus.PARTLY_DELIVERED;
        postExposure(order, complete ? Money.zero(order.currency()) : open);
        CustomerOrder moved = step(order, next, by, next.name(), text);
        if (complete) {
            events.publishEvent(new OrderCompleted(number, lines(order), by));
        }
        return new DeliveryStep.Moved(moved);
    }

    void markDelivered(List<DeliveryMark> marks, Actor by) {
        if (marks.isEmpty()) {
            return;
        }
        Map<OrderNumber, List<DeliveryMark>> byOrder = marks.stream()
                .collect(Collectors.groupingBy(mark -> mark.order().number(), LinkedHashMap::new, Collectors.toList()));
        Map<CustomerNumber, Customer> ordering = customers.findAll(
                marks.stream().map(mark -> mark.order().customer()).distinct().toList());
        Exchange exchange = drafts.exchange();
        Instant at = drafts.now();
        List<OrderRows.Move> moves = new ArrayList<>();
        List<Exposure> exposures = new ArrayList<>();
        byOrder.forEach((number, ofOrder) -> {
            DeliveryMark last = ofOrder.getLast();
            CustomerOrder order = last.order();
            moves.add(new OrderRows.Move(number, order.version(), delivered(last), ofOrder.size()));
            Customer customer = ordering.get(order.customer());
            if (customer != null) {
                Money open = last.complete() ? Money.zero(order.currency()) : last.open();
                exposures.add(new Exposure(
                        customer.number(),
                        number.value(),
                        exchange.convert(open, customer.creditLimit().currency())));
            }
        });
        customers.postExposures(exposures);
        rows.step(moves);
        chronicle.add(marks.stream()
                .map(mark -> new Chronicle.Step(
                        mark.order().number(),
                        new HistoryEntry(at, by, delivered(mark).name(), mark.text())))
                .toList());
        marks.stream()
                .filter(DeliveryMark::complete)
                .forEach(mark ->
                        events.publishEvent(new OrderCompleted(mark.order().number(), lines(mark.order()), by)));
    }

    private static OrderStatus delivered(DeliveryMark mark) {
        return mark.complete() ? OrderStatus.DELIVERED : OrderStatus.PARTLY_DELIVERED;
    }

    /** Posts what an order still counts on its customer's account; an unknown customer has none. */
    void postExposure(CustomerOrder order, Money open) {
        Optional<Customer> customer = customers.find(order.customer());
        customer.ifPresent(known -> customers.postExposure(
                known.number(),
                order.number().value(),
                drafts.exchange().convert(open, known.creditLimit().currency())));
    }

    void note(OrderNumber order, String event, String text, Actor by) {
        chronicle.add(order, new HistoryEntry(drafts.now(), by, event, text));
    }

    /** Moves an order on. A further delivery leaves a partly delivered order where it is, with a history entry of its own. */
    CustomerOrder step(CustomerOrder order, OrderStatus next, Actor by, String event, String text) {
        if (order.status() != next && !order.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "order " + order.number() + " is " + order.status() + " and cannot become " + next);
        }
        rows.step(order, next);
        chronicle.add(order.number(), new HistoryEntry(drafts.now(), by, event, text));
        return rows.find(order.number()).orElseThrow();
    }

    private ApprovalOutcome grant(CustomerOrder order, Actor by) {
        List<OrderHold> open =
                holds.load(order.number()).stream().filter(OrderHold::isOpen).toList();
        return open.isEmpty()
                ? new ApprovalOutcome.Accepted(
                        step(order, OrderStatus.ACCEPTED, by, "ACCEPTED", "every hold is answered"))
                : new ApprovalOutcome.StillHeld(order, open);
    }

    private ApprovalOutcome reject(CustomerOrder order, OrderHold refused, Actor by) {
        postExposure(order, Money.zero(order.currency()));
        return new ApprovalOutcome.Rejected(step(
                order,
                OrderStatus.REJECTED,
                by,
                "REJECTED",
                refused.kind() + " refused: " + refused.ruleId() + ": " + refused.reason()));
    }

    private static Optional<Fault> objection(CustomerOrder order, OrderHold asked, List<OrderHold> all) {
        if (order.status() != OrderStatus.HELD) {
            return Optional.of(
                    new Fault("status", order.status().name(), "an order that is held", "nothing is left to answer"));
        }
        Resolved before = asked.resolved();
        if (before != null) {
            return Optional.of(new Fault(
                    "hold",
                    before.resolution() + " by " + before.by(),
                    "a hold that is still open",
                    "answer one of the open holds"));
        }
        return all.stream()
                .filter(hold -> hold.kind() == Kind.APPROVAL && asked.kind() == Kind.APPROVAL)
                .filter(hold -> hold.isOpen() && hold.id() < asked.id())
                .findFirst()
                .map(earlier -> new Fault(
                        "hold",
                        asked.approver(),
                        "the approval of " + earlier.approver() + " first",
                        "have hold " + earlier.id() + " answered first"));
    }

    private static String words(OrderHold hold, String comment) {
        String what = hold.approver().isEmpty() ? hold.ruleId() : hold.ruleId() + ", " + hold.approver();
        return comment.isBlank() ? what : what + ": " + comment;
    }

    private static List<OrderLineId> lines(CustomerOrder order) {
        return order.lines().stream().map(OrderLine::id).toList();
    }
}
