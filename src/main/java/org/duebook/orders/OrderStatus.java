package org.duebook.orders;

import java.util.Set;

/** Where an order stands, and which steps are legal from there. */
public enum OrderStatus {
    /** Waits for credit, deposit, approval or clarification. */
    HELD,
    /** Binding; never edited in place from here on. */
    ACCEPTED,
    PARTLY_DELIVERED,
    DELIVERED,
    REJECTED,
    CANCELLED;

    public Set<OrderStatus> next() {
        return switch (this) {
            case HELD -> Set.of(ACCEPTED, REJECTED, CANCELLED);
            case ACCEPTED -> Set.of(PARTLY_DELIVERED, DELIVERED, CANCELLED);
            case PARTLY_DELIVERED -> Set.of(DELIVERED, CANCELLED);
            case DELIVERED, REJECTED, CANCELLED -> Set.of();
        };
    }

    public boolean mayBecome(OrderStatus wanted) {
        return next().contains(wanted);
    }

    /** Whether lines of such an order are still owed to the customer and planned. */
    public boolean isOpen() {
        return this == ACCEPTED || this == PARTLY_DELIVERED;
    }
}
