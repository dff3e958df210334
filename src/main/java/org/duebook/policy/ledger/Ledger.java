package org.duebook.policy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.duebook.policy.Judgement;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
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
     * @param verdict as JSON
     */
    record Line(long number, String essence, String facts, String verdict) {

        OrderFacts readFacts() {
            return LedgerJson.facts(facts);
        }

        OrderVerdict readVerdict() {
            return LedgerJson.verdict(verdict);
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
                            LedgerJson.write(each.facts()),
                            LedgerJson.write(each.verdict())
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

    /** The next judgements on orders of these days, by number. */
    List<Line> after(long number, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                        select number, essence, facts::text as facts, verdict::text as verdict from judgement
                        where order_date between :from and :to and number > :after
                        order by number limit :most""")
                .param("from", from)
                .param("to", to)
                .param("after", number)
                .param("most", most)
                .query(Ledger::line)
                .list();
    }

    /** Judgements on an order, the first one first; none for one that was never judged. */
    public List<Judgement> of(String order) {
        return jdbc.sql("""
                        select number, essence, facts::text as facts, verdict::text as verdict, judged_at from judgement
                        where order_number = :order order by number""")
                .param("order", order)
                .query((row, n) -> {
                    Line line = line(row, n);
                    return new Judgement(
                            line.readFacts(), row.getTimestamp("judged_at").toInstant(), line.readVerdict());
                })
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getLong("number"), row.getString("essence"), row.getString("facts"), row.getString("verdict"));
    }
}
