package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;

/** What a line was promised: its first date and each revision since. The last one holds. */
public record PromiseView(OrderLineId line, LocalDate requested, List<Revision> revisions) {

    public PromiseView {
        revisions = List.copyOf(revisions);
    }

    public LocalDate first() {
        return revisions.getFirst().promised();
    }

    public LocalDate current() {
        return revisions.getLast().promised();
    }

    /** A date given to the customer: when, by whom, why. */
    public record Revision(LocalDate promised, Instant at, Actor by, String reason) {}
}
