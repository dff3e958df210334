package org.duebook.imports;

import java.math.BigDecimal;
import java.util.Currency;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.LotSize;
import org.duebook.catalog.Specification;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets items, stock, receipts; routings and bills come between them, since they name items. */
@Component
class ItemSheets {

    private final Catalog catalog;
    private final Inventory inventory;
    private final RoutingSheets routings;
    private final BillSheet bills;

    ItemSheets(Catalog catalog, Inventory inventory, RoutingSheets routings, BillSheet bills) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.routings = routings;
        this.bills = bills;
    }

    void take(Rows rows, Parts parts) {
        for (Cells row : rows.of(SheetFormat.ITEMS)) {
            parts.take(SheetFormat.ITEMS, row, () -> item(row, parts));
        }
        routings.take(rows, parts);
        bills.take(rows, parts);
        for (Cells row : rows.of(SheetFormat.STOCK)) {
            parts.take(SheetFormat.STOCK, row, () -> {
                Item item = known(row, "item");
                parts.once(SheetFormat.STOCK, row, "item", item.number().value());
                return inventory.putStock(item.number(), quantity(row, item, row.notNegative("quantity")));
            });
        }
        for (Cells row : rows.of(SheetFormat.RECEIPTS)) {
            parts.take(SheetFormat.RECEIPTS, row, () -> receipt(row, parts));
        }
    }

    private Saved item(Cells row, Parts parts) {
        ItemNumber number = row.as("number", ItemNumber::new);
        parts.once(SheetFormat.ITEMS, row, "number", number.value());
        ItemType type =
                row.text("type").equalsIgnoreCase("semi") ? ItemType.SEMI_FINISHED : row.oneOf("type", ItemType.class);
        Unit unit = row.as("unit", Unit::new);
        Currency currency = row.currency("currency");
        BigDecimal price =
                type == ItemType.FINISHED ? row.notNegative("price") : row.notNegative("price", BigDecimal.ZERO);
        return catalog.put(new Item(
                number,
                row.required("name"),
                row.text("short_description"),
                type,
                unit,
                Money.of(price, currency),
                Money.of(
                        row.notNegative("cost"),
                        row.text("cost_currency").isEmpty() ? currency : row.currency("cost_currency")),
                type == ItemType.COMPONENT
                        ? row.whole("lead_time_days", 0, 730)
                        : row.whole("lead_time_days", 0, 730, 0),
                row.text("supplier"),
                Quantity.of(row.notNegative("min_order_quantity", BigDecimal.ONE), unit),
                Quantity.of(
                        row.notNegative(
                                "order_multiple", type == ItemType.COMPONENT ? BigDecimal.ZERO : BigDecimal.ONE),
                        unit),
                specification(row),
                lotSize(row, unit)));
    }

    private static LotSize lotSize(Cells row, Unit unit) {
        Quantity maximum = lot(row, "lot_maximum", unit);
        for (String column : new String[] {"lot_minimum", "lot_multiple"}) {
            Quantity lot = lot(row, column, unit);
            if (lot != null && maximum != null && lot.compareTo(maximum) > 0) {
                throw row.refused(
                        column,
                        lot.amount().toPlainString(),
                        "at most " + maximum.amount().toPlainString() + ", the lot_maximum",
                        "correct one of them");
            }
        }
        return new LotSize(lot(row, "lot_minimum", unit), lot(row, "lot_multiple", unit), maximum);
    }

    private static @Nullable Quantity lot(Cells row, String column, Unit unit) {
        return row.text(column).isEmpty() ? null : Quantity.of(row.positive(column), unit);
    }

    static Specification specification(Cells row) {
        return new Specification(
                row.text("specification"),
                row.text("dimensions"),
                row.text("tolerances"),
                row.text("material"),
                row.text("finish"),
                row.text("quality_standard"),
                row.text("inspection_criteria"),
                row.text("packaging"),
                row.text("special_characteristics"),
                row.text("application"));
    }

    private Saved receipt(Cells row, Parts parts) {
        String number = row.code("number");
        parts.once(SheetFormat.RECEIPTS, row, "number", number);
        Item item = known(row, "item");
        return inventory.putReceipt(new ScheduledReceipt(
                number,
                item.number(),
                quantity(row, item, row.positive("quantity")),
                row.date("expected_date"),
                row.required("supplier")));
    }

    private Item known(Cells row, String column) {
        return known(catalog, row, column);
    }

    static Item known(Catalog catalog, Cells row, String column) {
        ItemNumber number = row.as(column, ItemNumber::new);
        return row.known(column, catalog.find(number), "an item");
    }

    /** A quantity in the item's own unit. */
    static Quantity quantity(Cells row, Item item, BigDecimal amount) {
        Unit unit = row.as("unit", Unit::new);
        if (!unit.equals(item.unit())) {
            throw row.refused(
                    "unit", unit.code(), item.unit().code() + ", the unit of " + item.number(), "convert the quantity");
        }
        return Quantity.of(amount, unit);
    }
}
