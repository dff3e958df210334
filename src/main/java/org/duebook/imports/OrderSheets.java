package org.duebook.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.EarlierDelivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.Orders;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.springframework.stereotype.Component;

/**
 * The sheets orders, order-lines, releases, deliveries. Each order goes the way of every order: the rules decide it. An
 * order is taken with its lines, releases and deliveries, or not at all.
 */
@Component
class OrderSheets {

    /** Enough to make a statement's way to the database and back cheap, few enough to hold in memory. */
    private static final int AT_ONCE = 500;

    private final Orders orders;
    private final OrderBooking booking;
    private final Fulfilment fulfilment;

    OrderSheets(Orders orders, OrderBooking booking, Fulfilment fulfilment) {
        this.orders = orders;
        this.booking = booking;
        this.fulfilment = fulfilment;
    }

    void take(Rows rows, Parts parts) {
        Map<String, List<Cells>> lines = rows.by(SheetFormat.ORDER_LINES, "order");
        Map<String, List<Cells>> releases = rows.by(SheetFormat.RELEASES, "order");
        Map<String, List<Cells>> deliveries = rows.by(SheetFormat.DELIVERIES, "order");
        Set<String> named = new HashSet<>();
        List<OrderBooking.Lot> lots = new ArrayList<>();
        for (Cells row : rows.of(SheetFormat.ORDERS)) {
            String number = row.key("number");
            named.add(number);
            OrderRows order = new OrderRows(
                    row,
                    List.copyOf(lines.getOrDefault(number, List.of())),
                    List.copyOf(releases.getOrDefault(number, List.of())),
                    List.copyOf(deliveries.getOrDefault(number, List.of())));
            parts.read(SheetFormat.ORDERS, row, () -> order.read(parts)).ifPresent(lots::add);
            if (lots.size() == AT_ONCE) {
                booking.book(lots, parts);
                lots.clear();
            }
        }
        booking.book(lots, parts);
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

    /** A delivery of an order that is here already. */
    private Saved deliver(Cells row, Parts parts) {
        OrderNumber order = row.as("order", OrderNumber::new);
        OrderLineId line = new OrderLineId(order, row.whole("line", 1, 9999));
        Unit unit = orders.findLines(List.of(line)).stream()
                .findFirst()
                .map(each -> each.quantity().unit())
                .orElseThrow(() ->
                        row.refused("line", line.toString(), "an order line that exists", "correct order and line"));
        EarlierDelivery made = OrderRows.made(row, line, unit, parts).delivery();
        return switch (fulfilment.carryOver(List.of(made), parts.by()).getFirst()) {
            case DeliveryOutcome.Delivered delivered -> delivered.saved();
            case DeliveryOutcome.Refused refused -> throw new Cells.Refused(OrderRows.placed(row, refused.faults()));
            case DeliveryOutcome.Unknown unknown ->
                throw row.refused("order", order.value(), "an order that exists", "correct the order");
        };
    }
}
