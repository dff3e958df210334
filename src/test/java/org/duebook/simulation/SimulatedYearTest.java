package org.duebook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duebook.simulation.SimulatedYear.Kept;
import org.duebook.simulation.SimulatedYear.Outcome;
import org.junit.jupiter.api.Test;

/** A sample of {@link SimulatedYearSoak}. */
class SimulatedYearTest {
    private static final int WEEKS = 10;

    @Test
    void whereEverythingGoesAsPlannedEveryOrderIsDoneByTheMinuteThatWasTold() {
        List<Kept> orders = SimulatedYear.run(Plants.CLOCKWORK, 4, new ConfidentPromiser(0.9, false))
                .orders();

        // Later at most by a setup that had begun before the order came, which the plan begins anew.
        assertThat(orders)
                .hasSizeGreaterThan(100)
                .allMatch(order -> order.done() <= order.promised() + SimulatedPlant.setup(0, 1));
    }

    @Test
    void datesToldAtNineOfTenHoldNineTimesInTenWhereOthersBreakTheirs() {
        Outcome confident = SimulatedYear.run(Plants.ABOUT_RIGHT, WEEKS, new ConfidentPromiser(0.9, true));
        int days = (int) Math.round(confident.promisedLeadTime());
        Outcome fixed = SimulatedYear.run(Plants.ABOUT_RIGHT, WEEKS, PlainPromisers.fixedLeadTime(days));
        Outcome gap = SimulatedYear.run(Plants.ABOUT_RIGHT, WEEKS, PlainPromisers.firstGapWithoutMaterial());

        assertThat(confident.keptOnTheDay()).isBetween(0.85, 0.97);
        assertThat(fixed.keptOnTheDay()).isLessThan(confident.keptOnTheDay());
        assertThat(gap.keptOnTheDay()).isLessThan(0.7);
    }

    @Test
    void historyWinsOverDeclarationsThatAreFarTooHopeful() {
        Outcome outcome = SimulatedYear.run(Plants.TOO_HOPEFUL, WEEKS, new ConfidentPromiser(0.9, true));

        double first = outcome.keptByPart(4).getFirst();
        double last = outcome.keptByPart(4).getLast();
        assertThat(first).isLessThan(0.85);
        assertThat(last).isGreaterThan(first).isGreaterThan(0.85);
    }

    @Test
    void theSameYearHappensAgain() {
        Outcome once = SimulatedYear.run(Plants.TOO_FEARFUL, 3, new ConfidentPromiser(0.8, true));
        Outcome again = SimulatedYear.run(Plants.TOO_FEARFUL, 3, new ConfidentPromiser(0.8, true));

        assertThat(again.orders()).containsExactlyElementsOf(once.orders());
        assertThat(again.orders()).extracting(Kept::order).doesNotHaveDuplicates();
    }
}
