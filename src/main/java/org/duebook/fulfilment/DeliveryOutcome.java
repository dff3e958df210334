package org.duebook.fulfilment;

import java.util.List;
import org.duebook.shared.Fault;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;

/** What became of a delivery. */
public sealed interface DeliveryOutcome {

    /**
     * Booked.
     *
     * @param balance what is still owed of the line
     * @param saved {@code UNCHANGED} when the very same delivery was there already
     */
    record Delivered(Delivery delivery, Quantity balance, Saved saved) implements DeliveryOutcome {}

    /** Nothing was booked: too much, another unit, nothing at all, or the order is not open. */
    record Refused(List<Fault> faults) implements DeliveryOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** There is no such order line. */
    record Unknown() implements DeliveryOutcome {}
}
