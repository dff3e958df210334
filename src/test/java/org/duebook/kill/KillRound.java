package org.duebook.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duebook.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** One database, two instances on it, so many kills under load, and the proof afterwards. */
final class KillRound {

    private static final Duration TAKE_OVER = Duration.ofSeconds(60);

    private final Path folder;
    private final String database = TestServer.emptyDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
    private final CountDownLatch never = new CountDownLatch(1);
    private final List<String> story = new ArrayList<>();

    KillRound(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What happened, a line each. Fails when something that was acknowledged is lost or doubled. */
    List<String> kill(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        Acknowledged acknowledged = new Acknowledged(folder.resolve("acknowledged.log"));
        try (Instance a = new Instance("a", database, folder.resolve("a"));
                Instance b = new Instance("b", database, folder.resolve("b"))) {
            List<Instance> instances = List.of(a, b);
            a.start();
            a.awaitHealthy();
            awaitFirstPlan();
            b.start();
            b.awaitHealthy();
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
        return jdbc.sql("""
                        select task_instance || ' ' || version from scheduled_tasks
                        where task_name = 'planning-run' and picked and picked_by = :name
                        """).param("name", instance.name()).query(String.class).list();
    }

    private void awaitFirstPlan() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(180);
        while (jdbc.sql("select count(*) from plan_head where schedule is not null")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("time until the first plan").isBefore(deadline);
            await(200);
        }
    }

    private void await(int millis) throws InterruptedException {
        assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void prove(Acknowledged acknowledged, Client client) throws Exception {
        assertThat(acknowledged.faults).as("answers nobody expects").isEmpty();
        ordersAreThereOnce(acknowledged);
        promisesStand(acknowledged, client);
        piecesAreCountedOnce(acknowledged);
        journalIsWhole();
        runsEnd(acknowledged, client);
        scheduleIsFeasible(client);
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

    /** Every order of the load carries its key as the customer's reference, or its number is from a file. */
    private void ordersAreThereOnce(Acknowledged acknowledged) {
        Map<String, String> stored = new HashMap<>();
        List<String> doubled = new ArrayList<>();
        jdbc
                .sql("select customer_reference, number from customer_order where customer_reference like '%-%'")
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(entry ->
                        entry.getKey().startsWith("clerk-") || entry.getKey().startsWith("repeat-"))
                .forEach(entry -> {
                    if (stored.put(entry.getKey(), entry.getValue()) != null) {
                        doubled.add(entry.getKey());
                    }
                });
        assertThat(doubled).as("orders that are there twice").isEmpty();
        assertThat(stored).as("orders by their key").containsExactlyInAnyOrderEntriesOf(acknowledged.orders);

        Map<String, Integer> imported = new HashMap<>();
        jdbc.sql("select order_number, count(*) from order_line where order_number like 'IMP-%' group by order_number")
                .query((row, index) -> imported.put(row.getString(1), row.getInt(2)))
                .list();
        assertThat(imported).as("lines of imported orders").containsExactlyInAnyOrderEntriesOf(acknowledged.imported);
    }

    private static void promisesStand(Acknowledged acknowledged, Client client) throws InterruptedException {
        for (Map.Entry<String, String> promise : acknowledged.promises.entrySet()) {
            JsonNode order = client.get("/orders/" + promise.getKey()).body();
            assertThat(order.findValuesAsString("first"))
                    .as("promise of %s", promise.getKey())
                    .contains(promise.getValue());
        }
    }

    private void piecesAreCountedOnce(Acknowledged acknowledged) {
        Map<String, Integer> reported = new HashMap<>();
        jdbc.sql("select production_order || '-' || sequence, sum(good) from progress_report group by 1")
                .query((row, index) -> reported.put(row.getString(1), row.getInt(2)))
                .list();
        assertThat(reported).as("pieces by operation").containsExactlyInAnyOrderEntriesOf(acknowledged.good);
    }

    private void journalIsWhole() {
        List<Long> numbers = jdbc.sql("select sequence from plan_journal order by sequence")
                .query(Long.class)
                .list();
        assertThat(numbers)
                .as("numbers of the journal")
                .hasSize(numbers.getLast().intValue());
        assertThat(jdbc.sql("select sequence from plan_head").query(Long.class).single())
                .isEqualTo(numbers.getLast());
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
        assertThat(jdbc.sql("select count(*) from planning_run")
                        .query(Long.class)
                        .single())
                .as("runs, the first plan's among them")
                .isEqualTo(acknowledged.runs.size() + 1L);
        assertThat(jdbc.sql("select count(*) from schedule").query(Long.class).single())
                .as("schedules, one a run")
                .isEqualTo(acknowledged.runs.size() + 1L);
    }

    /** Publishing proves the whole plan with the independent checker and refuses what it finds fault with. */
    private void scheduleIsFeasible(Client client) throws InterruptedException {
        String run = client.post("/planning-runs", "{\"limitSeconds\": 1, \"publishWhenDone\": true}", "proof")
                .body()
                .at("/id")
                .asString();
        Instant deadline = Instant.now().plusSeconds(60);
        while (!Load.isOver(client, run)) {
            assertThat(Instant.now()).isBefore(deadline);
            await(200);
        }
        assertThat(client.get("/planning-runs/" + run).body().at("/status").asString())
                .isEqualTo("FINISHED");
        record Span(Instant from, Instant to) {}
        Map<String, List<Span>> machines = new HashMap<>();
        Set<String> seen = new TreeSet<>();
        for (JsonNode operation : client.get("/schedules/published").body().at("/operations")) {
            assertThat(seen.add(operation.at("/operation").asString()))
                    .as("%s is there once", operation)
                    .isTrue();
            if (operation.hasNonNull("machine")) {
                machines.computeIfAbsent(operation.at("/machine").asString(), key -> new ArrayList<>())
                        .add(new Span(
                                Instant.parse(operation.at("/setupStart").asString()),
                                Instant.parse(operation.at("/end").asString())));
            }
        }
        assertThat(seen).isNotEmpty();
        machines.forEach((machine, spans) -> {
            spans.sort(Comparator.comparing(Span::from));
            for (int i = 1; i < spans.size(); i++) {
                assertThat(spans.get(i).from())
                        .as("no hour of %s is sold twice", machine)
                        .isAfterOrEqualTo(spans.get(i - 1).to());
            }
        });
    }
}
