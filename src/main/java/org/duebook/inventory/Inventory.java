package org.duebook.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Door to stock, receipts and reservations. */
@Service
public class Inventory {

    public Optional<StockOnHand> stock(ItemNumber item) {
        throw new UnsupportedOperationException();
    }

    /** Stock by item number, after the given one, at most {@code limit}. */
    public List<StockOnHand> list(@Nullable ItemNumber after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Stock of many items in one read; items without stock are absent. */
    public Map<ItemNumber, StockOnHand> stockOf(Collection<ItemNumber> items) {
        throw new UnsupportedOperationException();
    }

    /** A count: sets what is on hand. */
    public Saved putStock(ItemNumber item, Quantity onHand) {
        throw new UnsupportedOperationException();
    }

    /** Every open receipt by expected day and number. */
    public List<ScheduledReceipt> receipts() {
        throw new UnsupportedOperationException();
    }

    public Saved putReceipt(ScheduledReceipt receipt) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reserves as much of the wanted quantity as is free, under a reference, and says how much that was. Row-locked, so
     * that two callers never reserve the same piece.
     */
    public Quantity reserveUpTo(ItemNumber item, Quantity wanted, String reference) {
        throw new UnsupportedOperationException();
    }

    /** Gives back every reservation under a reference. */
    public void release(String reference) {
        throw new UnsupportedOperationException();
    }

    /** Takes from stock what was consumed or delivered, lowering the reference's reservation first; never below zero. */
    public void issue(ItemNumber item, Quantity quantity, String reference) {
        throw new UnsupportedOperationException();
    }

    /** Adds finished goods to stock, reserved under the reference. */
    public void receive(ItemNumber item, Quantity quantity, String reference) {
        throw new UnsupportedOperationException();
    }
}
