package org.duebook.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.catalog.Specification;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of orders, their lines and releases. Many orders are read with one query per table. */
@Repository
class OrderRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String INSERT = """
            insert into customer_order (number, customer, ship_to, type, channel, priority, order_date, clerk, region,
                customer_reference, delivery_term, currency, project_name, project_term, project_signed_off,
                deposit_paid_percent, content, rule_set, status, entered_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    OrderRows(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Draws the plant's next number, leaving out those an import has used. */
    OrderNumber drawNumber() {
        while (true) {
            OrderNumber drawn = new OrderNumber("SO-"
                    + jdbc.sql("select nextval('customer_order_number')")
                            .query(Long.class)
                            .single());
            if (!exists(drawn)) {
                return drawn;
            }
        }
    }

    private boolean exists(OrderNumber number) {
        return jdbc.sql("select exists (select 1 from customer_order where number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the number is there, and locked until the transaction ends. */
    boolean lock(OrderNumber number) {
        return jdbc.sql("select number from customer_order where number = :number for update")
                .param("number", number.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** The orders that exist of those asked for, locked in the order of their numbers until the transaction ends. */
    List<CustomerOrder> lockAll(Collection<OrderNumber> numbers) {
        return load(jdbc.sql(
                        "select number from customer_order where number = any(:numbers) order by number for update")
                .param("numbers", numbers.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(String.class)
                .list());
    }

    Optional<CustomerOrder> find(OrderNumber number) {
        return load(List.of(number.value())).stream().findFirst();
    }

    List<String> page(OrderFilter filter, String after, int limit) {
        CustomerNumber customer = filter.customer();
        return jdbc.sql("""
                select number from customer_order
                where number > :after and (cast(:customer as text) is null or customer = :customer)
                    and (cardinality(:statuses) = 0 or status = any(:statuses))
                order by number limit :limit""")
                .param("after", after)
                .param("customer", customer == null ? null : customer.value())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    List<String> newest(OrderFilter filter, @Nullable String olderThan, int limit) {
        CustomerNumber customer = filter.customer();
        return jdbc.sql("""
                select number from customer_order
                where (cast(:older as text) is null or (order_date, number) < (
                        select known.order_date, known.number from customer_order known where known.number = :older))
                    and (cast(:customer as text) is null or customer = :customer)
                    and (cardinality(:statuses) = 0 or status = any(:statuses))
                order by order_date desc, number desc limit :limit""")
                .param("older", olderThan)
                .param("customer", customer == null ? null : customer.value())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    List<CustomerOrder> load(Collection<String> numbers) {
        String[] wanted = numbers.toArray(String[]::new);
        Map<OrderNumber, List<OrderLine>> lines = lines(
                        "where line.order_number = any(:numbers)",
                        releases("where order_number = any(:numbers)", Map.of("numbers", wanted)),
                        Map.of("numbers", wanted))
                .stream()
                .collect(groupingBy(line -> line.id().order()));
        return jdbc.sql("select * from customer_order where number = any(:numbers) order by number")
                .param("numbers", wanted)
                .query((row, n) -> order(row, lines))
                .list();
    }

    List<OrderLine> lines(Collection<OrderLineId> ids) {
        Map<String, Object> wanted = Map.of(
                "orders", ids.stream().map(id -> id.order().value()).toArray(String[]::new),
                "lines", ids.stream().map(OrderLineId::line).toArray(Integer[]::new));
        String among = "in (select * from unnest(cast(:orders as text[]), cast(:lines as integer[])))";
        return lines(
                "where (line.order_number, line.line) " + among,
                releases("where (order_number, line) " + among, wanted),
                wanted);
    }

    private Map<OrderLineId, List<Release>> releases(String where, Map<String, ?> wanted) {
        return jdbc
                .sql("select release.*, line.unit from order_release release natural join"
                        + " (select order_number, line, unit from order_line) line " + where
                        + " order by order_number, line, release")
                .params(wanted)
                .query((row, n) -> Map.entry(
                        id(row),
                        new Release(
                                row.getObject("requested", LocalDate.class),
                                Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private List<OrderLine> lines(String where, Map<OrderLineId, List<Release>> releases, Map<String, ?> wanted) {
        return jdbc.sql("select line.*, customer_order.currency from order_line line"
                        + " join customer_order on customer_order.number = line.order_number " + where
                        + " order by line.order_number, line.line")
                .params(wanted)
                .query((row, n) -> line(row, releases))
                .list();
    }

    /** Another order of the customer that asks for the same and was placed within so many days. */
    Optional<OrderNumber> sameAs(CustomerOrder order, int days) {
        return jdbc.sql("""
                select number from customer_order
                where customer = :customer and content = :content and number <> :number
                    and status not in ('REJECTED', 'CANCELLED')
                    and order_date between :from and :to
                    and (:reference = '' or customer_reference = '' or customer_reference = :reference)
                order by number limit 1""")
                .param("customer", order.customer().value())
                .param("content", OrderContent.of(order))
                .param("number", order.number().value())
                .param("from", order.orderDate().minusDays(days))
                .param("to", order.orderDate().plusDays(days))
                .param("reference", order.customerReference())
                .query((row, n) -> new OrderNumber(row.getString("number")))
                .optional();
    }

    boolean hasDelivered(CustomerNumber customer) {
        return jdbc.sql(
                        "select exists (select 1 from customer_order where customer = :customer and status = 'DELIVERED')")
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }

    /** Stores a new order; false when its number is taken, then nothing is stored. */
    boolean insert(CustomerOrder order, String ruleSet) {
        int inserted = batch.update(INSERT + " on conflict (number) do nothing", columns(order, ruleSet));
        if (inserted == 1) {
            insertLines(order.lines());
        }
        return inserted == 1;
    }

    /** Stores new orders whose numbers are free, each with the rule set that judged it. */
    void insert(Map<CustomerOrder, String> orders) {
        List<Object[]> heads = new ArrayList<>(orders.size());
        orders.forEach((order, ruleSet) -> heads.add(columns(order, ruleSet)));
        batch.batchUpdate(INSERT, heads);
        insertLines(orders.keySet().stream()
                .flatMap(order -> order.lines().stream())
                .toList());
    }

    private static Object[] columns(CustomerOrder order, String ruleSet) {
        Project project = order.project();
        return new @Nullable Object[] {
            order.number().value(),
            order.customer().value(),
            order.shipTo(),
            order.type().name(),
            order.channel().name(),
            order.priority(),
            order.orderDate(),
            order.clerk(),
            order.region(),
            order.customerReference(),
            order.deliveryTerm().name(),
            order.currency().getCurrencyCode(),
            project == null ? null : project.name(),
            project == null ? null : project.term(),
            project == null ? null : project.signedOff(),
            order.depositPaidPercent(),
            OrderContent.of(order),
            ruleSet,
            order.status().name(),
            order.enteredAt().atOffset(ZoneOffset.UTC),
            order.version()
        };
    }

    private void insertLines(List<OrderLine> lines) {
        List<Object[]> lineRows = new ArrayList<>();
        List<Object[]> releaseRows = new ArrayList<>();
        for (OrderLine line : lines) {
            String order = line.id().order().value();
            lineRows.add(new Object[] {
                order,
                line.id().line(),
                line.item().value(),
                line.itemName(),
                line.shortDescription(),
                JSON.writeValueAsString(line.specification()),
                line.quantity().amount(),
                line.quantity().unit().code(),
                line.unitPrice().amount(),
                line.requested(),
                line.tolerancesAccepted()
            });
            for (int index = 0; index < line.releases().size(); index++) {
                Release release = line.releases().get(index);
                releaseRows.add(new Object[] {
                    order,
                    line.id().line(),
                    index + 1,
                    release.requested(),
                    release.quantity().amount()
                });
            }
        }
        batch.batchUpdate("""
                insert into order_line (order_number, line, item, item_name, short_description, specification, quantity,
                    unit, unit_price, requested, tolerances_accepted)
                values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)""", lineRows);
        batch.batchUpdate(
                "insert into order_release (order_number, line, release, requested, quantity) values (?, ?, ?, ?, ?)",
                releaseRows);
    }

    /** Moves an order to its next status; the caller has its row locked. */
    void step(CustomerOrder order, OrderStatus next) {
        int moved = jdbc.sql("""
                update customer_order set status = :status, version = version + 1
                where number = :number and version = :version""")
                .param("status", next.name())
                .param("number", order.number().value())
                .param("version", order.version())
                .update();
        if (moved == 0) {
            throw new OptimisticLockingFailureException(
                    "order " + order.number() + " is no longer at version " + order.version());
        }
    }

    /** Where an order goes that was read at a version, and over how many steps. */
    record Move(OrderNumber order, int version, OrderStatus next, int steps) {}

    /** Moves many orders; the caller has their rows locked, or has just stored them. */
    void step(List<Move> moves) {
        int moved = jdbc.sql("""
                update customer_order known set status = move.status, version = known.version + move.steps
                from unnest(cast(:numbers as text[]), cast(:versions as int[]), cast(:statuses as text[]),
                    cast(:steps as int[])) move (number, version, status, steps)
                where known.number = move.number and known.version = move.version""")
                .param(
                        "numbers",
                        moves.stream().map(move -> move.order().value()).toArray(String[]::new))
                .param("versions", moves.stream().map(Move::version).toArray(Integer[]::new))
                .param(
                        "statuses",
                        moves.stream().map(move -> move.next().name()).toArray(String[]::new))
                .param("steps", moves.stream().map(Move::steps).toArray(Integer[]::new))
                .update();
        if (moved != moves.size()) {
            throw new OptimisticLockingFailureException(
                    moved + " of " + moves.size() + " orders are still as they were read");
        }
    }

    /** What standing orders of these customers ask for, of those that ask for one of the contents. */
    List<Asked> asked(Collection<CustomerNumber> customers, Collection<String> contents) {
        return jdbc.sql("""
                select number, customer, content, order_date, customer_reference from customer_order
                where customer = any(:customers) and content = any(:contents)
                    and status not in ('REJECTED', 'CANCELLED')""")
                .param(
                        "customers",
                        customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .param("contents", contents.toArray(String[]::new))
                .query((row, n) -> new Asked(
                        new OrderNumber(row.getString("number")),
                        new CustomerNumber(row.getString("customer")),
                        row.getString("content"),
                        row.getObject("order_date", LocalDate.class),
                        row.getString("customer_reference")))
                .list();
    }

    /** What an order asks for, by its fingerprint. */
    record Asked(OrderNumber number, CustomerNumber customer, String content, LocalDate on, String reference) {

        static Asked by(CustomerOrder order) {
            return new Asked(
                    order.number(),
                    order.customer(),
                    OrderContent.of(order),
                    order.orderDate(),
                    order.customerReference());
        }
    }

    /** Those of the customers of whom an order was delivered in full. */
    Set<CustomerNumber> delivered(Collection<CustomerNumber> customers) {
        return jdbc.sql("""
                select number from unnest(cast(:customers as text[])) number
                where exists (select 1 from customer_order where customer = number and status = 'DELIVERED')""")
                .param(
                        "customers",
                        customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .query((row, n) -> new CustomerNumber(row.getString("number")))
                .set();
    }

    private static CustomerOrder order(ResultSet row, Map<OrderNumber, List<OrderLine>> lines) throws SQLException {
        OrderNumber number = new OrderNumber(row.getString("number"));
        return new CustomerOrder(
                number,
                new CustomerNumber(row.getString("customer")),
                row.getString("ship_to"),
                OrderType.valueOf(row.getString("type")),
                Channel.valueOf(row.getString("channel")),
                row.getInt("priority"),
                row.getObject("order_date", LocalDate.class),
                row.getString("clerk"),
                row.getString("region"),
                row.getString("customer_reference"),
                DeliveryTerm.valueOf(row.getString("delivery_term")),
                Currency.getInstance(row.getString("currency")),
                project(row),
                row.getBigDecimal("deposit_paid_percent"),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                lines.getOrDefault(number, List.of()));
    }

    private static @Nullable Project project(ResultSet row) throws SQLException {
        String name = row.getString("project_name");
        return name == null
                ? null
                : new Project(
                        name, row.getObject("project_term", LocalDate.class), row.getBoolean("project_signed_off"));
    }

    private static OrderLine line(ResultSet row, Map<OrderLineId, List<Release>> releases) throws SQLException {
        OrderLineId id = id(row);
        BigDecimal price = row.getBigDecimal("unit_price");
        return new OrderLine(
                id,
                new ItemNumber(row.getString("item")),
                row.getString("item_name"),
                row.getString("short_description"),
                JSON.readValue(row.getString("specification"), Specification.class),
                Quantity.of(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))),
                Money.of(price, Currency.getInstance(row.getString("currency"))),
                row.getObject("requested", LocalDate.class),
                releases.getOrDefault(id, List.of()),
                row.getBoolean("tolerances_accepted"));
    }

    private static OrderLineId id(ResultSet row) throws SQLException {
        return new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line"));
    }
}
