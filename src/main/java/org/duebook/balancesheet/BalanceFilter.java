package org.duebook.balancesheet;

import java.time.LocalDate;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted; null means any.
 *
 * @param from first requested (or promised, where there is one) day
 * @param to last such day
 * @param stage part of the stage's words, case does not matter
 * @param late only late ones (true), only those in time (false)
 * @param withDelivered also lines that are fully delivered
 */
public record BalanceFilter(
        @Nullable CustomerNumber customer,
        @Nullable ItemNumber item,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String stage,
        @Nullable Boolean late,
        boolean withDelivered) {

    public static final BalanceFilter PENDING = new BalanceFilter(null, null, null, null, null, null, false);
}
