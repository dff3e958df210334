package org.duebook.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Narrow reads over many orders, for lists of a hundred thousand lines. */
@Repository
class LineRegister {

    private final JdbcClient jdbc;

    LineRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LineDay> lines(OrderFilter filter, @Nullable ItemNumber item, @Nullable Instant enteredUntil) {
        CustomerNumber customer = filter.customer();
        return jdbc.sql("""
                select line.order_number, line.line, line.requested from order_line line
                join customer_order on customer_order.number = line.order_number
                where (cast(:customer as text) is null or customer = :customer)
                    and (cast(:item as text) is null or item = :item)
                    and (cardinality(:statuses) = 0 or status = any(:statuses))
                    and (cast(:until as timestamptz) is null or entered_at <= :until)""")
                .param("customer", customer == null ? null : customer.value())
                .param("item", item == null ? null : item.value())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("until", enteredUntil == null ? null : enteredUntil.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new LineDay(
                        new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line")),
                        row.getObject("requested", LocalDate.class)))
                .list();
    }

    Map<OrderNumber, OrderHead> heads(Collection<OrderNumber> numbers) {
        Map<OrderNumber, OrderHead> heads = new HashMap<>();
        jdbc.sql("""
                select number, customer, type, order_date, status, version from customer_order
                where number = any(:numbers)""")
                .param("numbers", values(numbers))
                .query((row, n) -> new OrderHead(
                        new OrderNumber(row.getString("number")),
                        new CustomerNumber(row.getString("customer")),
                        OrderType.valueOf(row.getString("type")),
                        row.getObject("order_date", LocalDate.class),
                        OrderStatus.valueOf(row.getString("status")),
                        row.getInt("version")))
                .list()
                .forEach(head -> heads.put(head.number(), head));
        return heads;
    }

    /** Where orders stood at an instant, by their history; held when nothing else had happened yet. */
    Map<OrderNumber, OrderStatus> statuses(Collection<OrderNumber> numbers, Instant at) {
        Map<OrderNumber, OrderStatus> statuses = new HashMap<>();
        numbers.forEach(number -> statuses.put(number, OrderStatus.HELD));
        jdbc.sql("""
                select distinct on (order_number) order_number, event from order_history
                where order_number = any(:numbers) and at <= :at and event = any(:statuses)
                order by order_number, id desc""")
                .param("numbers", values(numbers))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "statuses",
                        Arrays.stream(OrderStatus.values()).map(Enum::name).toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        new OrderNumber(row.getString("order_number")), OrderStatus.valueOf(row.getString("event"))))
                .list()
                .forEach(entry -> statuses.put(entry.getKey(), entry.getValue()));
        return statuses;
    }

    private static String[] values(Collection<OrderNumber> numbers) {
        return numbers.stream().map(OrderNumber::value).toArray(String[]::new);
    }
}
