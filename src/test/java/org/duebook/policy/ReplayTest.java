package org.duebook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.duebook.policy.CheckReport.ScenarioFailure;
import org.duebook.policy.desk.RulesDesk;
import org.duebook.policy.desk.RulesFolder;
import org.duebook.policy.desk.RulesRows;
import org.duebook.policy.ledger.Ledger;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;

/** Judgements of the past, judged anew by the files of their version, whatever was published since. */
class ReplayTest {

    private static final Actor ANALYST = new Actor("analyst");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);
    private static final String DEPOSIT = "tables/deposit.csv";
    private static final int ORDERS = 500;

    private final RulesRows rows = RulesRows.empty();

    @Test
    void everyKeptJudgementComesOutTheSameAfterLaterPublications() {
        try (RulesDesk desk = rows.desk("one", new RulesFolder(Path.of("rules")), false, new TestClock())) {
            Policies policies = new Policies(desk, new Ledger(rows.template()));
            keep(policies, 1);
            String first = policies.status().version();
            assertThat(policies.publish(withoutScenarios(first), ANALYST)).isInstanceOf(PublishOutcome.Published.class);
            keep(policies, 2);
            policies.rollback(first, "too hard", ANALYST);

            List<Judgement> kept = policies.judgements(new OrderNumber("SO-1"));
            List<Replay> replays = policies.replay(kept);

            assertThat(kept).hasSize(2 * ORDERS);
            assertThat(kept.stream().map(each -> each.verdict().ruleSet()).distinct())
                    .hasSize(2);
            assertThat(kept.stream().map(each -> each.verdict().getClass()).distinct())
                    .hasSize(3);
            assertThat(replays).extracting(Replay::judgement).isEqualTo(kept);
            assertThat(replays).allMatch(Replay::isSame);
            List<OrderVerdict> byTheOther = kept.stream()
                    .skip(ORDERS)
                    .map(each -> policies.judge(each.facts()))
                    .toList();
            assertThat(byTheOther)
                    .isNotEqualTo(replays.stream()
                            .skip(ORDERS)
                            .map(it -> it.again().orElseThrow())
                            .toList());
        }
    }

    @Test
    void failingScenarioBlocksPublishing() {
        try (RulesDesk desk = rows.desk("one", new RulesFolder(Path.of("rules")), false, new TestClock())) {
            String first = desk.status().version();
            RuleChange change = new RuleChange(
                    first,
                    Map.of(DEPOSIT, Optional.of(newCustomersPay25().files().bytes(DEPOSIT))),
                    "new customers pay 25 %",
                    Optional.empty());

            PublishOutcome outcome = desk.publish(change, ANALYST);

            assertThat(outcome).isInstanceOfSatisfying(PublishOutcome.Refused.class, refused -> {
                assertThat(refused.running()).isEqualTo(first);
                assertThat(refused.report().failures())
                        .extracting(ScenarioFailure::scenario)
                        .contains("new customer, 20 % prepaid");
            });
            assertThat(rows.published()).hasSize(1);
        }
    }

    @Test
    void judgementOfAVersionThatIsNotKeptIsNotReplayed() {
        try (RulesDesk desk = rows.desk("one", new RulesFolder(Path.of("rules")), false, new TestClock())) {
            Policies policies = new Policies(desk, new Ledger(rows.template()));
            OrderFacts facts = AnOrder.inOrder().build();
            Judgement foreign =
                    new Judgement(facts, TestClock.START, new OrderVerdict.Accepted("0000000000000000", List.of()));

            assertThat(policies.replay(List.of(foreign))).containsExactly(new Replay(foreign, Optional.empty()));
        }
    }

    @Test
    void commentSaysSomethingOnOneLine() {
        assertThat(RuleChange.wrong("New customers pay 25 %")).isEmpty();
        for (String wrong : List.of("", "  ", "two\nlines", "bell\u0007", "x".repeat(501))) {
            assertThat(RuleChange.wrong(wrong)).isPresent();
            assertThatThrownBy(() -> new RuleChange("v", Map.of(), wrong, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("comment");
        }
    }

    private static RuleFolder newCustomersPay25() {
        return RuleFolder.shipped().replace(DEPOSIT, "DE-020,-,yes,-,20 %,20 %", "DE-020,-,yes,-,25 %,25 %");
    }

    private static RuleChange withoutScenarios(String basedOn) {
        byte[] table = newCustomersPay25().text(DEPOSIT).getBytes(StandardCharsets.UTF_8);
        Map<String, Optional<byte[]>> files = new HashMap<>();
        RuleFolder.shipped().files().in("tests").forEach(path -> files.put(path, Optional.empty()));
        files.put(DEPOSIT, Optional.of(table));
        return new RuleChange(basedOn, files, "new customers pay 25 %", Optional.empty());
    }

    private static void keep(Policies policies, long seed) {
        Random random = new Random(seed);
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            OrderFacts facts = order(random);
            judgements.add(new Judgement(facts, TestClock.START, policies.judge(facts)));
        }
        policies.keep(judgements);
    }

    private static OrderFacts order(Random random) {
        OrderFacts.Type[] types = OrderFacts.Type.values();
        AnOrder order = AnOrder.inOrder()
                .type(types[random.nextInt(types.length)])
                .amount(String.valueOf(random.nextInt(1, 80_000)))
                .margin(random.nextInt(5) == 0 ? null : String.valueOf(random.nextInt(-5, 40)))
                .prepaid(String.valueOf(random.nextInt(0, 40)))
                .priority(random.nextInt(1, 10))
                .credit(String.valueOf(random.nextInt(0, 100_000)), String.valueOf(random.nextInt(0, 100_000)))
                .overdue(random.nextInt(0, 60))
                .on(DAY.plusDays(random.nextInt(-30, 30)));
        if (random.nextBoolean()) {
            order.newCustomer();
        }
        if (random.nextInt(10) == 0) {
            order.unknownCustomer();
        }
        for (int line = random.nextInt(3); line > 0; line--) {
            order.line("SHAFT-" + random.nextInt(3), random.nextInt(8, 20) + ".50", DAY.plusDays(random.nextInt(60)));
        }
        return order.build();
    }
}
