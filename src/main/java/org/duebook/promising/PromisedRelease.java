package org.duebook.promising;

import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.ItemNumber;

/** What was promised of one release of a line: its first date and each revision since; the last one holds. */
public record PromisedRelease(
        ReleaseId id, ItemNumber item, LocalDate requested, List<PromiseView.Revision> revisions) {

    public PromisedRelease {
        revisions = List.copyOf(revisions);
    }

    public LocalDate first() {
        return revisions.getFirst().promised();
    }

    public LocalDate current() {
        return revisions.getLast().promised();
    }
}
