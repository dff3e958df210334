package org.duebook.orders;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/** Which orders are wanted; null and empty mean any. */
public record OrderFilter(@Nullable CustomerNumber customer, Set<OrderStatus> statuses) {

    public static final OrderFilter ALL = new OrderFilter(null, Set.of());

    /** Orders whose lines are still owed. */
    public static final OrderFilter OPEN = new OrderFilter(
            null,
            Arrays.stream(OrderStatus.values()).filter(OrderStatus::isOpen).collect(Collectors.toSet()));

    public OrderFilter {
        statuses = Set.copyOf(statuses);
    }
}
