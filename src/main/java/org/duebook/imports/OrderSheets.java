package org.duebook.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.Specification;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.Channel;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.orders.Orders;
import org.duebook.orders.Project;
import org.duebook.orders.Release;
import org.duebook.promising.EntryResult;
import org.duebook.promising.Promising;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets orders, order-lines, releases, deliveries. Each order goes the way of every order: the rules decide it. */
@Component
class OrderSheets {

    private final Orders orders;
    private final Promising promising;
    private final Fulfilment fulfilment;

    OrderSheets(Orders orders, Promising promising, Fulfilment fulfilment) {
        this.orders = orders;
        this.promising = promising;
        this.fulfilment = fulfilment;
    }

    void take(Rows rows, Parts parts) {
        Map<String, List<Cells>> lines = rows.by(SheetFormat.ORDER_LINES, "order");
        Map<String, List<Cells>> releases = rows.by(SheetFormat.RELEASES, "order");
        Map<String, List<Cells>> deliveries = rows.by(SheetFormat.DELIVERIES, "order");
        for (Cells row : rows.of(SheetFormat.ORDERS)) {
            String number = row.text("number");
            parts.take(
                    SheetFormat.ORDERS,
                    row,
                    () -> order(
                            row,
                            lines.getOrDefault(number, List.of()),
                            releases.getOrDefault(number, List.of()),
                            deliveries.getOrDefault(number, List.of()),
                            parts));
        }
        List<String> named = rows.of(SheetFormat.ORDERS).stream()
                .map(row -> row.text("number"))
                .toList();
        orphans(SheetFormat.ORDER_LINES, lines, named, parts);
        orphans(SheetFormat.RELEASES, releases, named, parts);
        deliveries.forEach((order, made) -> {
            if (!named.contains(order)) {
                made.forEach(row -> parts.take(SheetFormat.DELIVERIES, row, () -> deliver(row, parts)));
            }
        });
    }

    private static void orphans(SheetFormat sheet, Map<String, List<Cells>> rows, List<String> orders, Parts parts) {
        rows.forEach((order, group) -> {
            if (!orders.contains(order)) {
                parts.take(sheet, group.getFirst(), () -> {
                    throw group.getFirst()
                            .refused(
                                    "order",
                                    order,
                                    "an order of the sheet orders of the same file",
                                    "send the whole order");
                });
            }
        });
    }

    private Saved order(Cells row, List<Cells> lines, List<Cells> releases, List<Cells> deliveries, Parts parts) {
        OrderNumber number = row.as("number", OrderNumber::new);
        parts.once(SheetFormat.ORDERS, row, "number", number.value());
        boolean before = orders.find(number).isPresent();
        Map<Integer, LocalDate> promised = new HashMap<>();
        Map<Integer, Quantity> delivered = new HashMap<>();
        List<OrderDraft.Line> wanted = new ArrayList<>();
        Currency currency = row.as("currency", Currency::getInstance);
        for (Cells line : lines) {
            OrderDraft.Line each = line(line, number, currency, releases, parts);
            wanted.add(each);
            LocalDate date = line.dateOrNull("promised_date");
            if (date != null) {
                promised.put(each.line(), date);
            }
            deliveries.stream()
                    .filter(made -> made.text("line").equals(line.text("line")))
                    .forEach(made -> delivered.merge(
                            each.line(),
                            Quantity.of(
                                    made.positive("quantity"), each.quantity().unit()),
                            Quantity::plus));
        }
        OrderDraft draft = draft(row, number, currency, wanted);
        switch (promising.enterCarriedOver(draft, promised, delivered, parts.by())) {
            case EntryResult.Taken taken -> {}
            case EntryResult.Refused refused -> throw at(row, refused.faults());
        }
        deliveries.forEach(made -> parts.take(SheetFormat.DELIVERIES, made, () -> deliver(made, parts)));
        return before ? Saved.UNCHANGED : Saved.CREATED;
    }

    private static OrderDraft draft(Cells row, OrderNumber number, Currency currency, List<OrderDraft.Line> lines) {
        return new OrderDraft(
                number,
                row.as("customer", CustomerNumber::new),
                row.text("ship_to"),
                row.oneOf("type", OrderType.class),
                row.oneOf("channel", Channel.class),
                row.whole("priority", 1, 9),
                row.date("order_date"),
                row.text("clerk"),
                row.text("region"),
                row.text("customer_reference"),
                row.oneOf("delivery_term", DeliveryTerm.class),
                currency,
                project(row),
                row.number("deposit_paid_percent", BigDecimal.ZERO),
                lines);
    }

    private static @Nullable Project project(Cells row) {
        return row.text("project_name").isEmpty()
                ? null
                : new Project(row.text("project_name"), row.date("project_term"), row.yes("project_signed_off"));
    }

    private static OrderDraft.Line line(
            Cells row, OrderNumber order, Currency currency, List<Cells> releases, Parts parts) {
        int line = row.whole("line", 1, 9999);
        parts.once(SheetFormat.ORDER_LINES, row, "line", order + "/" + line);
        Unit unit = row.as("unit", Unit::new);
        Specification own = ItemSheets.specification(row);
        return new OrderDraft.Line(
                line,
                row.as("item", ItemNumber::new),
                Quantity.of(row.positive("quantity"), unit),
                row.text("unit_price").isEmpty() ? null : Money.of(row.notNegative("unit_price"), currency),
                row.date("requested_date"),
                releases.stream()
                        .filter(each -> each.text("line").equals(row.text("line")))
                        .map(each -> new Release(each.date("date"), Quantity.of(each.positive("quantity"), unit)))
                        .toList(),
                own.equals(Specification.NONE) ? null : own,
                row.yes("tolerances_accepted"));
    }

    private Saved deliver(Cells row, Parts parts) {
        OrderNumber order = row.as("order", OrderNumber::new);
        OrderLineId line = new OrderLineId(order, row.whole("line", 1, 9999));
        parts.once(SheetFormat.DELIVERIES, row, "number", row.required("number"));
        Unit unit = orders.findLines(List.of(line)).stream()
                .findFirst()
                .map(each -> each.quantity().unit())
                .orElseThrow(() ->
                        row.refused("line", line.toString(), "an order line that exists", "correct order and line"));
        boolean before = fulfilment.deliveries(List.of(line)).getOrDefault(line, List.of()).stream()
                .anyMatch(each -> each.number().equals(row.text("number")));
        return switch (fulfilment.carryOver(
                row.required("number"),
                line,
                Quantity.of(row.positive("quantity"), unit),
                row.date("date"),
                "",
                parts.by())) {
            case DeliveryOutcome.Delivered delivered -> before ? Saved.UNCHANGED : Saved.CREATED;
            case DeliveryOutcome.Refused refused -> throw at(row, refused.faults());
            case DeliveryOutcome.Unknown unknown ->
                throw row.refused("order", order.value(), "an order that exists", "correct the order");
        };
    }

    /** What a module refused, placed at the row that asked. */
    private static Cells.Refused at(Cells row, List<Fault> faults) {
        Fault first = faults.getFirst();
        return row.refused(first.field(), first.found(), first.wanted(), first.cure());
    }
}
