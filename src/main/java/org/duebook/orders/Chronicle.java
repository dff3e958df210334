package org.duebook.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duebook.policy.Decision;
import org.duebook.policy.FactUsed;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is only ever added to: the steps of an order's life, and what the rules decided on it. */
@Repository
class Chronicle {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<FactUsed>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Chronicle(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A step of an order's life. */
    record Step(OrderNumber order, HistoryEntry entry) {}

    /** What was decided on an order. */
    record Judged(OrderNumber order, Instant at, OrderVerdict verdict) {}

    void add(OrderNumber order, HistoryEntry entry) {
        add(List.of(new Step(order, entry)));
    }

    void add(List<Step> steps) {
        batch.batchUpdate(
                "insert into order_history (order_number, at, by, event, text) values (?, ?, ?, ?, ?)",
                steps.stream()
                        .map(step -> new Object[] {
                            step.order().value(),
                            step.entry().at().atOffset(ZoneOffset.UTC),
                            step.entry().by().name(),
                            step.entry().event(),
                            step.entry().text()
                        })
                        .toList());
    }

    List<HistoryEntry> history(OrderNumber order) {
        return jdbc.sql("select * from order_history where order_number = :order order by id")
                .param("order", order.value())
                .query((row, n) -> new HistoryEntry(
                        at(row), new Actor(row.getString("by")), row.getString("event"), row.getString("text")))
                .list();
    }

    void add(OrderNumber order, Instant at, OrderVerdict verdict) {
        addDecisions(List.of(new Judged(order, at, verdict)));
    }

    void addDecisions(List<Judged> judged) {
        batch.batchUpdate(
                """
                insert into order_decision (order_number, at, rule_set, stage, rule_id, file, file_row, outcome, field,
                    found, wanted, message, facts_used)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""",
                judged.stream()
                        .flatMap(each -> each.verdict().decisions().stream()
                                .map(decision -> row(
                                        each.order(), each.at(), each.verdict().ruleSet(), decision)))
                        .toList());
    }

    Map<OrderNumber, List<OrderDecision>> decisions(Collection<OrderNumber> orders) {
        return jdbc
                .sql("select * from order_decision where order_number = any(:orders) order by order_number, id")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(new OrderNumber(row.getString("order_number")), decision(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
    }

    /** The rule sets that judged these orders. */
    Map<OrderNumber, String> ruleSets(Collection<OrderNumber> orders) {
        Map<OrderNumber, String> sets = new HashMap<>();
        jdbc.sql("select number, rule_set from customer_order where number = any(:orders)")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    sets.put(new OrderNumber(row.getString("number")), row.getString("rule_set"));
                });
        return sets;
    }

    private static Object[] row(OrderNumber order, Instant at, String ruleSet, Decision decision) {
        return new Object[] {
            order.value(),
            at.atOffset(ZoneOffset.UTC),
            ruleSet,
            decision.stage(),
            decision.ruleId(),
            decision.file(),
            decision.row(),
            decision.outcome().name(),
            decision.field(),
            decision.found(),
            decision.wanted(),
            decision.message(),
            JSON.writeValueAsString(decision.factsUsed())
        };
    }

    private static OrderDecision decision(ResultSet row) throws SQLException {
        return new OrderDecision(
                at(row),
                row.getString("rule_set"),
                new Decision(
                        row.getString("stage"),
                        row.getString("rule_id"),
                        row.getString("file"),
                        row.getInt("file_row"),
                        Decision.Outcome.valueOf(row.getString("outcome")),
                        row.getString("field"),
                        row.getString("found"),
                        row.getString("wanted"),
                        row.getString("message"),
                        JSON.readValue(row.getString("facts_used"), FACTS)));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
