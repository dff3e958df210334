package org.duebook.planning;

import java.util.List;
import org.duebook.shared.Fault;

/** What somebody wants to enter, after a look at the plant as it is. */
sealed interface CheckedEntry {

    record Sound(JournalEntry.OfTheDay entry) implements CheckedEntry {}

    record Faulty(List<Fault> faults) implements CheckedEntry {}
}
