package org.duebook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.duebook.planning.benchmark.Latencies;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.ledger.BackTest;
import org.duebook.policy.ledger.Ledger;
import org.duebook.policy.load.RuleFiles;
import org.duebook.policy.load.RuleSetLoader;
import org.duebook.policy.order.OrderJudge;
import org.duebook.testing.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How long the delivered rules take, and forty of them: a decision with its explanation, by one thread and by one a core,
 * trying them on 100,000 kept judgements, loading the set anew with its scenarios; and loading a table of 500 rows.
 */
@Tag("rules")
class RulesBenchmark {

    private static final int WARM_UP = 50_000;
    private static final int DECISIONS = 100_000;
    private static final int RELOADS = 5;
    private static final int KEPT = 100_000;

    @Test
    void deliveredRulesDecide() {
        measure(RuleFolder.shipped().files(), "");
    }

    @Test
    void fortyRulesDecide() {
        measure(ManyRules.forty().files(), ", 40 rules");
    }

    @Test
    void tablesOfManyRowsLoad() {
        for (int rows : new int[] {500, 5_000}) {
            RuleFiles files = ManyRules.withDeposits(rows).files();
            for (int i = 0; i < (rows == 500 ? RELOADS : 1); i++) {
                reload(files, "load of a table of " + rows + " rows");
            }
        }
    }

    private void measure(RuleFiles files, String of) {
        RuleSet rules = load(files);
        System.out.println(rules.size() + " rules");
        decide(rules, WARM_UP, 1);
        RuleResults.latency("decision" + of, decide(rules, DECISIONS, 2));
        int cores = Runtime.getRuntime().availableProcessors();
        long began = System.nanoTime();
        List<CompletableFuture<Latencies>> all = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            int seed = core;
            all.add(CompletableFuture.supplyAsync(() -> decide(rules, DECISIONS, seed)));
        }
        all.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - began) / 1e9;
        RuleResults.throughput("decisions on all cores" + of, Math.round(cores * DECISIONS / seconds), null);
        backTest(rules, of);
        rules.leave();
        for (int i = 0; i < RELOADS; i++) {
            reload(files, "reload" + of);
        }
    }

    private static void reload(RuleFiles files, String name) {
        long began = System.nanoTime();
        load(files).leave();
        RuleResults.time(name, (System.nanoTime() - began) / 1_000_000);
    }

    /** The rules tried on what they said: nothing changes, every order is judged. */
    private void backTest(RuleSet rules, String of) {
        Ledger ledger = new Ledger(new JdbcTemplate(
                new SingleConnectionDataSource(TestServer.migratedDatabase(), "postgres", "postgres", true)));
        OrderJudge judge = new OrderJudge(rules);
        List<OrderFacts> orders = orders(new SplittableRandom(3));
        for (int kept = 0; kept < KEPT; kept += orders.size()) {
            ledger.keep(orders.stream()
                    .map(facts -> new Judgement(facts, Instant.EPOCH, judge.judge(facts)))
                    .toList());
        }
        LocalDate day = orders.getFirst().orderDate();
        for (int i = 0; i < RELOADS; i++) {
            long began = System.nanoTime();
            BackTestReport report = new BackTest(ledger, rules)
                    .run(day, day, percent -> {}, () -> false)
                    .orElseThrow();
            long took = (System.nanoTime() - began) / 1_000_000;
            assertThat(report.judged()).isEqualTo(KEPT);
            assertThat(report.changed()).isZero();
            RuleResults.throughput("back-test of 100,000" + of, KEPT * 1000 / took, took);
        }
    }

    private static RuleSet load(RuleFiles files) {
        RuleSetLoader.Loaded loaded = RuleSetLoader.load(files);
        assertThat(loaded.report().faults()).isEmpty();
        assertThat(loaded.report().failures()).isEmpty();
        return loaded.ruleSet().orElseThrow();
    }

    private static Latencies decide(RuleSet rules, int times, long seed) {
        List<OrderFacts> orders = orders(new SplittableRandom(seed));
        OrderJudge judge = new OrderJudge(rules);
        Latencies latencies = new Latencies(times);
        for (int i = 0; i < times; i++) {
            OrderFacts order = orders.get(i % orders.size());
            long began = System.nanoTime();
            OrderVerdict verdict = judge.judge(order);
            latencies.add(System.nanoTime() - began);
            assertThat(verdict.ruleSet()).isEqualTo(rules.version());
        }
        return latencies;
    }

    /** Every kind of order, with one to three lines, some of customers who pay late or beyond their limit. */
    private static List<OrderFacts> orders(SplittableRandom random) {
        List<OrderFacts> orders = new ArrayList<>();
        OrderFacts.Type[] types = OrderFacts.Type.values();
        for (int i = 0; i < 1_000; i++) {
            AnOrder order = AnOrder.inOrder()
                    .type(types[random.nextInt(types.length)])
                    .amount(String.valueOf(100 + random.nextInt(120_000)))
                    .margin(String.valueOf(random.nextInt(40)))
                    .prepaid(String.valueOf(random.nextInt(40)))
                    .priority(1 + random.nextInt(9))
                    .credit("50000", String.valueOf(random.nextInt(60_000)))
                    .overdue(random.nextInt(4) == 0 ? random.nextInt(100) : 0);
            orders.add((random.nextInt(5) == 0 ? order.newCustomer() : order).build());
        }
        return orders;
    }
}
