package org.duebook.orders;

/** The answer to a hold. */
public enum Resolution {
    /** Credit released, deposit paid, approval given or matter clarified. */
    GRANTED,
    /** Refused for good: the order is rejected. */
    REFUSED
}
