package org.duebook.imports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.Specification;
import org.duebook.documents.SheetWriter;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.orders.Project;
import org.duebook.orders.Release;
import org.duebook.promising.Promising;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets orders, order-lines, releases, deliveries as they are exported. */
@Component
class OrderExport {

    private static final int AT_ONCE = 500;

    private final Orders orders;
    private final Promising promising;
    private final Fulfilment fulfilment;
    private final Catalog catalog;

    OrderExport(Orders orders, Promising promising, Fulfilment fulfilment, Catalog catalog) {
        this.orders = orders;
        this.promising = promising;
        this.fulfilment = fulfilment;
        this.catalog = catalog;
    }

    /** What is known of a page of orders beside themselves. */
    private record Known(
            Map<OrderLineId, Map<Integer, LocalDate>> promised,
            Map<OrderLineId, List<Delivery>> deliveries,
            Map<ItemNumber, Item> items) {}

    void write(SheetWriter sheets) {
        @Nullable OrderNumber after = null;
        for (List<CustomerOrder> page = page(after); !page.isEmpty(); page = page(after)) {
            List<OrderLine> lines = page.stream()
                    .map(CustomerOrder::lines)
                    .flatMap(Collection::stream)
                    .toList();
            List<OrderLineId> ids = lines.stream().map(OrderLine::id).toList();
            Known known = new Known(
                    promising.releaseDates(ids),
                    fulfilment.deliveries(ids),
                    catalog.findAll(
                            lines.stream().map(OrderLine::item).distinct().toList()));
            for (CustomerOrder order : page) {
                write(order, sheets);
                order.lines().forEach(line -> write(line, known, sheets));
            }
            after = page.getLast().number();
        }
    }

    private List<CustomerOrder> page(@Nullable OrderNumber after) {
        return orders.list(OrderFilter.ALL, after, AT_ONCE);
    }

    private static void write(CustomerOrder order, SheetWriter sheets) {
        SheetRow row = SheetRow.of(SheetFormat.ORDERS)
                .text("number", order.number())
                .day("order_date", order.orderDate())
                .text("customer", order.customer())
                .text("ship_to", order.shipTo())
                .text("customer_reference", order.customerReference())
                .choice("type", order.type())
                .choice("channel", order.channel())
                .whole("priority", order.priority())
                .text("clerk", order.clerk())
                .text("region", order.region())
                .choice("delivery_term", order.deliveryTerm())
                .text("currency", order.currency())
                .choice("status", order.status());
        if (order.depositPaidPercent().signum() > 0) {
            row.number("deposit_paid_percent", order.depositPaidPercent());
        }
        Project project = order.project();
        if (project != null) {
            row.text("project_name", project.name())
                    .day("project_term", project.term())
                    .yes("project_signed_off", project.signedOff());
        }
        row.to(sheets);
    }

    private static void write(OrderLine line, Known known, SheetWriter sheets) {
        Map<Integer, LocalDate> promised = known.promised().getOrDefault(line.id(), Map.of());
        Item item = known.items().get(line.item());
        SheetRow row = SheetRow.of(SheetFormat.ORDER_LINES)
                .text("order", line.id().order())
                .whole("line", line.id().line())
                .text("item", line.item())
                .number("quantity", line.quantity().amount())
                .text("unit", line.quantity().unit())
                .number("unit_price", line.unitPrice().amount())
                .day("requested_date", line.requested())
                .day("promised_date", ofWhole(line, promised))
                .yes("tolerances_accepted", line.tolerancesAccepted());
        ItemExport.specification(row, line.specification(), item == null ? Specification.NONE : item.specification())
                .to(sheets);
        if (isParted(line)) {
            releases(line, promised, sheets);
        }
        for (Delivery delivery : known.deliveries().getOrDefault(line.id(), List.of())) {
            SheetRow.of(SheetFormat.DELIVERIES)
                    .text("number", delivery.number())
                    .text("order", delivery.line().order())
                    .whole("line", delivery.line().line())
                    .day("date", delivery.on())
                    .number("quantity", delivery.quantity().amount())
                    .text("note", delivery.note())
                    .to(sheets);
        }
    }

    private static void releases(OrderLine line, Map<Integer, LocalDate> promised, SheetWriter sheets) {
        for (int at = 0; at < line.releases().size(); at++) {
            Release release = line.releases().get(at);
            SheetRow.of(SheetFormat.RELEASES)
                    .text("order", line.id().order())
                    .whole("line", line.id().line())
                    .day("date", release.requested())
                    .number("quantity", release.quantity().amount())
                    .day("promised_date", promised.get(at + 1))
                    .to(sheets);
        }
    }

    private static boolean isParted(OrderLine line) {
        return line.releases().size() > 1
                || !line.releases().getFirst().requested().equals(line.requested());
    }

    /** The date of the whole line: its last release's, once each has one. */
    private static @Nullable LocalDate ofWhole(OrderLine line, Map<Integer, LocalDate> promised) {
        if (promised.containsKey(0)) {
            return promised.get(0);
        }
        boolean all = IntStream.rangeClosed(1, line.releases().size()).allMatch(promised::containsKey);
        return all ? promised.values().stream().max(LocalDate::compareTo).orElse(null) : null;
    }
}
