package org.duebook.production;

import java.time.Instant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What an order line's release asks of production: so much of an item, best ended by {@code requestedEnd}.
 *
 * @param notBefore when the work is released: nothing of it begins earlier; null when it is released already
 */
public record Demand(
        OrderLineId orderLine,
        int release,
        ItemNumber item,
        Quantity quantity,
        Instant requestedEnd,
        int priority,
        @Nullable Instant notBefore) {

    /** A demand whose work may begin at once. */
    public Demand(
            OrderLineId orderLine,
            int release,
            ItemNumber item,
            Quantity quantity,
            Instant requestedEnd,
            int priority) {
        this(orderLine, release, item, quantity, requestedEnd, priority, null);
    }
}
