package org.duebook.changes;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.duebook.orders.OrderDraft;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of draft orders. */
@Repository
class DraftRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY))
            .build();

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows inserted: 0 when the same draft is open already. */
    int insert(OrderDraft draft, Actor by, Instant at, String source) {
        return jdbc.sql("""
                        insert into draft_order (draft, status, by_actor, at, source)
                        values (cast(:draft as jsonb), 'DRAFT', :by, :at, :source)
                        on conflict (md5(draft::text)) where status = 'DRAFT' do nothing
                        """)
                .param("draft", JSON.writeValueAsString(draft))
                .param("by", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("source", source)
                .update();
    }

    List<DraftOrder> open(int limit) {
        return jdbc.sql("select * from draft_order where status = 'DRAFT' order by id desc limit :limit")
                .param("limit", limit)
                .query((row, index) -> draft(row))
                .list();
    }

    Optional<DraftOrder> find(long id) {
        return jdbc.sql("select * from draft_order where id = :id")
                .param("id", id)
                .query((row, index) -> draft(row))
                .optional();
    }

    /** The draft, which nobody else enters until the current transaction ends. */
    Optional<DraftOrder> lock(long id) {
        return jdbc.sql("select * from draft_order where id = :id for update")
                .param("id", id)
                .query((row, index) -> draft(row))
                .optional();
    }

    void entered(long id, OrderNumber order, Actor by, Instant at) {
        jdbc.sql("""
                        update draft_order set status = 'ENTERED', order_number = :order, decided_by = :by, decided_at = :at
                        where id = :id
                        """)
                .param("order", order.value())
                .param("id", id)
                .param("by", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void discard(long id, Actor by, Instant at) {
        jdbc.sql("""
                        update draft_order set status = 'DISCARDED', decided_by = :by, decided_at = :at
                        where id = :id and status = 'DRAFT'
                        """)
                .param("id", id)
                .param("by", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static DraftOrder draft(ResultSet row) throws SQLException {
        String order = row.getString("order_number");
        return new DraftOrder(
                row.getLong("id"),
                JSON.readValue(row.getString("draft"), OrderDraft.class),
                DraftOrder.Status.valueOf(row.getString("status")),
                order == null ? null : new OrderNumber(order),
                new Actor(row.getString("by_actor")),
                row.getTimestamp("at").toInstant(),
                row.getString("source"));
    }
}
