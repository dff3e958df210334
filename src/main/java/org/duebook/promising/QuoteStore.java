package org.duebook.promising;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of quotes. */
@Component
class QuoteStore {

    private final JdbcClient jdbc;

    QuoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes an inquiry. It binds nobody, so its transaction does not wait for the disk. */
    StoredQuote note(StoredQuote inquiry) {
        jdbc.sql("set local synchronous_commit to off").update();
        return save(inquiry);
    }

    /** Writes a quote as it stands now, new or not. */
    StoredQuote save(StoredQuote stored) {
        Quote quote = stored.quote();
        jdbc.sql("""
                insert into quote (id, status, author, draft, lines, releases, verdict, promise_date, confidence,
                    quoted_at, expires, plan_sequence, hold_open, order_number, replaced_by)
                values (:id, :status, :author, :draft::jsonb, :lines::jsonb, :releases::jsonb, :verdict::jsonb, :date, :confidence,
                    :quotedAt, :expires, :sequence, :holdOpen, :order, :replacedBy)
                on conflict (id) do update set status = excluded.status, lines = excluded.lines,
                    releases = excluded.releases, verdict = excluded.verdict, promise_date = excluded.promise_date,
                    confidence = excluded.confidence,
                    quoted_at = excluded.quoted_at, expires = excluded.expires, plan_sequence = excluded.plan_sequence,
                    hold_open = excluded.hold_open, order_number = excluded.order_number,
                    replaced_by = excluded.replaced_by
                """)
                .param("id", quote.id())
                .param("status", quote.status().name())
                .param("author", quote.by().name())
                .param("draft", QuoteJson.write(quote.draft()))
                .param("lines", QuoteJson.write(quote.lines()))
                .param("releases", QuoteJson.write(stored.releases()))
                .param("verdict", QuoteJson.write(quote.verdict()))
                .param("date", quote.date())
                .param("confidence", quote.confidence().share())
                .param("quotedAt", quote.quotedAt().atOffset(ZoneOffset.UTC))
                .param("expires", quote.expires().atOffset(ZoneOffset.UTC))
                .param("sequence", stored.sequence())
                .param("holdOpen", stored.holdOpen())
                .param("order", quote.order() == null ? null : quote.order().value())
                .param("replacedBy", stored.replacedBy())
                .update();
        return stored;
    }

    Optional<StoredQuote> find(UUID id) {
        return jdbc.sql("select * from quote where id = :id")
                .param("id", id)
                .query(QuoteStore::read)
                .optional();
    }

    /** Reads a quote and keeps others from changing it until the transaction ends. */
    Optional<StoredQuote> lock(UUID id) {
        return jdbc.sql("select * from quote where id = :id for update")
                .param("id", id)
                .query(QuoteStore::read)
                .optional();
    }

    List<StoredQuote> openOf(Actor author) {
        return jdbc.sql("""
                select * from quote where author = :author and status in ('INQUIRY', 'HELD')
                order by quoted_at desc, id
                """)
                .param("author", author.name())
                .query(QuoteStore::read)
                .list();
    }

    /** The quote that still holds capacity for an order that waits for its rules. */
    Optional<StoredQuote> holdingFor(OrderNumber order) {
        return jdbc.sql("select * from quote where order_number = :order and hold_open for update")
                .param("order", order.value())
                .query(QuoteStore::read)
                .optional();
    }

    boolean anyOverdue(Instant now) {
        return jdbc.sql("""
                select exists (select 1 from quote where expires <= :now and (hold_open or status = 'INQUIRY'))
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    List<StoredQuote> lockOverdue(Instant now) {
        return jdbc.sql("""
                select * from quote where expires <= :now and (hold_open or status = 'INQUIRY')
                order by expires, id for update
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(QuoteStore::read)
                .list();
    }

    private static StoredQuote read(ResultSet row, int number) throws SQLException {
        String order = row.getString("order_number");
        Quote quote = new Quote(
                row.getObject("id", UUID.class),
                QuoteStatus.valueOf(row.getString("status")),
                QuoteJson.draft(row.getString("draft")),
                row.getObject("promise_date", LocalDate.class),
                new Confidence(row.getDouble("confidence")),
                QuoteJson.lines(row.getString("lines")),
                row.getObject("quoted_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("author")),
                order == null ? null : new OrderNumber(order),
                QuoteJson.verdict(row.getString("verdict")));
        return new StoredQuote(
                quote,
                QuoteJson.releases(row.getString("releases")),
                row.getLong("plan_sequence"),
                row.getBoolean("hold_open"),
                row.getObject("replaced_by", UUID.class));
    }
}
