package org.duebook.policy.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.duebook.policy.RuleSetVersion.How;
import org.duebook.policy.RuleSetVersion.Withdrawal;
import org.duebook.policy.load.RuleFiles;
import org.duebook.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was published and withdrawn, in PostgreSQL, for good. The last publication that is neither withdrawn nor still ahead
 * is what every instance should run; at most one is ahead. One that was not scheduled is due whatever an instance's clock
 * says.
 */
public final class Publications {

    private static final String DUE =
            "withdrawn_at is null and (effective_from <= :now or effective_from = published_at)";
    private static final String AHEAD =
            "withdrawn_at is null and effective_from > :now and effective_from > published_at";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public Publications(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * A publication to be made.
     *
     * @param effectiveFrom {@code at}, or later
     */
    record Entry(RuleFiles files, Instant at, Actor by, String comment, How how, Instant effectiveFrom) {}

    /** What came of adding one. */
    sealed interface Added {

        record Kept(Publication publication) implements Added {}

        /** Another one became due meanwhile. */
        record Moved() implements Added {}

        /** Another one is ahead. */
        record Waiting(Publication publication) implements Added {}
    }

    /** What every instance should run. */
    Optional<Publication> due(Instant now) {
        return select("where " + DUE + " order by number desc limit 1", now).stream()
                .findFirst();
    }

    /** The last ones that were due before, the latest first. */
    List<Publication> dueBefore(long number, Instant now, int most) {
        return select("where " + DUE + " and number < " + number + " order by number desc limit " + most, now);
    }

    /** The one that is scheduled. */
    Optional<Publication> ahead(Instant now) {
        return select("where " + AHEAD + " order by number desc limit 1", now).stream()
                .findFirst();
    }

    /** The last ones, the latest first. */
    List<Publication> last(int most) {
        return select("order by number desc limit " + most, Instant.EPOCH);
    }

    /** The last publication of a version that decides or decided. */
    Optional<Publication> lastOf(String version, Instant now) {
        return jdbc.sql(sql("where version = :version and " + DUE + " order by number desc limit 1"))
                .param("version", version)
                .param("now", Timestamp.from(now))
                .query((row, number) -> publication(row))
                .optional();
    }

    /** The files of a version that was published once; empty when none was. */
    Optional<RuleFiles> files(String version) {
        Map<String, byte[]> files = new HashMap<>();
        jdbc.sql("select path, bytes from rule_set_file where version = :version")
                .param("version", version)
                .query(row -> {
                    files.put(row.getString("path"), row.getBytes("bytes"));
                });
        return files.isEmpty() ? Optional.empty() : Optional.of(new RuleFiles(files));
    }

    /**
     * Adds one where nothing happened since. Others wait meanwhile, so that of two at the same moment one finds the other.
     *
     * @param due number of the publication that is due as far as the caller knows, 0 for none
     * @param folder that stands for the new publication, or empty
     */
    Added add(Entry entry, long due, String folder) {
        return inTurn(() -> {
            Optional<Publication> ahead = ahead(entry.at);
            if (ahead.isPresent()) {
                return new Added.Waiting(ahead.get());
            }
            if (due(entry.at).map(Publication::number).orElse(0L) != due) {
                return new Added.Moved();
            }
            Publication added = insert(entry);
            if (!folder.isEmpty()) {
                standFor(folder, OptionalLong.of(added.number()));
            }
            return new Added.Kept(added);
        });
    }

    /**
     * Adds one whatever was published since, and withdraws the one that is ahead.
     *
     * @param made asked once nobody else can publish, so that its instant is after that of all others
     */
    Publication overrule(Supplier<Entry> made) {
        return inTurn(() -> {
            Entry entry = made.get();
            ahead(entry.at).ifPresent(waiting -> insertWithdrawal(waiting.number(), entry.at, entry.by));
            return insert(entry);
        });
    }

    /**
     * Withdraws a publication that is ahead; empty when it is not.
     *
     * @param now asked once nobody else can publish
     */
    Optional<Publication> withdraw(long number, Supplier<Instant> now, Actor by) {
        return inTurn(() -> {
            Instant at = now.get();
            Optional<Publication> waiting = ahead(at).filter(it -> it.number() == number);
            waiting.ifPresent(it -> insertWithdrawal(number, at, by));
            return waiting.map(it -> it.withdrawn(new Withdrawal(at, by)));
        });
    }

    boolean isWithdrawn(long number) {
        return jdbc.sql("select exists (select from rule_set_withdrawal where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The publication a folder stands for; empty where that is not known. */
    Optional<Publication> standsFor(String folder) {
        return jdbc.sql(sql("where number = (select number from rule_set_folder where folder = :folder)"))
                .param("folder", folder)
                .query((row, number) -> publication(row))
                .optional();
    }

    /** Whether anything is known of a folder, be it only that it is being written. */
    boolean knows(String folder) {
        return jdbc.sql("select exists (select from rule_set_folder where folder = :folder)")
                .param("folder", folder)
                .query(Boolean.class)
                .single();
    }

    /** Lets a folder stand for a publication, or for none while it is being written. */
    void standFor(String folder, OptionalLong number) {
        jdbc.sql("""
                        insert into rule_set_folder (folder, number) values (:folder, :number)
                        on conflict (folder) do update set number = excluded.number""")
                .param("folder", folder)
                .param("number", number.isPresent() ? number.getAsLong() : null)
                .update();
    }

    private <T> T inTurn(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.sql("lock table rule_set_publication in share row exclusive mode")
                    .update();
            return work.get();
        }));
    }

