package org.duebook.planning;

import java.time.Instant;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the day as it stands in the journal.
 *
 * @param number its place in the journal
 * @param withdrawnBy the entry that withdrew it; null while it counts
 */
public record BookedEntry(
        long number,
        Instant at,
        Actor by,
        JournalEntry.OfTheDay what,
        EntryEffect effect,
        @Nullable Long withdrawnBy) {

    /** Whether it still counts and is of a kind that can be taken back; a report has booked goods and material. */
    public boolean mayBeWithdrawn() {
        return withdrawnBy == null
                && !(what instanceof JournalEntry.Progressed)
                && !(what instanceof JournalEntry.Withdrawn);
    }
}
