package org.duebook.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What the rules may know of one line of an order.
 *
 * @param line position, counted from 1
 * @param item item number as entered, empty when none
 * @param itemKnown the item is in the catalogue
 * @param sellable the item may be sold
 * @param hasRouting the plant knows how to make or buy it
 * @param quantity what is ordered, in the unit of the order; its amount may be zero, null when none was given
 * @param itemUnit the unit the item is kept in, or null when the item is unknown
 * @param minimumQuantity least quantity sold, in the item's unit, or null
 * @param multipleQuantity the quantity must be a multiple of it, in the item's unit, or null
 * @param requestedDate the day the customer wants it, or null
 * @param specificationPresent a specification of the line is there (the customer's own sheet or the item's)
 * @param materialPresent its material is stated
 * @param finishPresent its finish is stated
 * @param qualityStandardPresent its quality standard is stated
 * @param tolerancesPresent its dimensions carry tolerances
 * @param tolerancesAccepted the plant has accepted these tolerances
 * @param unitPrice agreed price per unit, or null
 * @param listPrice price per unit of the price list, or null
 */
public record LineFacts(
        int line,
        String item,
        boolean itemKnown,
        boolean sellable,
        boolean hasRouting,
        @Nullable Quantity quantity,
        @Nullable Unit itemUnit,
        @Nullable BigDecimal minimumQuantity,
        @Nullable BigDecimal multipleQuantity,
        @Nullable LocalDate requestedDate,
        boolean specificationPresent,
        boolean materialPresent,
        boolean finishPresent,
        boolean qualityStandardPresent,
        boolean tolerancesPresent,
        boolean tolerancesAccepted,
        @Nullable Money unitPrice,
        @Nullable Money listPrice) {

    public LineFacts {
        if (line < 1) {
            throw new IllegalArgumentException("line is " + line + ", wanted 1 or more");
        }
    }
}
