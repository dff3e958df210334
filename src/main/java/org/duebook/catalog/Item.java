package org.duebook.catalog;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Something the plant sells, makes or buys.
 *
 * @param unit stock and order unit
 * @param price list price per unit; zero for what is not sold
 * @param cost standard cost per unit
 * @param leadTimeDays calendar days from purchase order to receipt; 0 for what is made
 * @param supplier who it is bought from; empty for what is made
 * @param minimumOrder least quantity that may be ordered
 * @param orderMultiple quantity ordered must be a multiple of this
 * @param lotSize how much of it is made in one go; what is sold in one order is another matter
 */
public record Item(
        ItemNumber number,
        String name,
        String shortDescription,
        ItemType type,
        Unit unit,
        Money price,
        Money cost,
        int leadTimeDays,
        String supplier,
        Quantity minimumOrder,
        Quantity orderMultiple,
        Specification specification,
        LotSize lotSize) {

    public Item {
        for (Quantity of : new @Nullable Quantity[] {lotSize.minimum(), lotSize.multiple(), lotSize.maximum()}) {
            if (of != null && !of.unit().equals(unit)) {
                throw new IllegalArgumentException(
                        "lot size " + of + " of " + number + " is not in " + unit + ", the unit it is kept in");
            }
        }
    }

    /** An item of which any quantity is made in one go. */
    public Item(
            ItemNumber number,
            String name,
            String shortDescription,
            ItemType type,
            Unit unit,
            Money price,
            Money cost,
            int leadTimeDays,
            String supplier,
            Quantity minimumOrder,
            Quantity orderMultiple,
            Specification specification) {
        this(
                number,
                name,
                shortDescription,
                type,
                unit,
                price,
                cost,
                leadTimeDays,
                supplier,
                minimumOrder,
                orderMultiple,
                specification,
                LotSize.ANY);
    }
}
