package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;

/** Whatever moves capacity or material between two published plans, in the order it was bound. */
public sealed interface JournalEntry {

    /** Capacity and material taken for a quote until the hold ends. Operations carry provisional production order numbers. */
    record Held(String quote, Instant expires, List<Placement> placements) implements JournalEntry {}

    /** A hold ended: {@code reason} is expired, cancelled or confirmed. */
    record HoldEnded(String quote, String reason) implements JournalEntry {}

    /** Capacity and material taken for an accepted order; operations carry their real numbers. */
    record Promised(String order, List<PlacedOperation> operations, List<MaterialPeg> pegs) implements JournalEntry {}

    /** The shop floor started or finished an operation. */
    record Progressed(OperationId operation, boolean finished, Instant at) implements JournalEntry {}

    /** Production for a line ended before it was done: delivered, cancelled. */
    record Closed(OrderLineId line) implements JournalEntry {}
}
