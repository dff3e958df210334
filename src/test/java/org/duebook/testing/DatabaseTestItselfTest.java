package org.duebook.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class DatabaseTestItselfTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void testsRunOnARealMigratedPostgres() {
        String version = jdbc.sql("show server_version").query(String.class).single();
        int jobs = jdbc.sql("select count(*) from scheduled_tasks")
                .query(Integer.class)
                .single();

        assertThat(version).startsWith("18");
        assertThat(jobs).isZero();
    }
}
