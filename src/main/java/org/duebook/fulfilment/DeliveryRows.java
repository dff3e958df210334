package org.duebook.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of deliveries; only ever added to. */
@Repository
class DeliveryRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    DeliveryRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Draws the next number, leaving out those an import has used. */
    String drawNumber() {
        while (true) {
            String drawn = "DN-"
                    + jdbc.sql("select nextval('delivery_number')")
                            .query(Long.class)
                            .single();
            if (find(List.of(drawn)).isEmpty()) {
                return drawn;
            }
        }
    }

    Map<String, Delivery> find(Collection<String> numbers) {
        return jdbc
                .sql("select * from delivery where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> delivery(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Delivery::number, Function.identity()));
    }

    /** Every line asked for with its deliveries, oldest first. */
    Map<OrderLineId, List<Delivery>> of(Collection<OrderLineId> lines) {
        Map<OrderLineId, List<Delivery>> byLine = new LinkedHashMap<>();
        lines.forEach(line -> byLine.put(line, new ArrayList<>()));
        jdbc.sql("""
                select * from delivery
                where (order_number, line) in
                    (select * from unnest(cast(:orders as text[]), cast(:lines as integer[])))
                order by delivered_on, id""")
                .param(
                        "orders",
                        lines.stream().map(line -> line.order().value()).toArray(String[]::new))
                .param("lines", lines.stream().map(OrderLineId::line).toArray(Integer[]::new))
                .query((row, n) -> delivery(row))
                .list()
                .forEach(delivery -> byLine.computeIfAbsent(delivery.line(), line -> new ArrayList<>())
                        .add(delivery));
        return byLine;
    }

    Set<OrderLineId> lines(LocalDate from, LocalDate to) {
        return jdbc.sql("select distinct order_number, line from delivery where delivered_on between :from and :to")
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line")))
                .set();
    }

    void insert(Delivery delivery) {
        insert(List.of(delivery));
    }

    void insert(Collection<Delivery> deliveries) {
        batch.batchUpdate(
                """
                insert into delivery (number, order_number, line, delivered_on, quantity, unit, note, by, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                deliveries.stream()
                        .map(delivery -> new Object[] {
                            delivery.number(),
                            delivery.line().order().value(),
                            delivery.line().line(),
                            delivery.on(),
                            delivery.quantity().amount(),
                            delivery.quantity().unit().code(),
                            delivery.note(),
                            delivery.by().name(),
                            delivery.at().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("number"),
                new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line")),
                row.getObject("delivered_on", LocalDate.class),
                Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                row.getString("note"),
                new Actor(row.getString("by")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
