package org.duebook.shared;

/** The number of a customer order. Upper-case letters, digits, dot, dash, slash or underscore; 1 to 40 characters. */
public record OrderNumber(String value) implements Comparable<OrderNumber> {

    public OrderNumber {
        Codes.check("order number", value);
    }

    @Override
    public int compareTo(OrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
