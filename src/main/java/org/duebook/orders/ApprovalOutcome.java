package org.duebook.orders;

import java.util.List;
import org.duebook.shared.Fault;

/** What answering a hold did to its order. */
public sealed interface ApprovalOutcome {

    /** It was the last one: the order is binding now. */
    record Accepted(CustomerOrder order) implements ApprovalOutcome {}

    /** The order still waits for these. */
    record StillHeld(CustomerOrder order, List<OrderHold> open) implements ApprovalOutcome {

        public StillHeld {
            open = List.copyOf(open);
        }
    }

    /** A refusal: the order is rejected. */
    record Rejected(CustomerOrder order) implements ApprovalOutcome {}

    /** Not now: the order is not held any more, the hold has been answered, or an earlier approval is missing. */
    record NotAllowed(Fault fault) implements ApprovalOutcome {}

    /** There is no such order or hold. */
    record Unknown() implements ApprovalOutcome {}
}
