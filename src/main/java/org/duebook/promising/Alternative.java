package org.duebook.promising;

import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Something that would bring a late quote, or a part of it, nearer to the day asked for.
 *
 * @param words what is done and what comes of it
 * @param date the day by which all of it is there
 * @param parts what is there when, by line and day
 * @param cost in the plant's currency; null where part of it is kept in another
 * @param needsApproval whether a planner must agree
 * @param delayed what of others would be there later than it was promised
 */
public record Alternative(
        Kind kind,
        String words,
        LocalDate date,
        List<Part> parts,
        @Nullable Money cost,
        boolean needsApproval,
        List<Delayed> delayed) {

    public Alternative {
        parts = List.copyOf(parts);
        delayed = List.copyOf(delayed);
    }

    /** What is done, in the order in which it is offered. */
    public enum Kind {
        /** As much as can be there on the day asked for, the rest later. */
        SPLIT,
        /** What is in stock now, the rest later. */
        PARTIAL,
        /** The machine that binds works longer. */
        OVERTIME,
        /** A machine of the same work centre that the routing does not name as able. */
        SUBSTITUTE_MACHINE,
        /** Bought material comes sooner. */
        EXPEDITE,
        /** Orders of lower priority become late. */
        DELAY_OTHERS
    }

    public record Part(int line, Quantity quantity, LocalDate date) {}

    /**
     * A line of another order that is there later.
     *
     * @param from the day promised, or that on which it would be there anyway where that is later
     * @param penalty what the delay costs by contract, in the currency of its order; null where nothing is owed
     */
    public record Delayed(
            OrderLineId line,
            LocalDate from,
            LocalDate to,
            @Nullable Money penalty) {}
}
