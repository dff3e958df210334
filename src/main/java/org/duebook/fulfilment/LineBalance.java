package org.duebook.fulfilment;

import java.util.Collection;
import org.duebook.shared.Quantity;

/**
 * What is owed of an order line: ordered − delivered + returned, at every instant. Returns cannot be booked yet, so
 * {@code returned} is 0.
 */
public record LineBalance(Quantity ordered, Quantity delivered, Quantity returned) {

    /** The balance after these deliveries when nothing came back. */
    public static LineBalance of(Quantity ordered, Collection<Delivery> deliveries) {
        Quantity none = Quantity.zero(ordered.unit());
        return new LineBalance(
                ordered, deliveries.stream().map(Delivery::quantity).reduce(none, Quantity::plus), none);
    }

    public Quantity open() {
        return ordered.plus(returned).minus(delivered);
    }

    public boolean isComplete() {
        return open().isZero();
    }
}
