package org.duebook.planning;

import java.util.List;
import org.duebook.shared.Fault;

/** What became of something that was to be entered or withdrawn. */
public sealed interface EntryOutcome {

    record Booked(BookedEntry entry) implements EntryOutcome {}

    record Refused(List<Fault> faults) implements EntryOutcome {}

    /** What it is about is not there. */
    record Unknown() implements EntryOutcome {}
}
