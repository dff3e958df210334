package org.duebook.policy.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.duebook.testing.TestServer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What desks share: a database of rules, the same for all tests, emptied for each. */
public final class RulesRows {

    private static final DriverManagerDataSource DATABASE =
            new DriverManagerDataSource(TestServer.migratedDatabase(), "postgres", "postgres");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE));

    public static RulesRows empty() {
        RulesRows rows = new RulesRows();
        rows.jdbc
                .sql("truncate rule_set_version, rule_set_folder, judgement cascade")
                .update();
        return rows;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(DATABASE);
    }

    Publications publications() {
        return new Publications(jdbc, transactions);
    }

    /** A desk that looks only when it is told to. */
    public RulesDesk desk(String instance, RulesFolder folder, boolean publishesSavedFiles, Clock clock) {
        return new RulesDesk(
                folder,
                publications(),
                new Instances(jdbc, clock, instance),
                publishesSavedFiles,
                Duration.ZERO,
                clock);
    }

    /** Versions published, the first one first. */
    public List<String> published() {
        return jdbc.sql("select version from rule_set_publication order by number")
                .query(String.class)
                .list();
    }
}
