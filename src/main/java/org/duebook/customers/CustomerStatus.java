package org.duebook.customers;

/** Whether a customer may order: a {@code NEW} one has no delivery behind it, a {@code BLOCKED} one may not order at all. */
public enum CustomerStatus {
    ACTIVE,
    NEW,
    BLOCKED
}
