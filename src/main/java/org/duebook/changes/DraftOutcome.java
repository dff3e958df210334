package org.duebook.changes;

import java.util.List;
import org.duebook.promising.TakenOrder;
import org.duebook.shared.Fault;

/** What became of entering a draft. */
public sealed interface DraftOutcome {

    /** It is an order now, decided by the rules. */
    record Entered(TakenOrder order) implements DraftOutcome {}

    /** It stays a draft. */
    record Refused(List<Fault> faults) implements DraftOutcome {}

    record Unknown() implements DraftOutcome {}
}
