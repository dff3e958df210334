package org.duebook.imports;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.catalog.Specification;
import org.duebook.documents.SheetWriter;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.inventory.StockOnHand;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets items, bills-of-material, routings, routing-machines, stock, receipts as they are exported. */
@Component
class ItemExport {

    private static final int AT_ONCE = 500;

    private final Catalog catalog;
    private final Inventory inventory;

    ItemExport(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    void write(SheetWriter sheets) {
        @Nullable ItemNumber after = null;
        for (List<Item> page = catalog.list(after, AT_ONCE); !page.isEmpty(); page = catalog.list(after, AT_ONCE)) {
            List<ItemNumber> numbers = page.stream().map(Item::number).toList();
            Map<ItemNumber, List<BillLine>> bills = catalog.billsOf(numbers);
            Map<ItemNumber, List<RoutingStep>> routings = catalog.routingsOf(numbers);
            for (Item item : page) {
                write(item, sheets);
                bills.getOrDefault(item.number(), List.of()).forEach(line -> write(line, sheets));
                routings.getOrDefault(item.number(), List.of()).forEach(step -> write(item.number(), step, sheets));
            }
            after = numbers.getLast();
        }
        stock(sheets);
        List<ScheduledReceipt> receipts = inventory.receipts().stream()
                .sorted(Comparator.comparing(ScheduledReceipt::number))
                .toList();
        for (ScheduledReceipt receipt : receipts) {
            SheetRow row = SheetRow.of(SheetFormat.RECEIPTS)
                    .text("number", receipt.number())
                    .text("item", receipt.item());
            quantity(row, receipt.quantity())
                    .day("expected_date", receipt.expected())
                    .text("supplier", receipt.supplier())
                    .to(sheets);
        }
    }

    private void stock(SheetWriter sheets) {
        @Nullable ItemNumber after = null;
        for (List<StockOnHand> page = inventory.list(after, AT_ONCE);
                !page.isEmpty();
                page = inventory.list(after, AT_ONCE)) {
            page.forEach(stock -> quantity(SheetRow.of(SheetFormat.STOCK).text("item", stock.item()), stock.onHand())
                    .to(sheets));
            after = page.getLast().item();
        }
    }

    private static void write(Item item, SheetWriter sheets) {
        SheetRow row = SheetRow.of(SheetFormat.ITEMS)
                .text("number", item.number())
                .text("name", item.name())
                .text("short_description", item.shortDescription())
                .text("type", item.type() == ItemType.SEMI_FINISHED ? "semi" : SheetColumn.written(item.type()))
                .text("unit", item.unit())
                .number("price", item.price().amount())
                .number("cost", item.cost().amount())
                .text("currency", item.price().currency())
                .text("supplier", item.supplier())
                .whole("lead_time_days", item.leadTimeDays())
                .number("min_order_quantity", item.minimumOrder().amount())
                .number("order_multiple", item.orderMultiple().amount());
        lot(row, "lot_minimum", item.lotSize().minimum());
        lot(row, "lot_multiple", item.lotSize().multiple());
        lot(row, "lot_maximum", item.lotSize().maximum());
        if (!item.cost().currency().equals(item.price().currency())) {
            row.text("cost_currency", item.cost().currency());
        }
        specification(row, item.specification(), Specification.NONE).to(sheets);
    }

    private static void lot(SheetRow row, String column, @Nullable Quantity quantity) {
        if (quantity != null) {
            row.number(column, quantity.amount());
        }
    }

    private static void write(BillLine line, SheetWriter sheets) {
        SheetRow.of(SheetFormat.BILLS_OF_MATERIAL)
                .text("parent", line.parent())
                .text("component", line.component())
                .number("quantity", line.perUnit().amount())
                .whole("operation", line.operation())
                .to(sheets);
    }

    private static void write(ItemNumber item, RoutingStep step, SheetWriter sheets) {
        SheetRow row = SheetRow.of(SheetFormat.ROUTINGS)
                .text("item", item)
                .whole("sequence", step.sequence())
                .text("name", step.name())
                .text("work_centre", step.workCentre())
                .text("setup_state", step.setupState());
        minutes(row, "run_minutes_per_piece", step.runPerUnit());
        minutes(row, "batch_minutes", step.runPerBatch());
        minutes(row, "transfer_minutes", step.transfer());
        Quantity batchSize = step.batchSize();
        if (batchSize != null) {
            row.number("batch_size", batchSize.amount());
        }
        RoutingStep.Outside outside = step.outside();
        if (outside != null) {
            row.text("outside_supplier", outside.supplier()).whole("outside_days", outside.days());
        }
        row.to(sheets);
        for (RoutingStep.Alternate alternate : step.alternates()) {
            SheetRow.of(SheetFormat.ROUTING_MACHINES)
                    .text("item", item)
                    .whole("sequence", step.sequence())
                    .text("machine", alternate.machine())
                    .number(
                            "time_factor",
                            new BigDecimal(BigDecimal.valueOf(alternate.timeFactor())
                                    .stripTrailingZeros()
                                    .toPlainString()))
                    .to(sheets);
        }
    }

    private static void minutes(SheetRow row, String column, Duration time) {
        if (!time.isZero()) {
            row.number(column, PlantExport.minutes(time));
        }
    }

    private static SheetRow quantity(SheetRow row, Quantity quantity) {
        return row.number("quantity", quantity.amount()).text("unit", quantity.unit());
    }

    /** Texts that differ from those of the item behind them. */
    static SheetRow specification(SheetRow row, Specification of, Specification item) {
        return differing(
                row,
                "specification",
                of.sheet(),
                item.sheet(),
                "dimensions",
                of.dimensions(),
                item.dimensions(),
                "tolerances",
                of.tolerances(),
                item.tolerances(),
                "material",
                of.material(),
                item.material(),
                "finish",
                of.finish(),
                item.finish(),
                "quality_standard",
                of.qualityStandard(),
                item.qualityStandard(),
                "inspection_criteria",
                of.inspectionCriteria(),
                item.inspectionCriteria(),
                "packaging",
                of.packaging(),
                item.packaging(),
                "special_characteristics",
                of.specialCharacteristics(),
                item.specialCharacteristics(),
                "application",
                of.endApplication(),
                item.endApplication());
    }

    /** Columns with the text to write and the one that goes without saying, three by three. */
    private static SheetRow differing(SheetRow row, String... texts) {
        for (int at = 0; at < texts.length; at += 3) {
            if (!texts[at + 1].strip().equals(texts[at + 2].strip())) {
                row.text(texts[at], texts[at + 1]);
            }
        }
        return row;
    }
}
