package org.duebook.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.duebook.shared.Actor;
import org.duebook.shared.Money;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facade with its database, on the rules as shipped. */
@DatabaseTest
@Import({PolicyConfiguration.class, Policies.class})
class PoliciesTest {

    @Autowired
    private Policies policies;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void shippedRulesRunAndAreKeptWithTheirBytes() {
        RuleSetStatus status = policies.status();

        assertThat(status.rejected()).isEmpty();
        assertThat(status.by()).isEqualTo(Actor.SYSTEM);
        assertThat(status.since()).isEqualTo(TestClock.START);
        assertThat(status.files())
                .extracting(RuleSetStatus.RuleFile::path)
                .contains("ruleset.yml", "tables/credit.csv");
        assertThat(jdbc.sql("select count(*) from rule_set_file where version = ?")
                        .param(status.version())
                        .query(Integer.class)
                        .single())
                .isEqualTo(status.files().size());
        assertThat(jdbc.sql("select version from rule_set_publication order by number desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(status.version());
    }

    @Test
    void soundOrderIsAcceptedUnderTheRunningVersion() {
        OrderVerdict verdict = policies.judge(AnOrder.inOrder().build());

        assertThat(verdict).isInstanceOf(OrderVerdict.Accepted.class);
        assertThat(verdict.ruleSet()).isEqualTo(policies.status().version());
        assertThat(verdict.decisions()).extracting(Decision::ruleId).containsExactly("CR-090");
    }

    @Test
    void reloadingTheSameFilesChangesNothing() {
        String running = policies.status().version();

        PublishOutcome outcome = policies.reload(new Actor("analyst"));

        assertThat(outcome).isEqualTo(new PublishOutcome.Unchanged(running));
    }

    @Test
    void promiseParametersAreTheShippedDefaults() {
        PromiseParameters parameters = policies.promiseParameters(LocalDate.of(2026, 1, 7));

        assertThat(parameters.inspection()).isEqualTo(Duration.ofHours(1));
        assertThat(parameters.packing()).isEqualTo(Duration.ofHours(2));
        assertThat(parameters.dispatch()).isEqualTo(Duration.ofHours(3));
        assertThat(parameters.quoteHold()).isEqualTo(Duration.ofMinutes(30));
        assertThat(parameters.recovery())
                .isEqualTo(new PromiseParameters.Recovery(
                        Duration.ofHours(4),
                        new BigDecimal("60"),
                        new BigDecimal("50"),
                        new BigDecimal("30"),
                        Duration.ofDays(3)));
    }

    @Test
    void variationIsDeclaredInTheShippedTable() {
        VariationParameters declared = policies.variation(LocalDate.of(2026, 1, 7));

        assertThat(declared.confidence()).isEqualTo(0.9);
        assertThat(declared.runTimeOverPlan()).isEqualTo(0.25);
        assertThat(declared.betweenBreakdowns()).isEqualTo(Duration.ofHours(200));
        assertThat(declared.purchaseLate()).isEqualTo(Duration.ofDays(3));
        assertThat(declared.ruleSet())
                .isEqualTo(policies.promiseParameters(LocalDate.of(2026, 1, 7)).ruleSet());
    }

    @Test
    void fineComesInItsOwnCurrencyFromTheRunningVersion() {
        LocalDateTime due = LocalDateTime.of(2026, 1, 20, 15, 0);

        Verdict<Fine> late = policies.fines(new Lapse.DemandPlanMissing(YearMonth.of(2026, 2), due));
        Verdict<Fine> inTime = policies.fines(new Lapse.DemandPlanMissing(YearMonth.of(2026, 2), due.minusNanos(1)));

        assertThat(late.ruleSet()).isEqualTo(policies.status().version());
        assertThat(late.says()).singleElement().satisfies(fine -> {
            assertThat(fine.amount()).isEqualTo(Money.of("100", "CNY"));
            assertThat(fine.payer()).isEqualTo("REGIONAL_MANAGER");
        });
        assertThat(inTime.says()).isEmpty();
    }

    @Test
    void stagesHaveTheirClocksAsShipped() {
        StageClocks clocks = policies.stageClocks(LocalDate.of(2026, 1, 7));

        assertThat(clocks.limits()).hasSize(StageClock.values().length);
        assertThat(clocks.of(StageClock.PLAN_APPROVAL))
                .contains(new StageClocks.Limit(Duration.ofHours(3), StageClocks.Hours.WORKING));
        assertThat(clocks.of(StageClock.FEEDBACK))
                .contains(new StageClocks.Limit(Duration.ofHours(24), StageClocks.Hours.CLOCK));
    }

    @Test
    void newWorkIsReleasedOnMondayAndThursdayAsShipped() {
        ReleaseRules releases = policies.releases(LocalDate.of(2026, 1, 7));

        assertThat(releases.days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        assertThat(releases.isBound(OrderFacts.Type.STANDARD)).isTrue();
        assertThat(releases.isBound(OrderFacts.Type.RUSH)).isFalse();
    }
}
