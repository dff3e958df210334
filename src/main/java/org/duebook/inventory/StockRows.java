package org.duebook.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of stock and of the reservations on it. */
@Repository
class StockRows {

    private static final String WITH_RESERVED = """
            select stock.item, stock.unit, stock.on_hand, coalesce(sum(reservation.quantity), 0) as reserved
            from stock_on_hand stock left join reservation on reservation.item = stock.item
            """;

    private final JdbcClient jdbc;

    StockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ItemNumber, StockOnHand> load(Collection<ItemNumber> items) {
        Map<ItemNumber, StockOnHand> byItem = new LinkedHashMap<>();
        jdbc.sql(WITH_RESERVED + "where stock.item = any(:items) group by stock.item order by stock.item")
                .param("items", items.stream().map(ItemNumber::value).toArray(String[]::new))
                .query((row, n) -> stock(row))
                .list()
                .forEach(stock -> byItem.put(stock.item(), stock));
        return byItem;
    }

    List<StockOnHand> page(String after, int limit) {
        return jdbc.sql(WITH_RESERVED
                        + "where stock.item > :after group by stock.item order by stock.item limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> stock(row))
                .list();
    }

    Saved put(ItemNumber item, Quantity onHand) {
        return Saved.of(jdbc.sql("""
                insert into stock_on_hand (item, unit, on_hand) values (:item, :unit, :onHand)
                on conflict (item) do update set unit = excluded.unit, on_hand = excluded.on_hand
                where stock_on_hand is distinct from excluded
                returning xmax = 0""")
                .param("item", item.value())
                .param("unit", onHand.unit().code())
                .param("onHand", onHand.amount())
                .query(Boolean.class)
                .optional());
    }

    void ensure(ItemNumber item, Unit unit) {
        jdbc.sql("insert into stock_on_hand (item, unit, on_hand) values (:item, :unit, 0) on conflict do nothing")
                .param("item", item.value())
                .param("unit", unit.code())
                .update();
    }

    /** What is on hand; nobody else touches the stock until the transaction ends. */
    Optional<Quantity> lock(ItemNumber item) {
        return jdbc.sql("select unit, on_hand from stock_on_hand where item = :item for update")
                .param("item", item.value())
                .query((row, n) -> Quantity.of(row.getBigDecimal("on_hand"), new Unit(row.getString("unit"))))
                .optional();
    }

    void setOnHand(ItemNumber item, Quantity onHand) {
        jdbc.sql("update stock_on_hand set on_hand = :onHand where item = :item")
                .param("onHand", onHand.amount())
                .param("item", item.value())
                .update();
    }

    Quantity reserved(ItemNumber item, Unit unit) {
        return Quantity.of(
                jdbc.sql("select coalesce(sum(quantity), 0) from reservation where item = :item")
                        .param("item", item.value())
                        .query(BigDecimal.class)
                        .single(),
                unit);
    }

    void reserve(ItemNumber item, Quantity quantity, String reference) {
        if (quantity.isZero()) {
            return;
        }
        jdbc.sql("""
                insert into reservation (item, reference, quantity) values (:item, :reference, :quantity)
                on conflict (item, reference) do update set quantity = reservation.quantity + excluded.quantity""")
                .param("item", item.value())
                .param("reference", reference)
                .param("quantity", quantity.amount())
                .update();
    }

    void lowerReservation(ItemNumber item, Quantity by, String reference) {
        jdbc.sql("delete from reservation where item = :item and reference = :reference and quantity <= :by")
                .param("item", item.value())
                .param("reference", reference)
                .param("by", by.amount())
                .update();
        jdbc.sql("update reservation set quantity = quantity - :by where item = :item and reference = :reference")
                .param("item", item.value())
                .param("reference", reference)
                .param("by", by.amount())
                .update();
    }

    Map<ItemNumber, Quantity> reservedUnder(String reference) {
        Map<ItemNumber, Quantity> byItem = new LinkedHashMap<>();
        jdbc.sql("""
                select reservation.item, reservation.quantity, stock.unit
                from reservation join stock_on_hand stock on stock.item = reservation.item
                where reference = :reference order by reservation.item""").param("reference", reference).query(row -> {
            byItem.put(
                    new ItemNumber(row.getString("item")),
                    Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))));
        });
        return byItem;
    }

    void release(Collection<String> references) {
        String[] given = references.toArray(String[]::new);
        jdbc.sql("""
                select item from stock_on_hand
                where item in (select item from reservation where reference = any(:references))
                order by item for update""").param("references", given).query(String.class).list();
        jdbc.sql("delete from reservation where reference = any(:references)")
                .param("references", given)
                .update();
    }

    private static StockOnHand stock(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString("unit"));
        return new StockOnHand(
                new ItemNumber(row.getString("item")),
                Quantity.of(row.getBigDecimal("on_hand"), unit),
                Quantity.of(row.getBigDecimal("reserved"), unit));
    }
}
