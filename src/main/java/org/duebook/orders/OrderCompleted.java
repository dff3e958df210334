package org.duebook.orders;

import java.util.List;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;

/** Every line of an order is delivered in full. Published inside the transaction that delivers the last of it. */
public record OrderCompleted(OrderNumber order, List<OrderLineId> lines, Actor by) {

    public OrderCompleted {
        lines = List.copyOf(lines);
    }
}
