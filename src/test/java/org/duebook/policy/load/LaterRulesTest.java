package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duebook.policy.Alert;
import org.duebook.policy.AlertFacts;
import org.duebook.policy.ApproverFacts;
import org.duebook.policy.Decision;
import org.duebook.policy.DemandFacts;
import org.duebook.policy.FactUsed;
import org.duebook.policy.Fine;
import org.duebook.policy.Lapse;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.PassedOn;
import org.duebook.policy.PickUp;
import org.duebook.policy.PickUpFacts;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.StageClock;
import org.duebook.policy.Verdict;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.judge.Flattening;
import org.duebook.policy.judge.Judge;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verdicts of the shipped rules on pick-ups, fines, ceilings, alerts and routes, and how they explain themselves. */
class LaterRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private static RuleSet rules;

    @BeforeAll
    static void load() {
        RuleFolder folder = RuleFolder.shipped().withoutTests();
        folder.replace("tables/fines.csv", "a clerk's fault,,,", "a clerk's fault,2026-01-08,2026-01-31,");
        folder.replace("tables/pick-up.csv", "10 %,order amount", "10 %,deposit");
        RuleSetLoader.Loaded loaded = RuleSetLoader.load(folder.files());
        assertThat(loaded.report().faults()).isEmpty();
        rules = loaded.ruleSet().orElseThrow();
    }

    @AfterAll
    static void leave() {
        rules.leave();
    }

    @Test
    void depositIsKeptInPartByTheBaseTheRowNames() {
        PickUp tenPerCent = pickUp(8).first().orElseThrow();
        PickUp thirtyPerCent = pickUp(16).first().orElseThrow();

        assertThat(tenPerCent.offset()).isTrue();
        assertThat(tenPerCent.forfeit()).satisfies(kept -> {
            assertThat(kept.base()).isEqualTo(PickUp.Base.DEPOSIT);
            assertThat(kept.amount()).isEqualTo(Money.of("30.00", "USD"));
        });
        assertThat(tenPerCent.fine()).isNull();
        assertThat(thirtyPerCent.forfeit()).satisfies(kept -> {
            assertThat(kept.base()).isEqualTo(PickUp.Base.ORDER_AMOUNT);
            assertThat(kept.amount()).isEqualTo(Money.of("300.00", "USD"));
        });
        assertThat(thirtyPerCent.fine())
                .isEqualTo(new Fine(Money.of("200", "CNY"), "REGIONAL_MANAGER", thirtyPerCent.because()));
    }

    @Test
    void forfeitNamesFileRowAndTheFactsItUsed() {
        Decision because = pickUp(16).first().orElseThrow().because();

        assertThat(because.stage()).isEqualTo("pick-up");
        assertThat(because.file()).isEqualTo("tables/pick-up.csv");
        assertThat(because.row()).isEqualTo(6);
        assertThat(because.found()).isEqualTo("16");
        assertThat(because.factsUsed()).containsExactly(new FactUsed("day", "16"), new FactUsed("collected", "yes"));
        assertThat(because.message()).isEqualTo("Collected on day 16: 30 % are kept");
    }

    @Test
    void fineIsValidByTheDayOfTheLapse() {
        assertThat(clerk(DAY).says()).isEmpty();
        assertThat(clerk(DAY.plusDays(1)).says())
                .singleElement()
                .satisfies(fine -> assertThat(fine.amount()).isEqualTo(Money.of("50", "CNY")));
        assertThat(clerk(LocalDate.of(2026, 2, 1)).says()).isEmpty();
    }

    @Test
    void demandThatIsJustAsMuchAsItsRoomIsTooMuch() {
        Verdict<Decision> equal = new Judge(rules).demand(Flattening.of(demand(850)));

        assertThat(equal.says()).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Decision.Outcome.REJECT);
            assertThat(decision.wanted()).isEqualTo("less than 850");
            assertThat(decision.found()).isEqualTo("850");
        });
        assertThat(new Judge(rules).demand(Flattening.of(demand(849))).says()).isEmpty();
        assertThatThrownBy(() -> new DemandFacts(
                        DemandFacts.Scope.TOTAL,
                        DAY,
                        "",
                        pieces(1),
                        pieces(1),
                        pieces(1),
                        Quantity.of(1, new Unit("kg"))))
                .hasMessageContaining("wanted one unit");
    }

    @Test
    void alertSaysWhoIsToldByNowAndWhenTheNextIs() {
        AlertFacts facts = new AlertFacts(
                AlertFacts.Kind.STAGE_CLOCK,
                DAY,
                StageClock.REVIEW,
                Duration.ofHours(2),
                Duration.ofMinutes(121),
                Duration.ZERO);

        Alert alert = new Judge(rules).alert(Flattening.of(facts)).first().orElseThrow();

        assertThat(alert.toldAfter(Duration.ofMinutes(59))).containsExactly("SALES_CLERK");
        assertThat(alert.nextAfter(Duration.ofMinutes(59))).contains(Duration.ofHours(1));
        assertThat(alert.nextAfter(Duration.ofMinutes(60))).contains(Duration.ofHours(2));
        assertThat(alert.toldAfter(Duration.ofDays(9))).isEqualTo(List.of("SALES_CLERK", "SALES_MANAGER", "DEPUTY_GM"));
        assertThat(alert.nextAfter(Duration.ofDays(9))).isEmpty();
        assertThat(alert.because().message()).isEqualTo("Stage REVIEW is over by 1 min");
        assertThat(alert.because().factsUsed())
                .containsExactly(new FactUsed("what", "STAGE_CLOCK"), new FactUsed("over", "1 min"));
    }

    @Test
    void approvalIsPassedOnASecondAfterItsDeadline() {
        assertThat(approver(Duration.ofHours(24)).says()).isEmpty();
        assertThat(approver(Duration.ofHours(24).plusSeconds(1)).first())
                .hasValueSatisfying(on -> assertThat(on.role()).isEqualTo("DEPUTY_GM"));
    }

    private static Verdict<PickUp> pickUp(int day) {
        Money deposit = Money.of("300", "USD");
        PickUpFacts facts = new PickUpFacts(
                OrderFacts.Type.SPECIAL, DAY, Money.of("1000", "USD"), deposit, DAY, DAY.plusDays(day), true);
        return new Judge(rules).pickUp(Flattening.of(facts), deposit);
    }

    private static Verdict<Fine> clerk(LocalDate day) {
        LocalDateTime at = day.atTime(9, 0);
        return new Judge(rules).fines(Flattening.of(new Lapse.OrderNotInProduction(true, at)));
    }

    private static DemandFacts demand(long pieces) {
        return new DemandFacts(
                DemandFacts.Scope.TOTAL, DAY, "", pieces(pieces), pieces(1000), pieces(300), pieces(150));
    }

    private static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.PIECES);
    }

    private static Verdict<PassedOn> approver(Duration waited) {
        return new Judge(rules)
                .approver(Flattening.of(new ApproverFacts(
                        "SALES_MANAGER", OrderFacts.Type.STANDARD, DAY, false, Duration.ofHours(24), waited)));
    }
}
