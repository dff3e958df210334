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
 * @param asOf as the sheet stood at the end of this past day, in the plant's zone; null (or today) as it stands now
 */
public record BalanceFilter(
        @Nullable CustomerNumber customer,
        @Nullable ItemNumber item,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String stage,
        @Nullable Boolean late,
        boolean withDelivered,
        @Nullable LocalDate asOf) {

    public static final BalanceFilter PENDING = new BalanceFilter(null, null, null, null, null, null, false, null);
}
