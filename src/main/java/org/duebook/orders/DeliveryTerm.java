package org.duebook.orders;

/** What a delivery date means: the day the goods leave the gate, or the day they reach the ship-to address. */
public enum DeliveryTerm {
    EX_WORKS,
    DELIVERED
}
