package org.duebook.policy.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.duebook.policy.AnOrder;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderFacts.Type;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.WhyNot;
import org.duebook.policy.WhyNot.Answer;
import org.duebook.policy.engine.Fired;
import org.duebook.policy.engine.FiringLimitReached;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.load.RuleSetLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Why rows of the shipped rules apply and why not; one of them holds on some days only. */
class RowAnswersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private static RuleSet rules;

    /** The same rows, all of which count: what the engine fires is not hidden by the order of the rows. */
    private static RuleSet all;

    @BeforeAll
    static void load() {
        rules = load(folder());
        RuleFolder collecting = folder();
        collecting.put(
                "ruleset.yml",
                collecting
                        .text("ruleset.yml")
                        .replaceAll("hit: (first|highest)", "hit: collect")
                        .replaceAll("    stop on: REJECT\n", ""));
        all = load(collecting);
    }

    private static RuleFolder folder() {
        return RuleFolder.shipped()
                .withoutTests()
                .replace("tables/approval.csv", "A special order,,,", "A special order,2026-01-10,2026-12-31,");
    }

    private static RuleSet load(RuleFolder folder) {
        return RuleSetLoader.load(folder.files()).ruleSet().orElseThrow();
    }

    @AfterAll
    static void leave() {
        rules.leave();
        all.leave();
    }

    @Test
    void firstConditionThatDidNotHoldIsToldWithTheValueItSaw() {
        WhyNot answer = answer(AnOrder.inOrder().overdue(12), "CR-020");

        assertThat(answer.answer()).isEqualTo(Answer.CONDITION);
        assertThat(answer.file()).isEqualTo("tables/credit.csv");
        assertThat(answer.row()).isEqualTo(3);
        assertThat(answer.column()).isEqualTo("oldest overdue");
        assertThat(answer.cell()).isEqualTo("> 30");
        assertThat(answer.found()).isEqualTo("12");
        assertThat(answer.text()).isEqualTo("oldest overdue wants > 30, and it is 12");
    }

    @Test
    void lineThatCameNearestIsNamed() {
        WhyNot answer = answer(
                AnOrder.inOrder()
                        .type(Type.RUSH)
                        .line("SHAFT-32", "10", DAY.plusDays(30))
                        .line("BUSH-20", "10", DAY.plusDays(2)),
                "VL-130");

        assertThat(answer.text()).isEqualTo("requested in wants 0..1, and on line 1 it is 30");
    }

    @Test
    void rowBehindAnotherOneIsTold() {
        assertThat(answer(AnOrder.inOrder().overdue(100), "CR-020").text())
                .isEqualTo("It applies, but CR-010 comes first and has the say");
        assertThat(answer(AnOrder.inOrder().type(Type.SPECIAL).newCustomer(), "DE-020")
                        .text())
                .isEqualTo("It applies, but DE-010 asks for as much or more");
    }

    @Test
    void stageThatWasNotAskedIsTold() {
        WhyNot answer = answer(AnOrder.inOrder().unknownCustomer(), "CR-020");

        assertThat(answer.answer()).isEqualTo(Answer.NOT_ASKED);
        assertThat(answer.text()).isEqualTo("Not asked: VO-010 ended the judgement in the stage validation");
        assertThat(answer(AnOrder.inOrder().in("USD"), "VO-010").text())
                .startsWith("Not asked: The rules cannot judge");
    }

    @Test
    void rowOfOtherDaysIsTold() {
        assertThat(answer(AnOrder.inOrder().type(Type.SPECIAL), "AP-010").text())
                .isEqualTo("Not valid on 2026-01-07: it holds from 2026-01-10 to 2026-12-31");
    }

    @Test
    void expertRuleIsShownAsItStands() {
        assertThat(answer(AnOrder.inOrder(), "VX-030").text())
                .startsWith(
                        "An expert rule, not looked into further: nothing in the order fits all of: $order : OrderFact(");
    }

    @Test
    void answersAreWhatTheEngineDoes() throws FiringLimitReached {
        SplittableRandom random = new SplittableRandom(7);
        Set<Answer> seen = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            OrderFacts order = order(random);
            Set<String> fired = all.decide(OrderFlattening.of(order)).stream()
                    .map(Fired::decision)
                    .map(decision -> decision.ruleId())
                    .collect(Collectors.toSet());
            Set<String> told = new OrderJudge(rules)
                    .judge(order).decisions().stream()
                            .map(decision -> decision.ruleId())
                            .collect(Collectors.toSet());

            List<WhyNot> answers = RowAnswers.of(rules, order);

            assertThat(with(answers, Answer.APPLIED)).isEqualTo(told);
            for (WhyNot each : answers) {
                seen.add(each.answer());
                if (each.answer() != Answer.NOT_ASKED) {
                    assertThat(fired.contains(each.ruleId()))
                            .as(each.ruleId() + ": " + each.text() + " of " + order)
                            .isEqualTo(each.answer() == Answer.APPLIED || each.answer() == Answer.HIDDEN);
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Answer.values());
    }

    private static Set<String> with(List<WhyNot> answers, Answer answer) {
        return answers.stream()
                .filter(each -> each.answer() == answer)
                .map(WhyNot::ruleId)
                .collect(Collectors.toSet());
    }

    /** Orders on and beside the numbers of the tables. */
    private static OrderFacts order(SplittableRandom random) {
        Type[] types = Type.values();
        AnOrder order = AnOrder.inOrder()
                .type(types[random.nextInt(types.length)])
                .amount(pick(random, "0", "0.01", "19999.99", "20000", "50000", "100000"))
                .margin(random.nextInt(5) == 0 ? null : pick(random, "4.99", "5", "11.99", "12", "30"))
                .prepaid(pick(random, "0", "19.99", "20", "24.99", "25", "29.99", "30", "50"))
                .priority(1 + random.nextInt(2))
                .overdue(Integer.parseInt(pick(random, "0", "30", "31", "60", "61", "90", "91")))
                .credit("50000", pick(random, "0", "20000", "39001", "60000", "99000"))
                .on(DAY.plusDays(random.nextInt(5)));
        for (int line = random.nextInt(3); line > 0; line--) {
            order.line(
                    pick(random, "SHAFT-32", "BUSH-20"),
                    pick(random, "6.99", "7", "10", "15", "15.10"),
                    DAY.plusDays(Integer.parseInt(pick(random, "-1", "0", "1", "2", "365", "366", "400"))));
        }
        if (random.nextInt(20) == 0) {
            order.unknownCustomer();
        }
        return (random.nextInt(4) == 0 ? order.newCustomer() : order).build();
    }

    private static String pick(SplittableRandom random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static WhyNot answer(AnOrder order, String rule) {
        return RowAnswers.of(rules, order.build()).stream()
                .filter(each -> each.ruleId().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
