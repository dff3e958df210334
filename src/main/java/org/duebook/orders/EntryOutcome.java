package org.duebook.orders;

import java.util.List;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Fault;
import org.duebook.shared.Saved;

/** What became of an order that was entered. */
public sealed interface EntryOutcome {

    /**
     * The order is on the books as accepted, held or rejected; a rejected one is kept too.
     *
     * @param saved {@code CREATED}, or {@code UNCHANGED} when the same order was there already
     */
    record Taken(CustomerOrder order, OrderVerdict verdict, Saved saved) implements EntryOutcome {}

    /** The order cannot be kept at all; nothing was stored. Never without a fault. */
    record Refused(List<Fault> faults) implements EntryOutcome {

        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("an order is refused for at least one fault");
            }
        }
    }
}
