package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.PlanReading;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.planning.benchmark.BenchmarkOptions;
import org.duebook.planning.benchmark.Latencies;
import org.duebook.planning.benchmark.ResultFile;
import org.duebook.testing.BusyPlant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a seller waits for a promise date at 1,000, 10,000 and 100,000 open operations: in process and over HTTP, alone
 * and while a planning run searches. Dates and causes are found without what the rules would say; an inquiry is judged by
 * them and stored. Run it on a quiet machine, {@code ./mvnw -Pbenchmark verify -Dbenchmark=quotes
 * -Dbenchmark.sizes=1000,10000}; the figures are written to {@code target/benchmark/quotes.json}.
 */
@Tag("quotes")
class QuotesBenchmark {

    private static final Path RESULTS = Path.of("target/benchmark/quotes.json");
    private static final int WARM_UP = 2_000;
    private static final int QUOTES = 5_000;
    private static final int LATE_WARM_UP = 200;
    private static final int LATE_QUOTES = 500;
    private static final int PER_SECOND = 200;
    private static final Duration WARMING = Duration.ofSeconds(40);
    private static final Duration ASKING = Duration.ofSeconds(30);

    /**
     * @param transport in-process or http
     * @param duringRun whether a planning run searched meanwhile
     * @param perSecond answers, by one seller in process; the rate offered over HTTP
     */
    private record Row(
            @JsonProperty("case") String name,
            int openOperations,
            String transport,
            boolean duringRun,
            long p50Micros,
            long p99Micros,
            long perSecond) {}

    private final ResultFile<Row> results;

    QuotesBenchmark() throws IOException {
        this.results = new ResultFile<>(RESULTS, Row[].class, true);
    }

    @Test
    void promiseDatesComeWhileTheCustomerIsOnThePhone() throws IOException {
        for (int operations : BenchmarkOptions.sizes("1000,10000,100000")) {
            BusyPlant plant = new BusyPlant(operations);
            try (BusyServer server = BusyServer.start(plant, Duration.ofSeconds(BenchmarkOptions.seconds("5")))) {
                inProcess(plant, server);
                withAlternatives(plant, server);
                reading(plant, server);
                overHttp(plant, server);
            }
        }
    }

    private void inProcess(BusyPlant plant, BusyServer server) throws IOException {
        Planning planning = server.get(Planning.class);
        QuoteFaults faults = server.get(QuoteFaults.class);
        Quoting quoting = server.get(Quoting.class);
        Promising promising = server.get(Promising.class);
        TransactionTemplate transaction = new TransactionTemplate(server.get(PlatformTransactionManager.class));
        add(
                "dates and causes",
                plant,
                ask(
                        plant,
                        server.today(),
                        draft -> transaction.execute(status -> {
                            assertThat(faults.of(draft, null)).isEmpty();
                            PlanSnapshot plan = planning.snapshot().orElseThrow();
                            return quoting.dates(UUID.randomUUID(), draft, Confidence.ofPercent(90), plan);
                        })));
        add(
                "inquiry",
                plant,
                ask(
                        plant,
                        server.today(),
                        draft -> assertThat(promising.quote(draft, BusyServer.SELLER))
                                .isInstanceOf(QuoteOutcome.Quoted.class)));
    }

    private static Latencies ask(BusyPlant plant, LocalDate today, Consumer<OrderDraft> seller) {
        SplittableRandom random = new SplittableRandom(1);
        return ask(() -> plant.asked(random, today), WARM_UP, QUOTES, seller);
    }

    private static Latencies ask(Supplier<OrderDraft> drawn, int warmUp, int quotes, Consumer<OrderDraft> seller) {
        List<OrderDraft> drafts = Stream.generate(drawn).limit(warmUp + quotes).toList();
        drafts.subList(0, warmUp).forEach(seller);
        Latencies latencies = new Latencies(quotes);
        for (OrderDraft draft : drafts.subList(warmUp, warmUp + quotes)) {
            long began = System.nanoTime();
            seller.accept(draft);
            latencies.add(System.nanoTime() - began);
        }
        return latencies;
    }

    /** A quote that comes too late, with all that would bring it nearer. */
    private void withAlternatives(BusyPlant plant, BusyServer server) throws IOException {
        Promising promising = server.get(Promising.class);
        SplittableRandom random = new SplittableRandom(3);
        add(
                "inquiry with alternatives",
                plant,
                ask(() -> plant.askedTooSoon(random, server.today()), LATE_WARM_UP, LATE_QUOTES, draft -> {
                    QuoteOutcome outcome = promising.quote(draft, BusyServer.SELLER);
                    UUID id = ((QuoteOutcome.Quoted) outcome).quote().id();
                    assertThat(promising.alternatives(id, BusyServer.SELLER, false))
                            .isInstanceOfSatisfying(
                                    AlternativesOutcome.Offered.class,
                                    offered ->
                                            assertThat(offered.alternatives()).isNotNull());
                }));
    }

    /** What a publish, or an entry of the day, costs the next seller. */
    private void reading(BusyPlant plant, BusyServer server) throws IOException {
        PlanReading reading = new PlanReading(server.application());
        int times = plant.operations() > 10_000 ? 5 : 20;
        reading.read();
        Latencies latencies = new Latencies(times);
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            reading.read();
            latencies.add(System.nanoTime() - began);
        }
        add("plan read anew", plant, latencies);
    }

    private void overHttp(BusyPlant plant, BusyServer server) throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUOTES; i++) {
            bodies.add(body(plant.asked(random, server.today())));
        }
        try (OpenLoop sellers = new OpenLoop(server.port(), server.key())) {
            sellers.ask(PER_SECOND, WARMING, i -> bodies.get(i % bodies.size()));
            add("inquiry", plant, "http", false, sellers.ask(PER_SECOND, ASKING, i -> bodies.get(i % bodies.size())));
            List<Latencies> during = new ArrayList<>();
            server.whileSearching(WARMING.plus(ASKING).multipliedBy(3), () -> {
                sellers.ask(PER_SECOND, WARMING, i -> bodies.get(i % bodies.size()));
                during.add(sellers.ask(PER_SECOND, ASKING, i -> bodies.get(i % bodies.size())));
            });
            add("inquiry", plant, "http", true, during.getFirst());
        }
    }

    private static String body(OrderDraft draft) {
        OrderDraft.Line line = draft.lines().getFirst();
        return """
                {"customer": "%s", "priority": %d, "customerReference": "%s", "lines": [
                  {"item": "%s", "quantity": {"amount": %s, "unit": "pcs"}, "requested": "%s", "tolerancesAccepted": true}]}
                """.formatted(
                        draft.customer(),
                        draft.priority(),
                        draft.customerReference(),
                        line.item(),
                        line.quantity().amount(),
                        line.requested());
    }

    private void add(String name, BusyPlant plant, Latencies latencies) throws IOException {
        add(name, plant, "in-process", false, latencies);
    }

    private void add(String name, BusyPlant plant, String transport, boolean duringRun, Latencies latencies)
            throws IOException {
        Row row = new Row(
                name,
                plant.operations(),
                transport,
                duringRun,
                latencies.micros(0.5),
                latencies.micros(0.99),
                transport.equals("http") ? PER_SECOND : Math.round(latencies.perSecond()));
        System.out.println(row);
        results.add(row);
    }
}
