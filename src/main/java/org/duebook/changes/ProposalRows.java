package org.duebook.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of change proposals. */
@Repository
class ProposalRows {

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows inserted: 0 when the same wish is open already. */
    int insert(Wish wish, Actor by, Instant at, String source) {
        return jdbc.sql("""
                        insert into change_proposal (order_number, line, field, from_value, to_value, status, by_actor, at, source)
                        values (:order, :line, :field, :from, :to, 'OPEN', :by, :at, :source)
                        on conflict (order_number, line, field, md5(to_value)) where status = 'OPEN' do nothing
                        """)
                .param("order", wish.line().order().value())
                .param("line", wish.line().line())
                .param("field", wish.field().name())
                .param("from", wish.from())
                .param("to", wish.to())
                .param("by", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .update();
    }

    List<ChangeProposal> open(int limit) {
        return jdbc.sql("""
                        select * from change_proposal where status = 'OPEN' order by order_number, line, field, id limit :limit
                        """)
                .param("limit", limit)
                .query((row, index) -> proposal(row))
                .list();
    }

    Optional<ChangeProposal> find(long id) {
        return jdbc.sql("select * from change_proposal where id = :id")
                .param("id", id)
                .query((row, index) -> proposal(row))
                .optional();
    }

    void withdraw(long id, Actor by, Instant at) {
        jdbc.sql("""
                        update change_proposal set status = 'WITHDRAWN', decided_by = :by, decided_at = :at
                        where id = :id and status = 'OPEN'
                        """)
                .param("id", id)
                .param("by", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ChangeProposal proposal(ResultSet row) throws SQLException {
        return new ChangeProposal(
                row.getLong("id"),
                new Wish(
                        new OrderLineId(new OrderNumber(row.getString("order_number")), row.getInt("line")),
                        ProposedField.valueOf(row.getString("field")),
                        row.getString("from_value"),
                        row.getString("to_value")),
                ChangeProposal.Status.valueOf(row.getString("status")),
                new Actor(row.getString("by_actor")),
                row.getTimestamp("at").toInstant(),
                row.getString("source"));
    }
}
