package org.duebook.orders;

import java.time.LocalDate;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.OrderNumber;

/** An order without its lines. {@code version} rises by one with every step of its life. */
public record OrderHead(
        OrderNumber number,
        CustomerNumber customer,
        OrderType type,
        LocalDate orderDate,
        OrderStatus status,
        int version) {

    public static OrderHead of(CustomerOrder order) {
        return new OrderHead(
                order.number(), order.customer(), order.type(), order.orderDate(), order.status(), order.version());
    }

    /** The same order at another time of its life. */
    public OrderHead as(OrderStatus then) {
        return new OrderHead(number, customer, type, orderDate, then, version);
    }
}
