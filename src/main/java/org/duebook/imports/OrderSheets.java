package org.duebook.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.promising.EntryResult;
import org.duebook.promising.Promising;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.springframework.stereotype.Component;

/**
 * The sheets orders, order-lines, releases, deliveries. Each order goes the way of every order: the rules decide it. An
 * order is taken with its lines, releases and deliveries, or not at all.
 */
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
            String number = row.key("number");
            OrderRows order = new OrderRows(
                    row,
                    lines.getOrDefault(number, List.of()),
                    releases.getOrDefault(number, List.of()),
                    deliveries.getOrDefault(number, List.of()));
            parts.take(SheetFormat.ORDERS, row, () -> order(order, parts));
        }
        Set<String> named = rows.of(SheetFormat.ORDERS).stream()
                .map(row -> row.key("number"))
                .collect(Collectors.toSet());
        orphans(SheetFormat.ORDER_LINES, lines, named, parts);
        orphans(SheetFormat.RELEASES, releases, named, parts);
        deliveries.forEach((order, made) -> {
            if (!named.contains(order)) {
                made.forEach(row -> parts.take(SheetFormat.DELIVERIES, row, () -> deliver(row, parts)));
            }
        });
    }

    private static void orphans(SheetFormat sheet, Map<String, List<Cells>> rows, Set<String> orders, Parts parts) {
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

    private Saved order(OrderRows rows, Parts parts) {
        OrderNumber number = rows.number(parts);
        boolean before = orders.find(number).isPresent();
        switch (promising.enterCarriedOver(rows.read(number, parts), parts.by())) {
            case EntryResult.Taken taken -> {}
            case EntryResult.Refused refused -> throw rows.placed(refused.faults());
        }
        parts.count(SheetFormat.DELIVERIES, Cells.each(rows.deliveries(), made -> deliver(made, parts)));
        if (before) {
            return Saved.UNCHANGED;
        }
        standsAsSaid(number, rows, parts);
        return Saved.CREATED;
    }

    /** Cancels what is said to be cancelled, and refuses a status that the deliveries do not bear out. */
    private void standsAsSaid(OrderNumber number, OrderRows rows, Parts parts) {
        OrderStatus said = rows.standing();
        if (said == null) {
            return;
        }
        if (said == OrderStatus.CANCELLED && statusOf(number) != OrderStatus.CANCELLED) {
            promising.cancelOrder(number, "It was cancelled before it came here.", parts.by());
        }
        OrderStatus is = statusOf(number);
        if (is != said) {
            throw rows.row()
                    .refused(
                            "status",
                            rows.row().text("status"),
                            SheetColumn.written(is) + ", as its deliveries say",
                            "correct the status, or add the deliveries");
        }
    }

    private OrderStatus statusOf(OrderNumber number) {
        return orders.find(number).orElseThrow().status();
    }

    private Saved deliver(Cells row, Parts parts) {
        OrderNumber order = row.as("order", OrderNumber::new);
        OrderLineId line = new OrderLineId(order, row.whole("line", 1, 9999));
        String number = row.code("number");
        parts.once(SheetFormat.DELIVERIES, row, "number", number);
        Unit unit = orders.findLines(List.of(line)).stream()
                .findFirst()
                .map(each -> each.quantity().unit())
                .orElseThrow(() ->
                        row.refused("line", line.toString(), "an order line that exists", "correct order and line"));
        Quantity quantity = Quantity.of(row.positive("quantity"), unit);
        return switch (fulfilment.carryOver(number, line, quantity, row.date("date"), row.text("note"), parts.by())) {
            case DeliveryOutcome.Delivered delivered -> delivered.saved();
            case DeliveryOutcome.Refused refused -> throw placed(row, refused.faults());
            case DeliveryOutcome.Unknown unknown ->
                throw row.refused("order", order.value(), "an order that exists", "correct the order");
        };
    }

    private static Cells.Refused placed(Cells row, List<Fault> faults) {
        return new Cells.Refused(faults.stream()
                .map(fault -> row.fault(
                        fault.field().equals("on") ? "date" : fault.field(),
                        fault.found(),
                        fault.wanted(),
                        fault.cure()))
                .toList());
    }
}
