package org.duebook.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the entries of the day out of the journal, each with its effect and whether it was withdrawn. */
@Repository
class EntryRows {

    private static final Map<String, Class<? extends JournalEntry.OfTheDay>> KINDS = Stream.of(
                    JournalEntry.Progressed.class,
                    JournalEntry.Down.class,
                    JournalEntry.Back.class,
                    JournalEntry.ExtraHours.class,
                    JournalEntry.Receipt.class,
                    JournalEntry.StockCount.class,
                    JournalEntry.Withdrawn.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    /** Reports of the first versions said no quantities; they stand on the production order. */
    private static final String ENTRIES = """
            select journal.*, effect.effect, withdrawal.sequence as withdrawn_by
            from plan_journal journal
            left join plan_entry_effect effect
                on effect.plant = journal.plant and effect.sequence = journal.sequence
            left join plan_journal withdrawal on withdrawal.plant = journal.plant and withdrawal.kind = 'Withdrawn'
                and cast(withdrawal.payload ->> 'entry' as bigint) = journal.sequence
            where journal.plant = :plant and journal.kind = any(:kinds)
                and (journal.kind <> 'Progressed' or jsonb_exists(journal.payload, 'good'))
            """;

    private final JdbcClient jdbc;
    private final PlanJson json;

    EntryRows(JdbcClient jdbc, PlanJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Entries booked from an instant (included) to another (excluded), the latest first. */
    List<BookedEntry> between(Instant from, Instant to) {
        return jdbc.sql(ENTRIES + " and journal.at >= :from and journal.at < :to order by journal.sequence desc")
                .param("plant", PlanBook.PLANT)
                .param("kinds", KINDS.keySet().toArray(String[]::new))
                .param("from", PlanRows.at(from))
                .param("to", PlanRows.at(to))
                .query((row, n) -> entry(row))
                .list();
    }

    /** Entries of some kinds booked since an instant that nobody took back, in the order they were booked. */
    List<BookedEntry> standing(Set<Class<? extends JournalEntry.OfTheDay>> kinds, Instant since) {
        return jdbc.sql(ENTRIES + " and journal.at >= :since and withdrawal.sequence is null order by journal.sequence")
                .param("plant", PlanBook.PLANT)
                .param("kinds", kinds.stream().map(Class::getSimpleName).toArray(String[]::new))
                .param("since", PlanRows.at(since))
                .query((row, n) -> entry(row))
                .list();
    }

    Optional<BookedEntry> find(long number) {
        return jdbc.sql(ENTRIES + " and journal.sequence = :number")
                .param("plant", PlanBook.PLANT)
                .param("kinds", KINDS.keySet().toArray(String[]::new))
                .param("number", number)
                .query((row, n) -> entry(row))
                .optional();
    }

    void insertEffect(long number, EntryEffect effect) {
        jdbc.sql("insert into plan_entry_effect (plant, sequence, effect)"
                        + " values (:plant, :number, cast(:effect as jsonb))")
                .param("plant", PlanBook.PLANT)
                .param("number", number)
                .param("effect", json.write(effect))
                .update();
    }

    private BookedEntry entry(ResultSet row) throws SQLException {
        Class<? extends JournalEntry.OfTheDay> kind = KINDS.get(row.getString("kind"));
        if (kind == null) {
            throw new IllegalStateException("journal entry " + row.getLong("sequence") + " is of the unknown kind "
                    + row.getString("kind") + "; wanted one of " + KINDS.keySet());
        }
        String effect = row.getString("effect");
        long withdrawnBy = row.getLong("withdrawn_by");
        return new BookedEntry(
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                new Actor(row.getString("by_actor")),
                json.read(row.getString("payload"), kind),
                effect == null ? EntryEffect.NONE : json.read(effect, EntryEffect.class),
                withdrawnBy == 0 ? null : withdrawnBy);
    }
}
