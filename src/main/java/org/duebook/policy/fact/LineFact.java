package org.duebook.policy.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One line of an order as the rules see it. */
public record LineFact(
        @AtLeast(1) int line,
        @ValidBy LocalDate orderDate,
        String item,
        boolean itemKnown,
        boolean sellable,
        boolean hasRouting,
        @Nullable BigDecimal quantity,
        String unit,
        String itemUnit,
        @Nullable BigDecimal minimumQuantity,
        @Nullable BigDecimal multipleQuantity,
        @Nullable LocalDate requestedDate,
        boolean specificationPresent,
        boolean materialPresent,
        boolean finishPresent,
        boolean qualityStandardPresent,
        boolean tolerancesPresent,
        boolean tolerancesAccepted,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal listPrice,
        String priceCurrency) {

    /** Days from the order's day to the requested one; negative when it lies in the past. */
    @Derived
    public @Nullable Integer requestedInDays() {
        return requestedDate == null ? null : (int) ChronoUnit.DAYS.between(orderDate, requestedDate);
    }

    /** The unit of the order is the item's, or the item has none on record. */
    @Derived
    public boolean unitFits() {
        return itemUnit.isEmpty() || unit.isEmpty() || itemUnit.equals(unit);
    }

    @Derived
    public boolean belowMinimum() {
        return quantity != null && minimumQuantity != null && quantity.compareTo(minimumQuantity) < 0;
    }

    /** The quantity is a whole multiple of the selling multiple, or there is none. */
    @Derived
    public boolean multipleFits() {
        return quantity == null
                || multipleQuantity == null
                || multipleQuantity.signum() <= 0
                || quantity.remainder(multipleQuantity).signum() == 0;
    }

    /** Agreed price in per cent of the list price, two decimals; absent when either is missing. */
    @Derived
    public @Nullable BigDecimal pricePercent() {
        return unitPrice == null || listPrice == null || listPrice.signum() <= 0
                ? null
                : unitPrice.movePointRight(2).divide(listPrice, 2, RoundingMode.HALF_UP);
    }
}
