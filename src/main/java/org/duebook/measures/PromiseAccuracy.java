package org.duebook.measures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * How promises were kept in a time, in all and by month of delivery.
 *
 * @param months every month of the time, oldest first
 * @param withoutPromise lines delivered in full that were never promised here; they count nowhere else
 * @param overdue lines of open orders promised for a day of this time, that is over, which are not delivered in full; they
 *     count nowhere else
 */
public record PromiseAccuracy(
        LocalDate from, LocalDate to, PromisesKept total, List<Month> months, int withoutPromise, int overdue) {

    public PromiseAccuracy {
        months = List.copyOf(months);
    }

    /** One month. */
    public record Month(YearMonth month, PromisesKept kept) {}
}
