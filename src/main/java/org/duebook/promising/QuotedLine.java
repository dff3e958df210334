package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/**
 * The date for one line of a quote.
 *
 * @param date the day at the customer (or ex works): the requested one when feasible, else the earliest later one
 * @param earliest the earliest day it could be, even when that is before the requested one
 * @param productionEnd when the plant is done with it; the quote's own instant when stock covers it
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
        List<Cause> causes) {

    public QuotedLine {
        causes = List.copyOf(causes);
    }

    public boolean meetsRequest() {
        return !date.isAfter(requested);
    }

    /** One cause: its kind (MACHINE, MATERIAL, RELEASE_DAY, REQUIREMENT, PREDECESSOR, CALENDAR, POST_PROCESSING, NONE) and the words for it. */
    public record Cause(String kind, String text) {}
}
