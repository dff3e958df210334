package org.duebook.inventory;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;

/** What lies in the store, and how much of it is reserved for production orders or order lines. */
public record StockOnHand(ItemNumber item, Quantity onHand, Quantity reserved) {

    public Quantity free() {
        return onHand.minusUpTo(reserved);
    }
}
