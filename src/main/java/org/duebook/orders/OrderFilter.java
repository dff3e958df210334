package org.duebook.orders;

import java.util.Set;
import org.duebook.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/** Which orders are wanted; null and empty mean any. */
public record OrderFilter(@Nullable CustomerNumber customer, Set<OrderStatus> statuses) {

    public static final OrderFilter ALL = new OrderFilter(null, Set.of());

    public OrderFilter {
        statuses = Set.copyOf(statuses);
    }
}
