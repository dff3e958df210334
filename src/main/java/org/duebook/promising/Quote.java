package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duebook.orders.OrderDraft;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A promise date for a whole order, asked for or held.
 *
 * @param date the day by which every line is there
 * @param confidence with which its dates are to hold
 * @param expires when a hold ends, or an inquiry is no longer worth confirming
 * @param order the order it became once confirmed
 * @param verdict what the rules would say to the order as it stands
 */
public record Quote(
        UUID id,
        QuoteStatus status,
        OrderDraft draft,
        LocalDate date,
        Confidence confidence,
        List<QuotedLine> lines,
        Instant quotedAt,
        Instant expires,
        Actor by,
        @Nullable OrderNumber order,
        OrderVerdict verdict) {

    public Quote {
        lines = List.copyOf(lines);
    }
}
