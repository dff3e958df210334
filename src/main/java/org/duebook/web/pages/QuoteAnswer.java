package org.duebook.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.duebook.promising.Confidence;
import org.duebook.promising.Quote;
import org.duebook.promising.QuoteStatus;
import org.duebook.promising.QuotedLine;
import org.duebook.shared.ItemNumber;
import org.jspecify.annotations.Nullable;

/**
 * A quote as a seller reads it out.
 *
 * @param names what the items are called; unknown ones are absent
 * @param now the server's time, by which a quote is still open or not
 */
record QuoteAnswer(Quote quote, Map<ItemNumber, String> names, Instant now) {

    /** Whether it can still be held, confirmed or cancelled. */
    public boolean isOpen() {
        return isInquiry() || isHeld();
    }

    public boolean isInquiry() {
        return quote.status() == QuoteStatus.INQUIRY && !isOver();
    }

    public boolean isHeld() {
        return quote.status() == QuoteStatus.HELD && !isOver();
    }

    /** Where it stands, also when it ended a moment ago and nobody has written that down yet. */
    public QuoteStatus status() {
        boolean ended = isOver() && (quote.status() == QuoteStatus.INQUIRY || quote.status() == QuoteStatus.HELD);
        return ended ? QuoteStatus.EXPIRED : quote.status();
    }

    public boolean keepsRequest() {
        return quote.lines().stream().allMatch(QuotedLine::meetsRequest);
    }

    /** The day the customer wants everything there. */
    public LocalDate requested() {
        return quote.lines().stream()
                .map(QuotedLine::requested)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How much later than asked, by the line that is latest. */
    public long daysLater() {
        return quote.lines().stream()
                .mapToLong(line -> ChronoUnit.DAYS.between(line.requested(), line.date()))
                .max()
                .orElse(0);
    }

    /** The chance in whole per cent that the least sure of its lines is there by its date; null where nobody asked. */
    public @Nullable Integer chance() {
        return quote.lines().stream()
                .map(QuotedLine::chance)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Confidence::wholePercent)
                .orElse(null);
    }

    /** The chance of a line, as it is read out; empty where nobody asked. */
    public String chance(QuotedLine line) {
        return line.chance() == null ? "" : Confidence.wholePercent(line.chance()) + " %";
    }

    public String name(ItemNumber item) {
        return names.getOrDefault(item, "");
    }

    private boolean isOver() {
        return !quote.expires().isAfter(now);
    }
}
