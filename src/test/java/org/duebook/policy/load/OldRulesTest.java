package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.duebook.policy.AlertFacts;
import org.duebook.policy.Lapse;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.clock.ClockTable;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.judge.Flattening;
import org.duebook.policy.judge.Judge;
import org.junit.jupiter.api.Test;

/** Rules that were published before the product knew pick-ups, fines, ceilings, alerts, routes and clocks. */
class OldRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

    @Test
    void rulesWithoutTheLaterTablesGoOnDecidingAndSayNothingAboutTheRest() {
        RuleSetLoader.Loaded loaded = RuleSetLoader.load(RuleFolder.old().files());

        assertThat(loaded.report().faults()).isEmpty();
        RuleSet rules = loaded.ruleSet().orElseThrow();
        Judge judge = new Judge(rules);
        Lapse missing = new Lapse.DemandPlanMissing(YearMonth.of(2026, 2), LocalDateTime.of(2026, 1, 20, 15, 0));
        assertThat(judge.fines(Flattening.of(missing)).says()).isEmpty();
        assertThat(judge.alert(Flattening.of(new AlertFacts(
                                AlertFacts.Kind.MATERIAL, DAY, null, Duration.ZERO, Duration.ofDays(9), Duration.ZERO)))
                        .says())
                .isEmpty();
        assertThat(ClockTable.on(rules, DAY).limits()).isEmpty();
        rules.leave();
    }
}
