package org.duebook.imports;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.plant.Plant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets items, bills-of-material, routings, routing-machines, stock, receipts. */
@Component
class ItemSheets {

    private final Catalog catalog;
    private final Plant plant;
    private final Inventory inventory;

    ItemSheets(Catalog catalog, Plant plant, Inventory inventory) {
        this.catalog = catalog;
        this.plant = plant;
        this.inventory = inventory;
    }

    void take(Rows rows, Parts parts) {
        for (Cells row : rows.of(SheetFormat.ITEMS)) {
            parts.take(SheetFormat.ITEMS, row, () -> item(row, parts));
        }
        rows.by(SheetFormat.BILLS_OF_MATERIAL, "parent")
                .forEach((parent, lines) ->
                        parts.take(SheetFormat.BILLS_OF_MATERIAL, lines.getFirst(), () -> bill(lines, parts)));
        Map<String, List<Cells>> machines = rows.by(SheetFormat.ROUTING_MACHINES, "item");
        Map<String, List<Cells>> routings = rows.by(SheetFormat.ROUTINGS, "item");
        routings.forEach((item, steps) -> parts.take(
                SheetFormat.ROUTINGS,
                steps.getFirst(),
                () -> routing(steps, machines.getOrDefault(item, List.of()), parts)));
        machines.forEach((item, named) -> {
            if (!routings.containsKey(item)) {
                parts.take(SheetFormat.ROUTING_MACHINES, named.getFirst(), () -> {
                    throw named.getFirst()
                            .refused(
                                    "item",
                                    item,
                                    "an item of the sheet routings of the same file",
                                    "send the routing with its machines");
                });
            }
        });
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
        Currency currency = row.as("currency", Currency::getInstance);
        BigDecimal price = type == ItemType.FINISHED ? row.notNegative("price") : row.number("price", BigDecimal.ZERO);
        return catalog.put(new Item(
                number,
                row.required("name"),
                row.text("short_description"),
                type,
                unit,
                Money.of(price, currency),
                Money.of(row.notNegative("cost"), currency),
                type == ItemType.COMPONENT
                        ? row.whole("lead_time_days", 0, 1000)
                        : row.whole("lead_time_days", 0, 1000, 0),
                row.text("supplier"),
                Quantity.of(row.number("min_order_quantity", BigDecimal.ONE), unit),
                Quantity.of(
                        row.number("order_multiple", type == ItemType.COMPONENT ? BigDecimal.ZERO : BigDecimal.ONE),
                        unit),
                specification(row)));
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

    private Saved bill(List<Cells> rows, Parts parts) {
        Item parent = known(rows.getFirst(), "parent");
        List<BillLine> lines = new ArrayList<>();
        for (Cells row : rows) {
            Item component = known(row, "component");
            parts.once(SheetFormat.BILLS_OF_MATERIAL, row, "component", parent.number() + " of " + component.number());
            if (component.number().equals(parent.number())) {
                throw row.refused(
                        "component",
                        component.number().value(),
                        "another item than the parent",
                        "an item cannot be made of itself");
            }
            lines.add(new BillLine(
                    parent.number(),
                    component.number(),
                    Quantity.of(row.positive("quantity"), component.unit()),
                    row.whole("operation", 1, 9999, 10)));
        }
        return catalog.putBill(parent.number(), lines);
    }

    private Saved routing(List<Cells> rows, List<Cells> machines, Parts parts) {
        Item item = known(rows.getFirst(), "item");
        List<RoutingStep> steps = new ArrayList<>();
        for (Cells row : rows) {
            int sequence = row.whole("sequence", 1, 9999);
            parts.once(SheetFormat.ROUTINGS, row, "sequence", item.number() + " " + sequence);
            List<Cells> named = machines.stream()
                    .filter(each -> each.text("sequence").equals(row.text("sequence")))
                    .toList();
            steps.add(step(row, sequence, named));
        }
        steps.sort(Comparator.comparingInt(RoutingStep::sequence));
        return catalog.putRouting(item.number(), steps);
    }

    private RoutingStep step(Cells row, int sequence, List<Cells> machines) {
        WorkCentreCode centre = row.as("work_centre", WorkCentreCode::new);
        row.known(
                "work_centre",
                plant.workCentres().stream()
                        .filter(each -> each.code().equals(centre))
                        .findFirst(),
                "a work centre");
        RoutingStep.Outside outside = outside(row);
        if (outside == null
                && row.text("run_minutes_per_piece").isEmpty()
                && row.text("batch_minutes").isEmpty()) {
            throw row.refused(
                    "run_minutes_per_piece",
                    "no time at all",
                    "run_minutes_per_piece, batch_minutes or outside_days",
                    "say how long the operation takes");
        }
        return new RoutingStep(
                sequence,
                row.required("name"),
                centre,
                row.text("setup_state"),
                minutes(row, "run_minutes_per_piece"),
                minutes(row, "batch_minutes"),
                minutes(row, "transfer_minutes"),
                machines.stream().map(this::alternate).toList(),
                outside);
    }

    private static RoutingStep.@Nullable Outside outside(Cells row) {
        if (row.text("outside_supplier").isEmpty() && row.text("outside_days").isEmpty()) {
            return null;
        }
        return new RoutingStep.Outside(row.required("outside_supplier"), row.whole("outside_days", 1, 365));
    }

    private RoutingStep.Alternate alternate(Cells row) {
        MachineCode code = row.as("machine", MachineCode::new);
        row.known(
                "machine",
                plant.machines().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst(),
                "a machine");
        BigDecimal factor = row.text("time_factor").isEmpty() ? BigDecimal.ONE : row.positive("time_factor");
        return new RoutingStep.Alternate(code, factor.doubleValue());
    }

    private static Duration minutes(Cells row, String column) {
        BigDecimal minutes = row.text(column).isEmpty() ? BigDecimal.ZERO : row.notNegative(column);
        return Duration.ofMillis(minutes.multiply(BigDecimal.valueOf(60_000)).longValue());
    }

    private Saved receipt(Cells row, Parts parts) {
        parts.once(SheetFormat.RECEIPTS, row, "number", row.required("number"));
        Item item = known(row, "item");
        return inventory.putReceipt(new ScheduledReceipt(
                row.required("number"),
                item.number(),
                quantity(row, item, row.positive("quantity")),
                row.date("expected_date"),
                row.required("supplier")));
    }

    private Item known(Cells row, String column) {
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
