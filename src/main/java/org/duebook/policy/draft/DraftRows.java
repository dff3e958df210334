package org.duebook.policy.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.shared.Actor;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts in PostgreSQL, one of each analyst. */
final class DraftRows {

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A draft as it is kept.
     *
     * @param files those that differ from the version it is based on
     */
    record Kept(String basedOn, Instant changedAt, Map<String, byte[]> files) {}

    /** In one statement, so that head and files are of one moment. */
    Optional<Kept> find(Actor analyst) {
        ResultSetExtractor<Optional<Kept>> read = DraftRows::kept;
        return jdbc.sql("""
                        select based_on, changed_at, path, bytes
                        from rule_draft left join rule_draft_file using (analyst) where analyst = :analyst""").param("analyst", analyst.name()).query(read);
    }

    private static Optional<Kept> kept(ResultSet rows) throws SQLException {
        Optional<Kept> kept = Optional.empty();
        Map<String, byte[]> files = new TreeMap<>();
        while (rows.next()) {
            kept = Optional.of(new Kept(
                    rows.getString("based_on"), rows.getTimestamp("changed_at").toInstant(), files));
            if (rows.getString("path") != null) {
                files.put(rows.getString("path"), rows.getBytes("bytes"));
            }
        }
        return kept;
    }

    /** The draft, begun if there is none; nobody else edits it until the caller's transaction ends. */
    Kept lock(Actor analyst, String running, Instant now) {
        jdbc.sql("""
                        insert into rule_draft (analyst, based_on, changed_at) values (:analyst, :version, :now)
                        on conflict do nothing""")
                .param("analyst", analyst.name())
                .param("version", running)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("select analyst from rule_draft where analyst = :analyst for update")
                .param("analyst", analyst.name())
                .query(String.class)
                .single();
        return find(analyst).orElseThrow();
    }

    /** Keeps the files instead of those that were there; a draft without files is none. */
    void keep(Actor analyst, String basedOn, Map<String, byte[]> files, Instant now) {
        if (files.isEmpty()) {
            discard(analyst);
            return;
        }
        jdbc.sql("update rule_draft set based_on = :version, changed_at = :now where analyst = :analyst")
                .param("version", basedOn)
                .param("now", Timestamp.from(now))
                .param("analyst", analyst.name())
                .update();
        jdbc.sql("delete from rule_draft_file where analyst = :analyst")
                .param("analyst", analyst.name())
                .update();
        files.forEach((path, bytes) -> jdbc.sql(
                        "insert into rule_draft_file (analyst, path, bytes) values (:analyst, :path, :bytes)")
                .param("analyst", analyst.name())
                .param("path", path)
                .param("bytes", bytes)
                .update());
    }

    boolean discard(Actor analyst) {
        return jdbc.sql("delete from rule_draft where analyst = :analyst")
                        .param("analyst", analyst.name())
                        .update()
                > 0;
    }

    /** The files of a version that was published once. */
    Map<String, byte[]> published(String version) {
        Map<String, byte[]> files = new TreeMap<>();
        jdbc.sql("select path, bytes from rule_set_file where version = :version")
                .param("version", version)
                .query(row -> {
                    files.put(row.getString("path"), row.getBytes("bytes"));
                });
        return files;
    }
}
