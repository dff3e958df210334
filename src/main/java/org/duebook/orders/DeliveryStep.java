package org.duebook.orders;

import org.duebook.shared.Fault;

/** What became of an order when a delivery was booked on it. */
public sealed interface DeliveryStep {

    record Moved(CustomerOrder order) implements DeliveryStep {}

    /** The order is not open. */
    record NotAllowed(Fault fault) implements DeliveryStep {}

    record Unknown() implements DeliveryStep {}
}
