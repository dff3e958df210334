package org.duebook.policy.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.load.RuleFiles;
import org.duebook.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Published rules in PostgreSQL. */
public final class PublishedRulesRows implements PublishedRules {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public PublishedRulesRows(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<Publication> latest() {
        return jdbc.sql("""
                        select version, published_at, published_by
                        from rule_set_publication
                        order by number desc
                        limit 1""")
                .query((row, number) -> new Publication(
                        row.getString("version"),
                        row.getTimestamp("published_at").toInstant(),
                        new Actor(row.getString("published_by"))))
                .optional();
    }

    @Override
    public RuleFiles files(String version) {
        Map<String, byte[]> files = new HashMap<>();
        jdbc.sql("select path, bytes from rule_set_file where version = :version")
                .param("version", version)
                .query(row -> {
                    files.put(row.getString("path"), row.getBytes("bytes"));
                });
        return new RuleFiles(files);
    }

    @Override
    public void publish(RuleFiles files, Instant at, Actor by) {
        transactions.executeWithoutResult(status -> {
            int fresh = jdbc.sql("""
                            insert into rule_set_version (version, stored_at, stored_by)
                            values (:version, :at, :by)
                            on conflict do nothing""")
                    .param("version", files.version())
                    .param("at", Timestamp.from(at))
                    .param("by", by.name())
                    .update();
            if (fresh == 1) {
                files.all().forEach((path, bytes) -> insert(files.version(), path, bytes));
            }
            jdbc.sql("""
                            insert into rule_set_publication (version, published_at, published_by)
                            values (:version, :at, :by)""")
                    .param("version", files.version())
                    .param("at", Timestamp.from(at))
                    .param("by", by.name())
                    .update();
        });
    }

    private void insert(String version, String path, byte[] bytes) {
        jdbc.sql("insert into rule_set_file (version, path, bytes) values (:version, :path, :bytes)")
                .param("version", version)
                .param("path", path)
                .param("bytes", bytes)
                .update();
    }
}
