package org.duebook.policy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.duebook.policy.AnOrder;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.RuleResults;
import org.duebook.policy.order.OrderJudge;
import org.duebook.shared.Actor;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million decisions on all cores while at least a hundred versions follow each other: each verdict is of the version it
 * names, and none fails. Ends by itself when it takes too long.
 */
@Tag("rules")
class RuleSwapsBenchmark {

    private static final int DECISIONS = 1_000_000;
    private static final int SWAPS = 100;
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final String DEPOSIT = "tables/deposit.csv";

    private static final OrderFacts ORDER =
            AnOrder.inOrder().type(OrderFacts.Type.SPECIAL).build();

    @TempDir
    private Path folder;

    private final Map<String, Integer> marks = new ConcurrentHashMap<>();
    private final AtomicLong decided = new AtomicLong();
    private final AtomicInteger swaps = new AtomicInteger();

    @Test
    void millionDecisionsAcrossAHundredSwapsAreNeitherMixedNorFail() throws IOException {
        write(0);
        try (RulesDesk desk = RulesRows.empty().desk("one", new RulesFolder(folder), true, new TestClock())) {
            desk.awaitOpen();
            long began = System.nanoTime();
            List<CompletableFuture<Void>> judging = new ArrayList<>();
            for (int core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
                judging.add(CompletableFuture.runAsync(() -> judge(desk, began)));
            }
            for (int swap = 1; swap <= SWAPS || decided.get() < DECISIONS && !tooLong(began); swap++) {
                write(swap);
                assertThat(desk.reload(new Actor("analyst"))).isInstanceOf(PublishOutcome.Published.class);
                swaps.incrementAndGet();
            }
            judging.forEach(CompletableFuture::join);
            long took = (System.nanoTime() - began) / 1_000_000;
            RuleResults.throughput(
                    decided.get() + " decisions across " + swaps.get() + " swaps", decided.get() * 1000 / took, took);
        }
        assertThat(decided.get()).isGreaterThanOrEqualTo(DECISIONS);
        assertThat(swaps.get()).isGreaterThanOrEqualTo(SWAPS);
    }

    private void judge(RulesDesk desk, long began) {
        while ((decided.get() < DECISIONS || swaps.get() < SWAPS) && !tooLong(began)) {
            OrderVerdict verdict = desk.ask(rules -> new OrderJudge(rules).judge(ORDER));
            OrderVerdict.Held held = (OrderVerdict.Held) verdict;
            int mark = marks.getOrDefault(verdict.ruleSet(), -1);
            Hold.Deposit deposit = (Hold.Deposit) held.holds().getFirst();
            Hold.Approval approval = (Hold.Approval) held.holds().getLast();
            if (deposit.percent().intValueExact() != mark || approval.deadline().toHours() != mark) {
                throw new AssertionError(
                        "mixed: version " + verdict.ruleSet() + " is marked " + mark + ", and it said " + held);
            }
            decided.incrementAndGet();
        }
    }

    private static boolean tooLong(long began) {
        return Duration.ofNanos(System.nanoTime() - began).compareTo(LONGEST) > 0;
    }

    /** A set whose deposit and approval carry the number of its version, from 30 on, and come again after a while. */
    private void write(int swap) throws IOException {
        int mark = 30 + swap % 60;
        RuleFolder rules = RuleFolder.small()
                .replace(DEPOSIT, "30 %,30 %", mark + " %," + mark + " %")
                .replace("tables/approval.csv", "24 h", mark + " h");
        marks.put(rules.files().version(), mark);
        for (Map.Entry<String, byte[]> file : rules.all().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
