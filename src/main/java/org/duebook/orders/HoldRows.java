package org.duebook.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duebook.orders.OrderHold.Resolved;
import org.duebook.shared.Actor;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of holds. */
@Repository
class HoldRows {

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<OrderNumber, List<OrderHold>> load(Collection<OrderNumber> orders) {
        return jdbc
                .sql("select * from order_hold where order_number = any(:orders) order by order_number, id")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(new OrderNumber(row.getString("order_number")), hold(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
    }

    List<OrderHold> load(OrderNumber order) {
        return load(List.of(order)).getOrDefault(order, List.of());
    }

    void insert(OrderNumber order, OrderHold hold) {
        Money deposit = hold.deposit();
        jdbc.sql("""
                insert into order_hold (order_number, id, kind, approver, deposit, deposit_currency, deposit_percent,
                    rule_id, reason, since, deadline)
                values (:order, :id, :kind, :approver, :deposit, :depositCurrency, :depositPercent,
                    :ruleId, :reason, :since, :deadline)""")
                .param("order", order.value())
                .param("id", hold.id())
                .param("kind", hold.kind().name())
                .param("approver", hold.approver())
                .param("deposit", deposit == null ? null : deposit.amount())
                .param(
                        "depositCurrency",
                        deposit == null ? null : deposit.currency().getCurrencyCode())
                .param("depositPercent", hold.depositPercent())
                .param("ruleId", hold.ruleId())
                .param("reason", hold.reason())
                .param("since", hold.since().atOffset(ZoneOffset.UTC))
                .param("deadline", hold.deadline().atOffset(ZoneOffset.UTC))
                .update();
    }

    void resolve(OrderNumber order, int id, Resolved resolved) {
        jdbc.sql("""
                update order_hold
                set resolution = :resolution, resolved_by = :by, resolved_at = :at, comment = :comment
                where order_number = :order and id = :id and resolution is null""")
                .param("resolution", resolved.resolution().name())
                .param("by", resolved.by().name())
                .param("at", resolved.at().atOffset(ZoneOffset.UTC))
                .param("comment", resolved.comment())
                .param("order", order.value())
                .param("id", id)
                .update();
    }

    private static OrderHold hold(ResultSet row) throws SQLException {
        return new OrderHold(
                row.getInt("id"),
                OrderHold.Kind.valueOf(row.getString("kind")),
                row.getString("approver"),
                deposit(row.getBigDecimal("deposit"), row.getString("deposit_currency")),
                row.getBigDecimal("deposit_percent"),
                row.getString("rule_id"),
                row.getString("reason"),
                at(row, "since"),
                at(row, "deadline"),
                resolved(row, row.getString("resolution")));
    }

    private static @Nullable Money deposit(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : Money.of(amount, Currency.getInstance(currency));
    }

    private static @Nullable Resolved resolved(ResultSet row, @Nullable String resolution) throws SQLException {
        return resolution == null
                ? null
                : new Resolved(
                        Resolution.valueOf(resolution),
                        new Actor(row.getString("resolved_by")),
                        at(row, "resolved_at"),
                        row.getString("comment"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
