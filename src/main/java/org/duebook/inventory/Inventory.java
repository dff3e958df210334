package org.duebook.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door to stock, receipts and reservations. Whatever changes a stock or its reservations locks the stock's row first. */
@Service
public class Inventory {

    private final StockRows stocks;
    private final ReceiptRows receipts;

    Inventory(StockRows stocks, ReceiptRows receipts) {
        this.stocks = stocks;
        this.receipts = receipts;
    }

    @Transactional(readOnly = true)
    public Optional<StockOnHand> stock(ItemNumber item) {
        return Optional.ofNullable(stocks.load(List.of(item)).get(item));
    }

    /** Stock by item number, after the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<StockOnHand> list(@Nullable ItemNumber after, int limit) {
        return stocks.page(after == null ? "" : after.value(), limit);
    }

    /** Stock of many items in one read; items without stock are absent. */
    @Transactional(readOnly = true)
    public Map<ItemNumber, StockOnHand> stockOf(Collection<ItemNumber> items) {
        return stocks.load(items);
    }

    /** A count: sets what is on hand. */
    @Transactional
    public Saved putStock(ItemNumber item, Quantity onHand) {
        return stocks.put(item, onHand);
    }

    /** Every open receipt by expected day and number. */
    @Transactional(readOnly = true)
    public List<ScheduledReceipt> receipts() {
        return receipts.open();
    }

    /** Puts a receipt; a quantity of zero means nothing more will come of it. */
    @Transactional
    public Saved putReceipt(ScheduledReceipt receipt) {
        return receipts.put(receipt);
    }

    /** A receipt, also one of which nothing is to come any more; nobody else changes it until the transaction ends. */
    @Transactional
    public Optional<ScheduledReceipt> lockedReceipt(String number) {
        return receipts.lock(number);
    }

    /** Stock of an item, none where there is no record; nobody else changes it until the transaction ends. */
    @Transactional
    public StockOnHand lockedStock(ItemNumber item, Unit unit) {
        stocks.ensure(item, unit);
        Quantity onHand = stocks.lock(item).orElseThrow();
        return new StockOnHand(item, onHand, stocks.reserved(item, onHand.unit()));
    }

    /** Adds purchased goods to stock, free for whoever needs them. */
    @Transactional
    public void arrive(ItemNumber item, Quantity quantity) {
        if (!quantity.isZero()) {
            Quantity onHand = lockedStock(item, quantity.unit()).onHand();
            stocks.setOnHand(item, onHand.plus(quantity));
        }
    }

    /**
     * Reserves as much of the wanted quantity as is free, under a reference, and says how much that was. Row-locked, so
     * that two callers never reserve the same piece.
     */
    @Transactional
    public Quantity reserveUpTo(ItemNumber item, Quantity wanted, String reference) {
        Optional<Quantity> onHand = stocks.lock(item);
        if (onHand.isEmpty()) {
            return Quantity.zero(wanted.unit());
        }
        Quantity free = onHand.get().minusUpTo(stocks.reserved(item, wanted.unit()));
        Quantity granted = wanted.min(free);
        stocks.reserve(item, granted, reference);
        return granted;
    }

    /** What is reserved of items under a reference; items without a reservation are absent. */
    @Transactional(readOnly = true)
    public Map<ItemNumber, Quantity> reservedUnder(String reference) {
        return stocks.reservedUnder(reference);
    }

    /** Gives back every reservation under a reference. */
    @Transactional
    public void release(String reference) {
        release(List.of(reference));
    }

    /** Gives back every reservation under some references. */
    @Transactional
    public void release(Collection<String> references) {
        stocks.release(references);
    }

    /** Takes from stock what was consumed or delivered, lowering the reference's reservation first; never below zero. */
    @Transactional
    public void issue(ItemNumber item, Quantity quantity, String reference) {
        stocks.lock(item).ifPresent(onHand -> {
            stocks.lowerReservation(item, quantity, reference);
            stocks.setOnHand(item, onHand.minusUpTo(quantity));
        });
    }

    /** Adds finished goods to stock, reserved under the reference. */
    @Transactional
    public void receive(ItemNumber item, Quantity quantity, String reference) {
        stocks.ensure(item, quantity.unit());
        Quantity onHand = stocks.lock(item).orElseThrow();
        stocks.setOnHand(item, onHand.plus(quantity));
        stocks.reserve(item, quantity, reference);
    }
}
