package org.duebook.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.inventory.StockOnHand;
import org.duebook.plant.Plant;
import org.duebook.shared.Fault;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.springframework.stereotype.Component;

/** Entries about material: receipts that come, come in part or come later, and stock that was counted. */
@Component
class MaterialEntries {

    private static final int LONGEST_AHEAD_DAYS = 730;

    private final Inventory inventory;
    private final Catalog catalog;
    private final Plant plant;
    private final Clock clock;

    MaterialEntries(Inventory inventory, Catalog catalog, Plant plant, Clock clock) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.plant = plant;
        this.clock = clock;
    }

    /** Locks the receipt, so that nobody books it between look and entry. */
    CheckedEntry check(DayEntry.Receipt asked) {
        Optional<ScheduledReceipt> found = inventory.lockedReceipt(asked.receipt());
        if (found.isEmpty()) {
            return faulty("receipt", asked.receipt(), "a receipt on its way", "look it up in the list of receipts");
        }
        ScheduledReceipt before = found.get();
        if (before.quantity().isZero()) {
            return faulty(
                    "receipt",
                    asked.receipt() + ", of which nothing is to come any more",
                    "a receipt on its way",
                    "count the stock if it differs");
        }
        List<Fault> faults = new ArrayList<>();
        Quantity open = before.quantity();
        Quantity arrived = asked.arrived() == null ? Quantity.zero(open.unit()) : asked.arrived();
        arrivedFault(asked, open, arrived, faults);
        boolean rest = arrived.unit().equals(open.unit()) && arrived.compareTo(open) < 0;
        expectedFault(asked, rest, faults);
        if (!faults.isEmpty()) {
            return new CheckedEntry.Faulty(faults);
        }
        ScheduledReceipt after = new ScheduledReceipt(
                before.number(),
                before.item(),
                open.minus(arrived),
                asked.expected() == null ? before.expected() : asked.expected(),
                before.supplier());
        return new CheckedEntry.Sound(new JournalEntry.Receipt(before, arrived, after, asked.reason()));
    }

    private static void arrivedFault(DayEntry.Receipt asked, Quantity open, Quantity arrived, List<Fault> faults) {
        if (asked.arrived() == null && asked.expected() == null) {
            faults.add(new Fault(
                    "arrived",
                    "neither a quantity nor a day",
                    "what has come, or when it comes",
                    "fill in one of them"));
        } else if (!arrived.unit().equals(open.unit())) {
            faults.add(new Fault(
                    "arrived", arrived.toString(), "unit " + open.unit(), "enter it in the unit of the receipt"));
        } else if (asked.arrived() != null && arrived.isZero()) {
            faults.add(new Fault("arrived", "0", "more than 0", "leave it out when nothing has come"));
        } else if (arrived.compareTo(open) > 0) {
            faults.add(new Fault(
                    "arrived",
                    arrived.toString(),
                    "at most the " + open + " still to come",
                    "enter what was ordered; count the stock if more lies there"));
        }
    }

    private void expectedFault(DayEntry.Receipt asked, boolean rest, List<Fault> faults) {
        LocalDate expected = asked.expected();
        if (expected == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), plant.profile().zone());
        if (expected.isBefore(today) || expected.isAfter(today.plusDays(LONGEST_AHEAD_DAYS))) {
            faults.add(new Fault(
                    "expected",
                    expected.toString(),
                    "a day from " + today + " on, at most " + LONGEST_AHEAD_DAYS + " days ahead",
                    "correct the date"));
        } else if (!rest && faults.isEmpty()) {
            faults.add(new Fault(
                    "expected", expected.toString(), "none, since nothing is left to come", "leave the day out"));
        }
    }

    /** Locks the stock, so that what is booked stays so until the count is. */
    CheckedEntry check(DayEntry.StockCount asked) {
        Optional<Item> item = catalog.find(asked.item());
        if (item.isEmpty()) {
            return faulty("item", asked.item().value(), "an item", "look it up in the list of items");
        }
        Unit unit = item.get().unit();
        if (!unit.equals(asked.counted().unit())) {
            return faulty(
                    "counted", asked.counted().toString(), "unit " + unit, "count in the unit the item is kept in");
        }
        StockOnHand booked = inventory.lockedStock(asked.item(), unit);
        return new CheckedEntry.Sound(new JournalEntry.StockCount(
                asked.item(), booked.onHand(), asked.counted(), booked.reserved(), asked.reason()));
    }

    void keep(JournalEntry.Receipt receipt) {
        inventory.putReceipt(receipt.after());
        inventory.arrive(receipt.after().item(), receipt.arrived());
    }

    void keep(JournalEntry.StockCount count) {
        inventory.putStock(count.item(), count.counted());
    }

    /** What stands in the way of taking a receipt back. */
    List<Fault> faultsOfUndoing(JournalEntry.Receipt receipt) {
        Optional<ScheduledReceipt> now = inventory.lockedReceipt(receipt.after().number());
        if (!now.equals(Optional.of(receipt.after()))) {
            return List.of(new Fault(
                    "number",
                    "receipt " + receipt.after().number() + " was changed since",
                    "the receipt as the entry left it",
                    "withdraw the later entry first, or enter how the receipt stands now"));
        }
        return shortOf(
                inventory.lockedStock(receipt.after().item(), receipt.arrived().unit()), receipt.arrived());
    }

    /** What stands in the way of taking a count back. */
    List<Fault> faultsOfUndoing(JournalEntry.StockCount count) {
        return shortOf(
                inventory.lockedStock(count.item(), count.counted().unit()),
                count.counted().minusUpTo(count.booked()));
    }

    private static List<Fault> shortOf(StockOnHand stock, Quantity back) {
        return stock.onHand().compareTo(back) >= 0
                ? List.of()
                : List.of(new Fault(
                        "number",
                        "only " + stock.onHand() + " of " + stock.item() + " are left in stock",
                        back + " to take back",
                        "count the stock instead"));
    }

    void undo(JournalEntry.Receipt receipt) {
        Quantity onHand = inventory
                .lockedStock(receipt.after().item(), receipt.arrived().unit())
                .onHand();
        inventory.putReceipt(receipt.before());
        inventory.putStock(receipt.after().item(), onHand.minus(receipt.arrived()));
    }

    void undo(JournalEntry.StockCount count) {
        Quantity onHand =
                inventory.lockedStock(count.item(), count.counted().unit()).onHand();
        inventory.putStock(count.item(), onHand.plus(count.booked()).minus(count.counted()));
    }

    private static CheckedEntry faulty(String field, String found, String wanted, String cure) {
        return new CheckedEntry.Faulty(List.of(new Fault(field, found, wanted, cure)));
    }
}
