package org.duebook.orders;

import java.util.Map;
import java.util.Objects;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An order that another system took before, under its number.
 *
 * @param standing where it stands: open orders are accepted whatever the rules would say, a rejected or cancelled one is
 *     only kept, a held one waits for what the rules ask, at least for somebody to look at it; null when the rules decide
 * @param cancelledLater whether the caller cancels it as soon as its deliveries are booked; no later order counts it
 * @param delivered what had been delivered of it by line, in the line's unit; such deliveries are booked after it, and
 *     until then it counts on the customer's account only with what is still owed
 */
public record CarriedOrder(
        OrderDraft draft, @Nullable OrderStatus standing, boolean cancelledLater, Map<Integer, Quantity> delivered) {

    public CarriedOrder {
        Objects.requireNonNull(draft.number(), "an order that is carried over has its number");
        delivered = Map.copyOf(delivered);
    }

    public OrderNumber number() {
        return Objects.requireNonNull(draft.number());
    }
}
