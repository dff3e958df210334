package org.duebook.orders;

/**
 * Kinds of customer order: standard (catalogue item), custom (the customer's own specification), rush (compressed lead
 * time), blanket (agreement with dated releases), special (takes effect only with its deposit), project (named project).
 */
public enum OrderType {
    STANDARD,
    CUSTOM,
    RUSH,
    BLANKET,
    SPECIAL,
    PROJECT
}
