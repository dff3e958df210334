package org.duebook.keeping;

import java.util.List;
import org.duebook.promising.PromisedRelease;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/** What became of a decision. */
public sealed interface DecisionOutcome {

    /** It holds; {@code promise} as it stands now. */
    record Decided(PromisedRelease promise) implements DecisionOutcome {}

    /**
     * It was made on what is no longer so: somebody else decided, or the promise can be kept by now.
     *
     * @param fresh what there is to decide by now; null when there is nothing
     */
    record Overtaken(PromisedRelease promise, @Nullable PromiseAtRisk fresh, Fault fault) implements DecisionOutcome {}

    /** It cannot be: a day that is over or too early, a line that is delivered, no reason. */
    record Refused(List<Fault> faults) implements DecisionOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** No such release was ever promised. */
    record Unknown() implements DecisionOutcome {}
}
