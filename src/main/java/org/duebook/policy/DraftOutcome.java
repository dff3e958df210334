package org.duebook.policy;

import java.util.List;
import org.duebook.shared.Fault;

/** What came of an edit. */
public sealed interface DraftOutcome {

    /** It is kept; {@code at} is the row to go on with, 0 for none. */
    record Kept(int at) implements DraftOutcome {}

    /** Nothing is kept. */
    record Refused(List<Fault> faults) implements DraftOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** There is no such table. */
    record Unknown(String file) implements DraftOutcome {}
}
