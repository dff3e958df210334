package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The date for one line of a quote.
 *
 * @param date the day at the customer (or ex works): the requested one when it holds with the quote's confidence, else the
 *     earliest later one that does
 * @param earliest the day it is there if all goes as planned, even when that is before the requested one
 * @param productionEnd when the plant is done with it by plan; the quote's own instant when stock covers it
 * @param chance that the date holds, from 0 to 1; null where it was told before anybody asked
 * @param causes what binds, in words, the strongest first
 */
public record QuotedLine(
        int line,
        ItemNumber item,
        Quantity quantity,
        LocalDate requested,
        LocalDate date,
        LocalDate earliest,
        Instant productionEnd,
        @Nullable Double chance,
        List<Cause> causes) {

    public QuotedLine {
        causes = List.copyOf(causes);
    }

    public boolean meetsRequest() {
        return !date.isAfter(requested);
    }

    /**
     * One cause: its kind (MACHINE, MATERIAL, RELEASE_DAY, REQUIREMENT, PREDECESSOR, CALENDAR, CONFIDENCE, POST_PROCESSING, NONE)
     * and the words for it.
     */
    public record Cause(String kind, String text) {}
}
