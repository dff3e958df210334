package org.duebook.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.duebook.kill.Client.Answer;

/**
 * Many sellers who all want the same part, so that they race for the hours of the same machines; halfway one of the two
 * instances is killed and stays away.
 */
final class Storm {

    private static final List<String> CUSTOMERS =
            List.of("K-1001", "K-1002", "K-1003", "K-1004", "K-1005", "K-1006", "K-1008");
    private static final String ITEM = "AV-1010";
    private static final int TRIES = 5;

    private final Path folder;
    private final Acknowledged acknowledged;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();

    Storm(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.acknowledged = new Acknowledged(folder.resolve("acknowledged.log"));
    }

    /** What happened, a line each. Fails when something that was acknowledged is lost, doubled or cannot be made. */
    List<String> rage(int sellers, Duration time) throws Exception {
        try (TwoInstances started = new TwoInstances(folder);
                ExecutorService threads = Executors.newFixedThreadPool(sellers)) {
            started.start();
            List<Instance> instances = started.both();
            List<Future<?>> selling = new ArrayList<>();
            for (int seller = 0; seller < sellers; seller++) {
                int number = seller;
                selling.add(threads.submit(() -> sell(new Client(instances, number), number)));
            }
            goOn(time.dividedBy(2));
            int before = acknowledged.promises.size();
            instances.getFirst().kill();
            goOn(time.dividedBy(2));
            stop.countDown();
            for (Future<?> each : selling) {
                each.get(5, TimeUnit.MINUTES);
            }
            Client client = new Client(List.of(instances.getLast()), 0);
            new Proof(started.jdbc(), client, acknowledged).all();
            assertThat(acknowledged.promises)
                    .as("promises given after the kill")
                    .hasSizeGreaterThan(before);
            return List.of(
                    "%d sellers, %d s, %d quotes, %d promises (%d before the kill), %d dates had moved, %d gave up"
                            .formatted(
                                    sellers,
                                    time.toSeconds(),
                                    asked.get(),
                                    acknowledged.promises.size(),
                                    before,
                                    moved.get(),
                                    givenUp.get()));
        }
    }

    private void goOn(Duration time) throws InterruptedException {
        assertThat(stop.await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }

    private Void sell(Client client, int seller) throws InterruptedException {
        Random random = new Random(seller);
        for (int n = 1; stop.getCount() > 0; n++) {
            String key = "seller-" + seller + "-" + n;
            Answer quote = client.post("/quotes", draft(key, random), key + "-quote");
            asked.incrementAndGet();
            if (quote.status() != 201) {
                acknowledged.faults.add(key + " was answered " + quote.status() + " " + quote.body());
                continue;
            }
            if (random.nextInt(3) == 0) {
                String id = quote.body().at("/id").asString();
                quote = client.post("/quotes/" + id + "/hold", null, key + "-hold");
            }
            confirm(
                    client,
                    key,
                    quote.body().at("/id").asString(),
                    quote.body().at("/date").asString());
        }
        return null;
    }

    /** Whose date was sold meanwhile confirms the fresh one; what is bound is what was told last. */
    private void confirm(Client client, String key, String quote, String quoted) throws InterruptedException {
        String id = quote;
        String date = quoted;
        for (int n = 1; n <= TRIES; n++) {
            Answer confirmed = client.post("/quotes/" + id + "/confirm", null, key + "-" + n);
            if (confirmed.status() == 201) {
                String number = confirmed.body().at("/order/number").asString();
                acknowledged.order(key, number);
                if (confirmed.body().at("/order/status").asString().equals("ACCEPTED")) {
                    String bound = confirmed
                            .body()
                            .at("/order/lines/0/promise/current")
                            .asString();
                    acknowledged.promise(number, bound);
                    if (!bound.equals(date)) {
                        acknowledged.faults.add(key + " was quoted " + date + " and bound " + bound);
                    }
                }
                return;
            }
            if (confirmed.status() != 409) {
                acknowledged.faults.add(key + " was answered " + confirmed.status() + " " + confirmed.body());
                return;
            }
            moved.incrementAndGet();
            id = confirmed.body().at("/quote/id").asString();
            date = confirmed.body().at("/quote/date").asString();
        }
        givenUp.incrementAndGet();
    }

    private static String draft(String key, Random random) {
        return """
                {"customer": "%s", "customerReference": "%s", "lines": [
                {"item": "%s", "quantity": {"amount": %d, "unit": "pcs"}, "requested": "%s", "tolerancesAccepted": true}]}""".formatted(
                        CUSTOMERS.get(random.nextInt(CUSTOMERS.size())),
                        key,
                        ITEM,
                        1 + random.nextInt(20),
                        LocalDate.now().plusDays(20 + random.nextInt(40)));
    }
}
