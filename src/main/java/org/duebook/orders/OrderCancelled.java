package org.duebook.orders;

import java.util.List;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;

/**
 * An order was cancelled. Published inside the transaction that cancels it: whoever listens gives back what the order
 * holds, or the cancellation does not happen.
 *
 * @param from where the order stood before
 */
public record OrderCancelled(OrderNumber order, OrderStatus from, List<OrderLineId> lines, String reason, Actor by) {

    public OrderCancelled {
        lines = List.copyOf(lines);
    }
}
