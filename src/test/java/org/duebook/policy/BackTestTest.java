package org.duebook.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duebook.policy.BackTestReport.ByRule;
import org.duebook.policy.BackTestReport.Said;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft of the rules tried on orders that were judged before. */
@DatabaseTest
@Import({PolicyConfiguration.class, Policies.class})
class BackTestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsKept() {
        jdbc.sql("truncate judgement").update();
    }

    private static Map<String, byte[]> newCustomersPay(String percent) {
        String table = "tables/deposit.csv";
        RuleFolder draft = RuleFolder.shipped()
                .replace(table, "DE-020,-,yes,-,20 %,20 %", "DE-020,-,yes,-," + percent + "," + percent);
        return Map.of(table, draft.all().get(table));
    }

    @Test
    void ordersWhoseVerdictWouldChangeAreNamedWithTheRuleAndTheMoney() {
        keep(AnOrder.inOrder().amount("1000"));
        keep(AnOrder.inOrder().newCustomer().amount("2000").prepaid("20"));
        keep(AnOrder.inOrder().newCustomer().amount("4000").prepaid("25"));
        keep(AnOrder.inOrder().newCustomer().amount("8000"));

        BackTestReport report = ran(newCustomersPay("25 %"), DAY, DAY);

        assertThat(report.judged()).isEqualTo(4);
        assertThat(report.changes())
                .extracting(change -> change.amount().amount().intValue())
                .containsExactly(2000, 8000);
        assertThat(report.changes().getFirst().before()).isEqualTo(new Said("ACCEPTED", null, List.of()));
        assertThat(report.changes().getFirst().after()).isEqualTo(new Said("HELD", new BigDecimal("25"), List.of()));
        assertThat(report.changes().getLast().before()).isEqualTo(new Said("HELD", new BigDecimal("20"), List.of()));
        assertThat(report.atStake()).isEqualTo(euros("10000"));
        assertThat(report.rules()).containsExactly(new ByRule("DE-020", "tables/deposit.csv", 3, 2, euros("10000")));
    }

    @Test
    void draftThatSaysTheSameChangesNothing() {
        keep(AnOrder.inOrder().newCustomer());
        keep(AnOrder.inOrder().overdue(40));

        assertThat(ran(Map.of(), DAY, DAY).changes()).isEmpty();
    }

    @Test
    void onlyOrdersOfThePeriodAreTried() {
        keep(AnOrder.inOrder().newCustomer().on(DAY.minusDays(1)));
        keep(AnOrder.inOrder().newCustomer().on(DAY));
        keep(AnOrder.inOrder().newCustomer().on(DAY.plusDays(2)));

        BackTestReport report = ran(newCustomersPay("25 %"), DAY.minusDays(1), DAY.plusDays(1));

        assertThat(report.changes())
                .extracting(BackTestReport.Change::orderDate)
                .containsExactly(DAY.minusDays(1), DAY);
    }

    @Test
    void keptFactsGiveTheSameVerdictAgain() {
        OrderFacts facts = AnOrder.inOrder()
                .type(OrderFacts.Type.SPECIAL)
                .newCustomer()
                .margin(null)
                .line("SHAFT-32", "12.50", DAY.plusDays(30))
                .build();
        OrderVerdict verdict = policies.judge(facts);
        policies.keep(List.of(new Judgement(facts, TestClock.START, verdict)));

        Judgement kept = policies.judgements(new OrderNumber(facts.number())).getLast();

        assertThat(kept).isEqualTo(new Judgement(facts, TestClock.START, verdict));
        assertThat(policies.judge(kept.facts(), Map.of())).hasValue(verdict);
    }

    @Test
    void scenariosThatWouldFailAreToldBeside() {
        BackTestOutcome outcome = policies.backTest(newCustomersPay("25 %"), DAY, DAY, percent -> {}, () -> false);

        assertThat(((BackTestOutcome.Ran) outcome).check().failures())
                .extracting(CheckReport.ScenarioFailure::scenario)
                .contains("new customer, 20 % prepaid");
    }

    @Test
    void faultyDraftIsRefusedWithItsFaults() {
        Map<String, byte[]> files = newCustomersPay("25 per cent");

        BackTestOutcome outcome = policies.backTest(files, DAY, DAY, percent -> {}, () -> false);

        assertThat(outcome).isInstanceOf(BackTestOutcome.Refused.class);
        assertThat(((BackTestOutcome.Refused) outcome).report().faults())
                .extracting(RuleFault::file)
                .contains("tables/deposit.csv");
        assertThat(policies.judge(AnOrder.inOrder().build(), files)).isEmpty();
    }

    @Test
    void progressIsToldAndItCanBeStopped() {
        keep(AnOrder.inOrder());
        List<Integer> told = new ArrayList<>();

        policies.backTest(Map.of(), DAY, DAY, told::add, () -> false);
        BackTestOutcome stopped = policies.backTest(Map.of(), DAY, DAY, told::add, () -> true);

        assertThat(told).containsExactly(100);
        assertThat(stopped).isInstanceOf(BackTestOutcome.Stopped.class);
    }

    @Test
    void judgementIsKeptAsItWas() {
        keep(AnOrder.inOrder());

        assertThatThrownBy(() ->
                        jdbc.sql("update judgement set essence = 'ACCEPTED'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("kept as it was");
    }

    private void keep(AnOrder order) {
        OrderFacts facts = order.build();
        policies.keep(List.of(new Judgement(facts, TestClock.START, policies.judge(facts))));
    }

    private BackTestReport ran(Map<String, byte[]> files, LocalDate from, LocalDate to) {
        BackTestOutcome outcome = policies.backTest(files, from, to, percent -> {}, () -> false);
        assertThat(outcome).isInstanceOf(BackTestOutcome.Ran.class);
        return ((BackTestOutcome.Ran) outcome).report();
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
