package org.duebook.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duebook.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two instances on a database of their own. */
final class TwoInstances implements AutoCloseable {

    private final String database = TestServer.emptyDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
    private final CountDownLatch never = new CountDownLatch(1);
    private final Instance a;
    private final Instance b;

    TwoInstances(Path folder) throws IOException {
        a = new Instance("a", database, folder.resolve("a"));
        b = new Instance("b", database, folder.resolve("b"));
    }

    /** Starts one, waits for its first plan and starts the other. */
    void start() throws IOException, InterruptedException {
        a.start();
        a.awaitHealthy();
        awaitFirstPlan();
        b.start();
        b.awaitHealthy();
    }

    List<Instance> both() {
        return List.of(a, b);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    private void awaitFirstPlan() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(180);
        while (jdbc.sql("select count(*) from plan_head where schedule is not null")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("time until the first plan").isBefore(deadline);
            assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Override
    public void close() throws InterruptedException {
        a.close();
        b.close();
    }
}
