package org.duebook.policy;

/** What came of trying a draft on the orders of a period. */
public sealed interface BackTestOutcome {

    /**
     * The draft could decide.
     *
     * @param check of the draft: scenarios that fail and would keep it from being published
     */
    record Ran(BackTestReport report, CheckReport check) implements BackTestOutcome {}

    /** The draft is faulty; nothing was tried. */
    record Refused(CheckReport report) implements BackTestOutcome {}

    /** Another one is at work. */
    record Busy() implements BackTestOutcome {}

    /** Somebody stopped it. */
    record Stopped() implements BackTestOutcome {}
}
