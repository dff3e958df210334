package org.duebook.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of items. The specification is one JSON value: nobody searches by its parts. */
@Repository
class ItemRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String[] values(Collection<ItemNumber> numbers) {
        return numbers.stream().map(ItemNumber::value).distinct().toArray(String[]::new);
    }

    static Map<ItemNumber, Item> byNumber(List<Item> items) {
        Map<ItemNumber, Item> byNumber = new LinkedHashMap<>();
        items.forEach(item -> byNumber.put(item.number(), item));
        return byNumber;
    }

    /** Keeps others from replacing the item's bill or routing until the transaction ends. */
    void lock(ItemNumber number) {
        boolean known = jdbc.sql("select number from item where number = :number for update")
                .param("number", number.value())
                .query(String.class)
                .optional()
                .isPresent();
        if (!known) {
            throw new IllegalArgumentException("item " + number + " is unknown; put the item first");
        }
    }

    List<Item> page(String after, int limit) {
        return jdbc.sql("select * from item where number > :after order by number limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    List<Item> matching(ItemType type, String typed, int limit) {
        return jdbc.sql("""
                select * from item
                where type = :type
                    and (strpos(lower(number), lower(:typed)) > 0 or strpos(lower(name), lower(:typed)) > 0)
                order by starts_with(lower(number), lower(:typed)) desc, number limit :limit
                """)
                .param("type", type.name())
                .param("typed", typed)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    List<Item> load(Collection<ItemNumber> numbers) {
        return jdbc.sql("select * from item where number = any(:numbers) order by number")
                .param("numbers", values(numbers))
                .query((row, n) -> item(row))
                .list();
    }

    /** Only those that are not {@link LotSize#ANY}. */
    Map<ItemNumber, LotSize> lotSizes(Collection<ItemNumber> numbers) {
        Map<ItemNumber, LotSize> sizes = new HashMap<>();
        jdbc.sql("""
                        select number, unit, lot_minimum, lot_multiple, lot_maximum from item
                        where number = any(:numbers) and coalesce(lot_minimum, lot_multiple, lot_maximum) is not null
                        """).param("numbers", values(numbers)).query(row -> {
            sizes.put(new ItemNumber(row.getString("number")), lotSize(row, new Unit(row.getString("unit"))));
        });
        return sizes;
    }

    Saved put(Item item) {
        return Saved.of(jdbc.sql("""
                insert into item (number, name, short_description, type, unit, price, price_currency, cost, cost_currency,
                    lead_time_days, supplier, minimum_order, order_multiple, specification, lot_minimum,
                    lot_multiple, lot_maximum)
                values (:number, :name, :shortDescription, :type, :unit, :price, :priceCurrency, :cost, :costCurrency,
                    :leadTimeDays, :supplier, :minimumOrder, :orderMultiple, cast(:specification as jsonb), :lotMinimum, :lotMultiple,
                    :lotMaximum)
                on conflict (number) do update
                set name = excluded.name, short_description = excluded.short_description, type = excluded.type,
                    unit = excluded.unit, price = excluded.price, price_currency = excluded.price_currency,
                    cost = excluded.cost, cost_currency = excluded.cost_currency,
                    lead_time_days = excluded.lead_time_days, supplier = excluded.supplier,
                    minimum_order = excluded.minimum_order, order_multiple = excluded.order_multiple,
                    specification = excluded.specification, lot_minimum = excluded.lot_minimum,
                    lot_multiple = excluded.lot_multiple, lot_maximum = excluded.lot_maximum
                where item is distinct from excluded
                returning xmax = 0""")
                .param("number", item.number().value())
                .param("name", item.name())
                .param("shortDescription", item.shortDescription())
                .param("type", item.type().name())
                .param("unit", item.unit().code())
                .param("price", item.price().amount())
                .param("priceCurrency", item.price().currency().getCurrencyCode())
                .param("cost", item.cost().amount())
                .param("costCurrency", item.cost().currency().getCurrencyCode())
                .param("leadTimeDays", item.leadTimeDays())
                .param("supplier", item.supplier())
                .param("minimumOrder", item.minimumOrder().amount())
                .param("orderMultiple", item.orderMultiple().amount())
                .param("specification", JSON.writeValueAsString(item.specification()))
                .param("lotMinimum", amount(item.lotSize().minimum()))
                .param("lotMultiple", amount(item.lotSize().multiple()))
                .param("lotMaximum", amount(item.lotSize().maximum()))
                .query(Boolean.class)
                .optional());
    }

    private static @Nullable BigDecimal amount(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.amount();
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal amount, Unit unit) {
        return amount == null ? null : Quantity.of(amount, unit);
    }

    private static Item item(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString("unit"));
        return new Item(
                new ItemNumber(row.getString("number")),
                row.getString("name"),
                row.getString("short_description"),
                ItemType.valueOf(row.getString("type")),
                unit,
                Money.of(row.getBigDecimal("price"), Currency.getInstance(row.getString("price_currency"))),
                Money.of(row.getBigDecimal("cost"), Currency.getInstance(row.getString("cost_currency"))),
                row.getInt("lead_time_days"),
                row.getString("supplier"),
                Quantity.of(row.getBigDecimal("minimum_order"), unit),
                Quantity.of(row.getBigDecimal("order_multiple"), unit),
                JSON.readValue(row.getString("specification"), Specification.class),
                lotSize(row, unit));
    }

    private static LotSize lotSize(ResultSet row, Unit unit) throws SQLException {
        return new LotSize(
                quantity(row.getBigDecimal("lot_minimum"), unit),
                quantity(row.getBigDecimal("lot_multiple"), unit),
                quantity(row.getBigDecimal("lot_maximum"), unit));
    }
}
