package org.duebook.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What must be true of the database and the plan after instances were killed. */
final class Proof {

    private final JdbcClient jdbc;
    private final Client client;
    private final Acknowledged acknowledged;
    private final CountDownLatch never = new CountDownLatch(1);

    Proof(JdbcClient jdbc, Client client, Acknowledged acknowledged) {
        this.jdbc = jdbc;
        this.client = client;
        this.acknowledged = acknowledged;
    }

    /** What was acknowledged is there once, and the plan as it stands is one the plant can work to. */
    void all() throws InterruptedException {
        assertThat(acknowledged.faults).as("answers nobody expects").isEmpty();
        ordersAreThereOnce();
        promisesStand();
        journalIsWhole();
        noHourIsSoldTwice();
        scheduleIsFeasible();
        noHourIsSoldTwice();
    }

    /** Every order of the load carries its key as the customer's reference, or its number is from a file. */
    private void ordersAreThereOnce() {
        Map<String, String> stored = new HashMap<>();
        List<String> doubled = new ArrayList<>();
        jdbc
                .sql("select customer_reference, number from customer_order where customer_reference like '%-%'")
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(entry -> entry.getKey().startsWith("clerk-")
                        || entry.getKey().startsWith("seller-")
                        || entry.getKey().startsWith("repeat-"))
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

    /** At the date that was acknowledged, given once. */
    private void promisesStand() throws InterruptedException {
        for (Map.Entry<String, String> promise : acknowledged.promises.entrySet()) {
            JsonNode told = client.get("/orders/" + promise.getKey()).body().at("/lines/0/promise");
            assertThat(told.at("/current").asString())
                    .as("promise of %s", promise.getKey())
                    .isEqualTo(promise.getValue());
            assertThat(told.at("/revisions").size())
                    .as("dates told of %s", promise.getKey())
                    .isEqualTo(1);
        }
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

    /** Publishing proves the whole plan with the independent checker and refuses what it finds fault with. */
    private void scheduleIsFeasible() throws InterruptedException {
        String run = client.post("/planning-runs", "{\"limitSeconds\": 1, \"publishWhenDone\": true}", "proof")
                .body()
                .at("/id")
                .asString();
        Instant deadline = Instant.now().plusSeconds(60);
        while (!Load.isOver(client, run)) {
            assertThat(Instant.now()).isBefore(deadline);
            assertThat(never.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(client.get("/planning-runs/" + run).body().at("/status").asString())
                .isEqualTo("FINISHED");
    }

    private void noHourIsSoldTwice() throws InterruptedException {
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
