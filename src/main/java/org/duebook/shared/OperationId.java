package org.duebook.shared;

/** One operation of a production order: the order's number and the operation's sequence (10, 20, 30 …). Written {@code PO-17-20}. */
public record OperationId(ProductionOrderNumber productionOrder, int sequence) implements Comparable<OperationId> {

    public OperationId {
        if (sequence < 1) {
            throw new IllegalArgumentException("operation sequence is " + sequence + ", wanted 1 or more");
        }
    }

    /** Reads what {@link #toString()} wrote. */
    public static OperationId parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 1 || !text.substring(dash + 1).matches("\\d{1,6}")) {
            throw new IllegalArgumentException(
                    "operation is '" + text + "', wanted production order and sequence such as PO-17-20");
        }
        return new OperationId(
                new ProductionOrderNumber(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public int compareTo(OperationId other) {
        int byOrder = productionOrder.compareTo(other.productionOrder);
        return byOrder != 0 ? byOrder : Integer.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return productionOrder + "-" + sequence;
    }
}
