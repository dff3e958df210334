package org.duebook.shared;

/** The number of a production order. Upper-case letters, digits, dot, dash, slash or underscore; 1 to 40 characters. */
public record ProductionOrderNumber(String value) implements Comparable<ProductionOrderNumber> {

    public ProductionOrderNumber {
        Codes.check("production order number", value);
    }

    @Override
    public int compareTo(ProductionOrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
