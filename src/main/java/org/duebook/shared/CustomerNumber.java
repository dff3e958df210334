package org.duebook.shared;

/** The number a customer is known by. Upper-case letters, digits, dot, dash, slash or underscore; 1 to 40 characters. */
public record CustomerNumber(String value) implements Comparable<CustomerNumber> {

    public CustomerNumber {
        Codes.check("customer number", value);
    }

    @Override
    public int compareTo(CustomerNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
