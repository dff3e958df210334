package org.duebook.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One database, two instances on it, so many kills under load, and the proof afterwards. */
final class KillRound {

    private static final Duration TAKE_OVER = Duration.ofSeconds(60);

    private final Path folder;
    private final TwoInstances started;
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<String> story = new ArrayList<>();

    KillRound(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.started = new TwoInstances(folder);
    }

    /** What happened, a line each. Fails when something that was acknowledged is lost or doubled. */
    List<String> kill(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Acknowledged acknowledged = new Acknowledged(folder.resolve("acknowledged.log"));
        try (started) {
            started.start();
            List<Instance> instances = started.both();
            Client client = new Client(instances, 0);
            try (Load load = new Load(instances, acknowledged, seed, Load.operations(client))) {
                load.begin();
                for (int n = 1; n <= kills; n++) {
                    kill(n, instances.get(random.nextInt(2)), 3000 + random.nextInt(4000), load);
                }
                load.end();
            }
            prove(acknowledged, client);
        }
        return story;
    }

    private void kill(int n, Instance victim, int afterMillis, Load load) throws Exception {
        await(afterMillis);
        List<String> inFlight = load.inFlight();
        List<String> jobs = jobsOf(victim);
        Instant killed = Instant.now();
        victim.kill();
        victim.start();
        String taken = "no run at work there";
        if (!jobs.isEmpty()) {
            awaitTakeOver(victim, jobs, killed);
            taken = "its run taken over after %.1f s".formatted(secondsSince(killed));
        }
        victim.awaitHealthy();
        story.add("kill %d of instance %s during %s: %s, healthy again after at most %.1f s"
                .formatted(n, victim.name(), inFlight, taken, secondsSince(killed)));
    }

    private void awaitTakeOver(Instance victim, List<String> jobs, Instant killed) throws InterruptedException {
        while (jobsOf(victim).stream().anyMatch(jobs::contains)) {
            assertThat(Duration.between(killed, Instant.now()))
                    .as("time until the dead instance's run is taken over")
                    .isLessThan(TAKE_OVER);
            await(200);
        }
    }

    private static double secondsSince(Instant instant) {
        return Duration.between(instant, Instant.now()).toMillis() / 1000.0;
    }

    /** Planning runs the instance has at work, each with the version that changes when somebody takes it over. */
    private List<String> jobsOf(Instance instance) {
        return started.jdbc()
                .sql("""
                        select task_instance || ' ' || version from scheduled_tasks
                        where task_name = 'planning-run' and picked and picked_by = :name
                        """)
                .param("name", instance.name())
                .query(String.class)
                .list();
    }

    private void await(int millis) throws InterruptedException {
        assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void prove(Acknowledged acknowledged, Client client) throws Exception {
        piecesAreCountedOnce(acknowledged);
        runsEnd(acknowledged, client);
        new Proof(started.jdbc(), client, acknowledged).all();
        story.add("%d orders, %d confirmed, %d imported, %d pieces reported, %d runs acknowledged, each there once"
                .formatted(
                        acknowledged.orders.size(),
                        acknowledged.promises.size(),
                        acknowledged.imported.size(),
                        acknowledged.good.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        acknowledged.runs.size()));
    }

    private void piecesAreCountedOnce(Acknowledged acknowledged) {
        Map<String, Integer> reported = new HashMap<>();
        started.jdbc()
                .sql("select production_order || '-' || sequence, sum(good) from progress_report group by 1")
                .query((row, index) -> reported.put(row.getString(1), row.getInt(2)))
                .list();
        assertThat(reported).as("pieces by operation").containsExactlyInAnyOrderEntriesOf(acknowledged.good);
    }

    private void runsEnd(Acknowledged acknowledged, Client client) throws InterruptedException {
        Instant deadline = Instant.now().plus(TAKE_OVER).plusSeconds(30);
        for (String run : acknowledged.runs) {
            while (!Load.isOver(client, run)) {
                assertThat(Instant.now()).as("run %s is over", run).isBefore(deadline);
                await(200);
            }
            assertThat(client.get("/planning-runs/" + run).body().at("/status").asString())
                    .as("run %s", run)
                    .isEqualTo("FINISHED");
        }
        assertThat(started.jdbc()
                        .sql("select count(*) from planning_run")
                        .query(Long.class)
                        .single())
                .as("runs, the first plan's among them")
                .isEqualTo(acknowledged.runs.size() + 1L);
        assertThat(started.jdbc()
                        .sql("select count(*) from schedule")
                        .query(Long.class)
                        .single())
                .as("schedules, one a run")
                .isEqualTo(acknowledged.runs.size() + 1L);
    }
}
