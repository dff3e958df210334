package org.duebook.orders;

import org.duebook.shared.Fault;

/** What became of a cancellation. */
public sealed interface CancelOutcome {

    record Cancelled(CustomerOrder order) implements CancelOutcome {}

    /** The order stands where nothing can be cancelled any more. */
    record NotAllowed(Fault fault) implements CancelOutcome {}

    record Unknown() implements CancelOutcome {}
}
