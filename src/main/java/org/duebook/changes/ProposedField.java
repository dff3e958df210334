package org.duebook.changes;

/** What of an order line a proposal wants changed. */
public enum ProposedField {
    QUANTITY,
    REQUESTED_DATE,
    PROMISED_DATE,
    SPECIFICATION,
    DIMENSIONS,
    TOLERANCES
}
