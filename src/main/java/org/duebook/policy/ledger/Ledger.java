package org.duebook.policy.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.policy.Judgement;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.VerdictJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judgements, only ever added to. */
public final class Ledger {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    public Ledger(JdbcTemplate batch) {
        this.batch = batch;
        this.jdbc = JdbcClient.create(batch);
    }

    /**
     * A kept judgement, not read whole.
     *
     * @param facts as JSON
     */
    record Line(LocalDate orderDate, long number, String essence, String facts) {

        OrderFacts readFacts() {
            return VerdictJson.MAPPER.readValue(facts, OrderFacts.class);
        }
    }

    /** Keeps judgements together with whatever the caller's transaction does. */
    public void keep(List<Judgement> judgements) {
        batch.batchUpdate(
                """
                insert into judgement (order_number, order_date, judged_at, rule_set, essence, facts, verdict)
                values (?, ?, ?, ?, ?, cast(? as json), cast(? as json))""",
                judgements.stream()
                        .map(each -> new Object[] {
                            each.facts().number(),
                            each.facts().orderDate(),
                            each.at().atOffset(ZoneOffset.UTC),
                            each.verdict().ruleSet(),
                            Essence.of(each.verdict()),
                            VerdictJson.MAPPER.writeValueAsString(each.facts()),
                            VerdictJson.write(each.verdict())
                        })
                        .toList());
    }

    /** How many judgements are there on orders of these days, both included. */
    int count(LocalDate from, LocalDate to) {
        return jdbc.sql("select count(*) from judgement where order_date between :from and :to")
                .param("from", from)
                .param("to", to)
                .query(Integer.class)
                .single();
    }

    /** The next judgements on orders of these days, by day and number. */
    List<Line> after(LocalDate day, long number, LocalDate to, int most) {
        return jdbc.sql("""
                        select order_date, number, essence, facts::text as facts from judgement
                        where (order_date, number) > (:day, :number) and order_date <= :to
                        order by order_date, number limit :most""")
                .param("day", day)
                .param("number", number)
                .param("to", to)
                .param("most", most)
                .query((row, n) -> new Line(
                        row.getObject("order_date", LocalDate.class),
                        row.getLong("number"),
                        row.getString("essence"),
                        row.getString("facts")))
                .list();
    }

    /** The verdicts of judgements, by their numbers. */
    Map<Long, OrderVerdict> verdicts(Collection<Long> numbers) {
        Map<Long, OrderVerdict> verdicts = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, verdict::text as verdict from judgement where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        verdicts.put(row.getLong("number"), VerdictJson.read(row.getString("verdict")));
                    });
        }
        return verdicts;
    }

    /** Judgements on an order, the first one first; none for one that was never judged. */
    public List<Judgement> of(String order) {
        return jdbc.sql("""
                        select facts::text as facts, verdict::text as verdict, judged_at from judgement
                        where order_number = :order order by number""")
                .param("order", order)
                .query((row, n) -> new Judgement(
                        VerdictJson.MAPPER.readValue(row.getString("facts"), OrderFacts.class),
                        row.getTimestamp("judged_at").toInstant(),
                        VerdictJson.read(row.getString("verdict"))))
                .list();
    }
}
