package org.duebook.planning;

import java.time.Instant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;

/** What kept an operation from starting earlier. */
public sealed interface Binding {

    OperationId operation();

    /** Its machines were taken until then (the best of them is named), changeover included. */
    record MachineBusy(OperationId operation, MachineCode machine, Instant from, Instant until) implements Binding {}

    /** A component arrives only then. */
    record WaitsForMaterial(
            OperationId operation,
            ItemNumber component,
            Quantity quantity,
            MaterialPeg.Source source,
            String reference,
            Instant available)
            implements Binding {}

    /** Its work is not released before then: the release day, or what must be done before it. */
    record NotReleased(OperationId operation, Instant until) implements Binding {}

    /** The operation before it ends only then, transfer included. */
    record WaitsForPredecessor(OperationId operation, OperationId predecessor, Instant until) implements Binding {}

    /** Nobody works on the machine before then. */
    record CalendarClosed(OperationId operation, MachineCode machine, Instant until) implements Binding {}

    /** Nothing held it up: it starts as early as the plan allows. */
    record Nothing(OperationId operation, Instant start) implements Binding {}
}
