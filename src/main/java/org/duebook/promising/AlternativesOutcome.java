package org.duebook.promising;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of asking what could be done for a late quote. */
public sealed interface AlternativesOutcome {

    /** What could be done, worth most first; nothing for a quote that is not late. */
    record Offered(List<Alternative> alternatives) implements AlternativesOutcome {

        public Offered {
            alternatives = List.copyOf(alternatives);
        }
    }

    record Refused(List<Fault> faults) implements AlternativesOutcome {}

    /** No quote has that id. */
    record Unknown() implements AlternativesOutcome {}
}
