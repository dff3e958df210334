package org.duebook.promising;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duebook.orders.CustomerOrder;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A quote with what only this module knows of it.
 *
 * @param sequence the journal entry up to which the plan was known that it was computed on
 * @param holdOpen whether the journal holds capacity for it; still true for a confirmed order that waits for its rules
 * @param replacedBy the fresh quote given instead when its dates could no longer be kept
 */
record StoredQuote(
        Quote quote,
        List<DatedRelease> releases,
        long sequence,
        boolean holdOpen,
        @Nullable UUID replacedBy) {

    StoredQuote {
        releases = List.copyOf(releases);
    }

    UUID id() {
        return quote.id();
    }

    boolean isOverdue(Instant now) {
        return !now.isBefore(quote.expires());
    }

    boolean isBy(Actor actor) {
        return quote.by().equals(actor);
    }

    /** The order number its operations carry while there is no order: short, and its own. */
    OrderNumber provisionalOrder() {
        return provisionalOrder(id());
    }

    static OrderNumber provisionalOrder(UUID quote) {
        return new OrderNumber(
                "Q" + quote.toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT));
    }

    StoredQuote held(long sequence, Instant expires) {
        return new StoredQuote(
                changed(QuoteStatus.HELD, expires, quote.order(), quote.verdict()), releases, sequence, true, null);
    }

    /** Its order is on the books. While {@code waiting} the order is held by the rules and keeps its capacity until {@code expires}. */
    StoredQuote confirmed(CustomerOrder order, OrderVerdict verdict, boolean waiting, Instant expires) {
        return new StoredQuote(
                changed(QuoteStatus.CONFIRMED, expires, order.number(), verdict), releases, sequence, waiting, null);
    }

    /** Its hold, if any, has ended. A confirmed one stays confirmed. */
    StoredQuote ended(QuoteStatus status) {
        QuoteStatus next = quote.status() == QuoteStatus.CONFIRMED ? QuoteStatus.CONFIRMED : status;
        return new StoredQuote(
                changed(next, quote.expires(), quote.order(), quote.verdict()), releases, sequence, false, replacedBy);
    }

    StoredQuote replacedBy(UUID fresh) {
        return new StoredQuote(quote, releases, sequence, holdOpen, fresh);
    }

    private Quote changed(QuoteStatus status, Instant expires, @Nullable OrderNumber order, OrderVerdict verdict) {
        if (status != quote.status() && !quote.status().next().contains(status)) {
            throw new IllegalStateException(
                    "quote " + quote.id() + " is " + quote.status() + " and can not become " + status);
        }
        return new Quote(
                quote.id(),
                status,
                quote.draft(),
                quote.date(),
                quote.confidence(),
                quote.lines(),
                quote.quotedAt(),
                expires,
                quote.by(),
                order,
                verdict);
    }
}
