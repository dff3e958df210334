package org.duebook.promising;

import org.duebook.shared.OrderLineId;

/** A dated part of an order line; {@code release} counts from 1. */
public record ReleaseId(OrderLineId line, int release) {

    @Override
    public String toString() {
        return line + " release " + release;
    }
}