    private Publication insert(Entry entry) {
        String version = entry.files.version();
        int fresh = jdbc.sql("""
                        insert into rule_set_version (version, stored_at, stored_by)
                        values (:version, :at, :by)
                        on conflict do nothing""")
                .param("version", version)
                .param("at", Timestamp.from(entry.at))
                .param("by", entry.by.name())
                .update();
        if (fresh == 1) {
            entry.files.all().forEach((path, bytes) -> insert(version, path, bytes));
        }
        long number = jdbc.sql("""
                        insert into rule_set_publication
                            (version, published_at, published_by, comment, how, effective_from)
                        values (:version, :at, :by, :comment, :how, :from)
                        returning number""")
                .param("version", version)
                .param("at", Timestamp.from(entry.at))
                .param("by", entry.by.name())
                .param("comment", entry.comment)
                .param("how", entry.how.name())
                .param("from", Timestamp.from(entry.effectiveFrom))
                .query(Long.class)
                .single();
        return new Publication(
                number, version, entry.at, entry.by, entry.comment, entry.how, entry.effectiveFrom, Optional.empty());
    }

    private void insert(String version, String path, byte[] bytes) {
        jdbc.sql("insert into rule_set_file (version, path, bytes) values (:version, :path, :bytes)")
                .param("version", version)
                .param("path", path)
                .param("bytes", bytes)
                .update();
    }

    private void insertWithdrawal(long number, Instant at, Actor by) {
        jdbc.sql("""
                        insert into rule_set_withdrawal (number, withdrawn_at, withdrawn_by)
                        values (:number, :at, :by)""")
                .param("number", number)
                .param("at", Timestamp.from(at))
                .param("by", by.name())
                .update();
    }

    private List<Publication> select(String which, Instant now) {
        return jdbc.sql(sql(which))
                .param("now", Timestamp.from(now))
                .query((row, number) -> publication(row))
                .list();
    }

    private static String sql(String which) {
        return """
                select number, version, published_at, published_by, comment, how, effective_from,
                       withdrawn_at, withdrawn_by
                from rule_set_publication left join rule_set_withdrawal using (number)
                """ + which;
    }

    private static Publication publication(ResultSet row) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new Publication(
                row.getLong("number"),
                row.getString("version"),
                row.getTimestamp("published_at").toInstant(),
                new Actor(row.getString("published_by")),
                row.getString("comment"),
                How.valueOf(row.getString("how")),
                row.getTimestamp("effective_from").toInstant(),
                withdrawn == null
                        ? Optional.empty()
                        : Optional.of(new Withdrawal(withdrawn.toInstant(), new Actor(row.getString("withdrawn_by")))));
    }
}
