package org.duebook.shared;

/** The number of an item: finished, semi-finished or purchased. Upper-case letters, digits, dot, dash, slash or underscore; 1 to 40 characters. */
public record ItemNumber(String value) implements Comparable<ItemNumber> {

    public ItemNumber {
        Codes.check("item number", value);
    }

    @Override
    public int compareTo(ItemNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
