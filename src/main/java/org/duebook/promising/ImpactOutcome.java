package org.duebook.promising;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of asking what a change of an order would do. */
public sealed interface ImpactOutcome {

    record Computed(Impact impact) implements ImpactOutcome {}

    /** Nobody could carry out the change as it is asked for. */
    record Refused(List<Fault> faults) implements ImpactOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** The order is not one that could be changed: not accepted, or nothing of it is owed any more. */
    record NotOpen(Fault fault) implements ImpactOutcome {}

    /** No order has that number. */
    record Unknown() implements ImpactOutcome {}
}
