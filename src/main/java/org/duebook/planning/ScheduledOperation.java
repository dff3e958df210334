package org.duebook.planning;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;

/** A placed operation with what a planner wants to read beside it. {@code frozen} ones stay where they are in the next run. */
public record ScheduledOperation(
        PlacedOperation placed,
        String name,
        WorkCentreCode workCentre,
        ItemNumber item,
        Quantity quantity,
        OrderLineId orderLine,
        boolean frozen,
        boolean late) {

    /** Whether it is the same step of the same item as the one right before it, with no setup in between. */
    boolean continues(ScheduledOperation before) {
        return item.equals(before.item)
                && placed.operation().sequence() == before.placed.operation().sequence()
                && placed.setupState().equals(before.placed.setupState())
                && placed.setupStart().equals(placed.start());
    }
}
