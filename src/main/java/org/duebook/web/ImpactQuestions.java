package org.duebook.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.changes.ChangeProposal;
import org.duebook.changes.Changes;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.promising.ImpactOutcome;
import org.duebook.promising.OrderChange;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Component;

/** Asks what a change would do, with what is delivered by now: only here both are known. */
@Component
public class ImpactQuestions {

    private final Changes changes;
    private final Orders orders;
    private final Fulfilment fulfilment;

    ImpactQuestions(Changes changes, Orders orders, Fulfilment fulfilment) {
        this.changes = changes;
        this.orders = orders;
        this.fulfilment = fulfilment;
    }

    public ImpactOutcome of(OrderChange change) {
        return changes.impact(change, delivered(change.order()));
    }

    /** Empty when there is no such proposal. */
    public Optional<ImpactOutcome> ofProposal(long id) {
        Optional<ChangeProposal> proposal = changes.find(id);
        return proposal.map(
                found -> changes.impact(found, delivered(found.wish().line().order())));
    }

    private Map<OrderLineId, Quantity> delivered(OrderNumber number) {
        List<OrderLineId> lines = orders.find(number)
                .map(order -> order.lines().stream().map(OrderLine::id).toList())
                .orElse(List.of());
        Map<OrderLineId, Quantity> delivered = new HashMap<>();
        fulfilment
                .deliveries(lines)
                .forEach((line, booked) -> booked.stream()
                        .map(Delivery::quantity)
                        .reduce(Quantity::plus)
                        .ifPresent(quantity -> delivered.put(line, quantity)));
        return delivered;
    }
}
