package org.duebook.policy;

import java.util.Locale;

/** A stage of an order that has to be done within a time. */
public enum StageClock {
    /** From the customer's order to its entry. */
    ENTRY,
    /** From entry to the confirmation that it is entered as wanted. */
    CONFIRMATION,
    REVIEW,
    PLAN_DRAFT,
    PLAN_APPROVAL,
    /** From one progress report to the next. */
    PROGRESS,
    /** From completion on. */
    INSPECTION,
    PACKING,
    DISPATCH,
    /** From dispatch to the word to the customer. */
    FEEDBACK;

    /** As tables write it: {@code plan draft}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
