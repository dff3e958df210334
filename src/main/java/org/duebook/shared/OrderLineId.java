package org.duebook.shared;

/** One line of a customer order: the order's number and the line's position, counted from 1. Written {@code SO-1001/2}. */
public record OrderLineId(OrderNumber order, int line) implements Comparable<OrderLineId> {

    public OrderLineId {
        if (line < 1) {
            throw new IllegalArgumentException("order line is " + line + ", wanted 1 or more");
        }
    }

    @Override
    public int compareTo(OrderLineId other) {
        int byOrder = order.compareTo(other.order);
        return byOrder != 0 ? byOrder : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return order + "/" + line;
    }
}
