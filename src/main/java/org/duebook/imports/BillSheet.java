package org.duebook.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.springframework.stereotype.Component;

/** The sheet bills-of-material. An item's rows replace its whole bill; no item may be made of itself, through whatever others. */
@Component
class BillSheet {

    private final Catalog catalog;

    BillSheet(Catalog catalog) {
        this.catalog = catalog;
    }

    void take(Rows rows, Parts parts) {
        Map<String, List<Cells>> bills = rows.by(SheetFormat.BILLS_OF_MATERIAL, "parent");
        Map<String, List<String>> components = new HashMap<>();
        bills.forEach((parent, lines) -> components.put(
                parent, lines.stream().map(line -> line.key("component")).toList()));
        bills.forEach((parent, lines) ->
                parts.take(SheetFormat.BILLS_OF_MATERIAL, lines.getFirst(), () -> bill(lines, components, parts)));
    }

    private Saved bill(List<Cells> rows, Map<String, List<String>> sent, Parts parts) {
        Item parent = ItemSheets.known(catalog, rows.getFirst(), "parent");
        if (parent.type() == ItemType.COMPONENT) {
            throw rows.getFirst()
                    .refused(
                            "parent",
                            parent.number() + ", which is purchased",
                            "a finished or semi-finished item",
                            "correct the number, or the item's type");
        }
        List<Integer> steps = catalog.routing(parent.number()).stream()
                .map(RoutingStep::sequence)
                .toList();
        return catalog.putBill(parent.number(), Cells.each(rows, row -> line(row, parent, steps, sent, parts)));
    }

    private BillLine line(Cells row, Item parent, List<Integer> steps, Map<String, List<String>> sent, Parts parts) {
        Item component = ItemSheets.known(catalog, row, "component");
        if (contains(component.number().value(), parent.number().value(), sent)) {
            throw row.refused(
                    "component",
                    component.number().value(),
                    "an item that is not made of " + parent.number(),
                    "an item cannot be made of itself: break the circle");
        }
        int operation = row.whole("operation", 1, 99_999, steps.isEmpty() ? 10 : steps.getFirst());
        if (!steps.isEmpty() && !steps.contains(operation)) {
            throw row.refused(
                    "operation",
                    String.valueOf(operation),
                    "one of " + steps + ", the routing of " + parent.number(),
                    "name the operation that uses the component, or leave the cell empty");
        }
        parts.once(
                SheetFormat.BILLS_OF_MATERIAL,
                row,
                "component",
                parent.number() + " of " + component.number() + " at " + operation);
        return new BillLine(
                parent.number(),
                component.number(),
                Quantity.of(row.positive("quantity"), component.unit()),
                operation);
    }

    /** Whether an item is the wanted one or is made of it, as the file has its bills, else as the catalog has them. */
    private boolean contains(String item, String wanted, Map<String, List<String>> sent) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(item));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(wanted)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(sent.containsKey(next) ? sent.get(next) : kept(next));
            }
        }
        return false;
    }

    private List<String> kept(String item) {
        // What is no item number is refused where it stands.
        return SheetFormat.isCode(item)
                ? catalog.bill(new ItemNumber(item)).stream()
                        .map(line -> line.component().value())
                        .toList()
                : List.of();
    }
}
