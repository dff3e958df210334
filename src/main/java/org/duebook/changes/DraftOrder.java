package org.duebook.changes;

import java.time.Instant;
import org.duebook.orders.OrderDraft;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * An order that was written down and not entered yet.
 *
 * @param order the order it became; null until it is entered
 * @param source the file it came from
 */
public record DraftOrder(
        long id, OrderDraft draft, Status status, @Nullable OrderNumber order, Actor by, Instant at, String source) {

    public enum Status {
        DRAFT,
        ENTERED,
        DISCARDED
    }
}
