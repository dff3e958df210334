package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.duebook.policy.AnOrder;
import org.duebook.policy.CheckReport;
import org.duebook.policy.Decision;
import org.duebook.policy.FactUsed;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.judge.PenaltyJudge;
import org.duebook.policy.load.RuleSetLoader.Loaded;
import org.duebook.policy.order.OrderJudge;
import org.duebook.shared.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules as shipped; every default number has its two scenarios in {@code rules/tests}, run by the load itself. */
class ShippedRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private static RuleSet rules;
    private static List<CheckReport.Note> notes = List.of();

    @BeforeAll
    static void load() {
        Loaded loaded = RuleSetLoader.load(RuleFolder.shipped().files());
        assertThat(loaded.report().faults()).isEmpty();
        assertThat(loaded.report().failures()).isEmpty();
        rules = loaded.ruleSet().orElseThrow();
        notes = loaded.report().notes();
    }

    @AfterAll
    static void leave() {
        rules.leave();
    }

    @Test
    void everyTableRowIsNamedByAScenario() {
        RuleFolder folder = RuleFolder.shipped();
        String scenarios = String.join(
                "\n",
                folder.all().keySet().stream()
                        .filter(path -> path.startsWith("tests/"))
                        .map(folder::text)
                        .toList());

        List<String> untested = folder.all().keySet().stream()
                .filter(path -> path.startsWith("tables/") && !path.contains("parameters"))
                .flatMap(path -> folder.text(path).lines().skip(1))
                .map(row -> row.substring(0, row.indexOf(',')))
                .filter(id -> !scenarios.contains(id))
                .toList();

        assertThat(untested).isEmpty();
    }

    /** Whoever changes a table so that another note appears should look whether it is meant. */
    @Test
    void shippedTablesLeaveNothingOutAndNameWhereTheirOrderMatters() {
        assertThat(notes)
                .extracting(CheckReport.Note::text)
                .containsExactly(
                        "CR-020 and CR-050 both apply where oldest overdue is 31 and limit used is 201 %;"
                                + " CR-020 has the say because it comes first",
                        "CR-030 and CR-040 both apply where payment terms is 0 and new customer is yes and limit used is"
                                + " 110 %; CR-030 has the say because it comes first; as well before CR-050, CR-060,"
                                + " CR-070, CR-080",
                        "CR-040 and CR-050 both apply where new customer is yes and limit used is 201 %;"
                                + " CR-040 has the say because it comes first",
                        "LP-010 and LP-020 both apply where order type is RUSH and contract class is A;"
                                + " LP-010 has the say because it comes first; as well before LP-030, LP-040");
    }

    @Test
    void specialOrderWaitsForItsDepositAndItsApprovers() {
        OrderVerdict verdict = judge(AnOrder.inOrder()
                .type(OrderFacts.Type.SPECIAL)
                .amount("1000.01")
                .prepaid("29.99"));

        assertThat(verdict).isInstanceOfSatisfying(OrderVerdict.Held.class, held -> {
            assertThat(held.holds()).hasSize(2);
            assertThat(held.holds().getFirst()).isInstanceOfSatisfying(Hold.Deposit.class, deposit -> {
                assertThat(deposit.required()).isEqualTo(Money.of("300.00", "EUR"));
                assertThat(deposit.percent()).isEqualByComparingTo("30");
            });
            assertThat(held.holds().getLast()).isInstanceOfSatisfying(Hold.Approval.class, approval -> {
                assertThat(approval.approvers()).containsExactly("SALES_MANAGER", "DEPUTY_GM");
                assertThat(approval.deadline()).isEqualTo(Duration.ofHours(24));
            });
        });
    }

    @Test
    void decisionCarriesFileRowAndTheFactsItUsed() {
        OrderVerdict verdict =
                judge(AnOrder.inOrder().type(OrderFacts.Type.SPECIAL).prepaid("29.99"));

        Decision deposit = decision(verdict, "DE-010");
        assertThat(deposit.stage()).isEqualTo("deposit");
        assertThat(deposit.file()).isEqualTo("tables/deposit.csv");
        assertThat(deposit.row()).isEqualTo(2);
        assertThat(deposit.outcome()).isEqualTo(Decision.Outcome.DEPOSIT);
        assertThat(deposit.found()).isEqualTo("29.99");
        assertThat(deposit.factsUsed())
                .containsExactly(new FactUsed("order type", "SPECIAL"), new FactUsed("deposit paid", "29.99"));
    }

    @Test
    void findingOnALineNamesTheLineAndWhatIsWanted() {
        OrderVerdict verdict = judge(
                AnOrder.inOrder().line("SHAFT-32", "10", DAY.plusDays(30)).line("BUSH-20", "10", DAY.minusDays(1)));

        assertThat(verdict).isInstanceOf(OrderVerdict.Rejected.class);
        Decision date = decision(verdict, "VL-120");
        assertThat(date.field()).isEqualTo("lines[1].requestedDate");
        assertThat(date.found()).isEqualTo("2026-01-06");
        assertThat(date.wanted()).isEqualTo("a day on or after the order's");
        assertThat(date.message()).isEqualTo("The requested date 2026-01-06 lies before the order");
        assertThat(date.factsUsed()).containsExactly(new FactUsed("requested in", "-1"));
    }

    @Test
    void expertRuleComparesTwoLinesAndNamesItsFile() {
        OrderVerdict verdict = judge(
                AnOrder.inOrder().line("SHAFT-32", "10", DAY.plusDays(30)).line("SHAFT-32", "11", DAY.plusDays(31)));

        Decision contradiction = decision(verdict, "VX-010");
        assertThat(contradiction.file()).isEqualTo("expert/across-lines.drl");
        assertThat(contradiction.row()).isEqualTo(5);
        assertThat(contradiction.field()).isEqualTo("lines[1].unitPrice");
        assertThat(contradiction.found()).isEqualTo("11");
    }

    @Test
    void rejectionByValidationEndsTheJudgement() {
        OrderVerdict verdict = judge(AnOrder.inOrder().unknownCustomer().overdue(100));

        assertThat(verdict).isInstanceOf(OrderVerdict.Rejected.class);
        assertThat(verdict.decisions()).extracting(Decision::stage).containsOnly("validation");
    }

    @Test
    void everythingAHeldOrderWaitsForIsToldAtOnce() {
        OrderVerdict verdict = judge(AnOrder.inOrder()
                .newCustomer()
                .credit("1000", "500")
                .margin("4.99")
                .line("SHAFT-32", "6.99", DAY.plusDays(30)));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        OrderVerdict.Held.class,
                        held -> assertThat(held.holds())
                                .hasExactlyElementsOfTypes(
                                        Hold.Clarification.class,
                                        Hold.Credit.class,
                                        Hold.Deposit.class,
                                        Hold.Approval.class));
    }

    @Test
    void amountsInAnotherCurrencyAreNeverComparedWithTheTables() {
        OrderVerdict verdict = judge(AnOrder.inOrder().in("USD"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        OrderVerdict.Held.class,
                        held -> assertThat(held.holds().getFirst().because().ruleId())
                                .isEqualTo("HOUSE-CURRENCY"));
    }

    @Test
    void penaltyIsPerStartedDayPastTheGraceUpToTheCap() {
        assertThat(penalty("B", 2).amount()).isEqualTo(Money.of("0", "USD"));
        assertThat(penalty("B", 3).amount()).isEqualTo(Money.of("3.70", "USD"));
        assertThat(penalty("B", 18).amount()).isEqualTo(Money.of("59.26", "USD"));

        assertThat(penalty("B", 19)).isInstanceOfSatisfying(PenaltyVerdict.Owed.class, owed -> {
            assertThat(owed.amount()).isEqualTo(Money.of("61.73", "USD"));
            assertThat(owed.penalisedDays()).isEqualTo(17);
            assertThat(owed.percentPerDay()).isEqualByComparingTo(new BigDecimal("0.3"));
            assertThat(owed.capped()).isTrue();
            assertThat(owed.because().file()).isEqualTo("tables/late-penalties.csv");
            assertThat(owed.because().row()).isEqualTo(4);
            assertThat(owed.because().factsUsed()).containsExactly(new FactUsed("contract class", "B"));
        });
    }

    private static PenaltyVerdict penalty(String contract, int days) {
        return new PenaltyJudge(rules)
                .judge(new PenaltyFacts(
                        contract,
                        OrderFacts.Type.STANDARD,
                        DAY,
                        Money.of("1234.56", "USD"),
                        DAY.plusDays(20),
                        DAY.plusDays(20 + days)));
    }

    private static OrderVerdict judge(AnOrder order) {
        return new OrderJudge(rules).judge(order.build());
    }

    private static Decision decision(OrderVerdict verdict, String id) {
        return verdict.decisions().stream()
                .filter(it -> it.ruleId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
