package org.duebook.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duebook.customers.Customer;
import org.duebook.customers.Exposure;
import org.duebook.orders.DraftReading.Reading;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.Policies;
import org.duebook.shared.Actor;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;

/** What taking orders onto the books will write, table by table. */
final class Entries {

    private final Actor by;
    private final Policies policies;

    /** The orders as they are stored at first, with the rule sets that judged them. */
    final Map<CustomerOrder, String> stored = new LinkedHashMap<>();

    final List<Chronicle.Judged> judged = new ArrayList<>();
    final List<Chronicle.Step> steps = new ArrayList<>();
    final Map<OrderNumber, List<OrderHold>> held = new LinkedHashMap<>();
    final List<Exposure> exposures = new ArrayList<>();
    /** Where those go that do not stay held. */
    final List<OrderRows.Move> moves = new ArrayList<>();

    Entries(Actor by, Policies policies) {
        this.by = by;
        this.policies = policies;
    }

    /** Adds an order that was judged, or cancelled before it came; gives it as it then stands. */
    CustomerOrder add(Reading reading, OrderVerdict verdict, boolean cancelled) {
        CustomerOrder order = reading.order();
        Instant at = order.enteredAt();
        stored.put(order, verdict.ruleSet());
        judged.add(new Chronicle.Judged(order.number(), at, verdict));
        step(order, "ENTERED", OrderEntry.words(order));
        if (cancelled) {
            step(order, "CANCELLED", CarriedStanding.WORDS);
            return moved(order, OrderStatus.CANCELLED);
        }
        return switch (verdict) {
            case OrderVerdict.Accepted accepted -> {
                post(reading);
                step(
                        order,
                        "ACCEPTED",
                        CarriedStanding.isCarried(accepted) ? CarriedStanding.WORDS : OrderEntry.noObjection(accepted));
                yield moved(order, OrderStatus.ACCEPTED);
            }
            case OrderVerdict.Held waiting -> {
                post(reading);
                List<OrderHold> open = Verdicts.holds(waiting, at, policies.promiseParameters(order.orderDate()));
                held.put(order.number(), open);
                step(order, "HELD", OrderEntry.words(open));
                yield order;
            }
            case OrderVerdict.Rejected rejected -> {
                step(order, "REJECTED", Verdicts.reason(rejected.reasons()));
                yield moved(order, OrderStatus.REJECTED);
            }
        };
    }

    private CustomerOrder moved(CustomerOrder order, OrderStatus status) {
        moves.add(new OrderRows.Move(order.number(), order.version(), status, 1));
        return order.stepped(status);
    }

    private void step(CustomerOrder order, String event, String text) {
        steps.add(new Chronicle.Step(order.number(), new HistoryEntry(order.enteredAt(), by, event, text)));
    }

    private void post(Reading reading) {
        Customer customer = reading.customer();
        Money amount = reading.order().amount();
        if (customer != null && amount.amount().signum() > 0) {
            exposures.add(new Exposure(
                    customer.number(),
                    reading.order().number().value(),
                    reading.exchange().convert(amount, customer.creditLimit().currency())));
        }
    }
}
