package org.duebook.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Slacks;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void windowOfAnUnchangedPlanCostsWhatThePlanCosts() {
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = Shops.jobShop(seed, 10, 6);
            Timeline plan = Shops.timeline(problem, Shops.dispatched(problem));
            int third = (int) plan.latePromised() / 3;

            Window window = new Window(plan, new Movable(problem), new Slacks(plan), third, 2 * third);

            Timeline cut = Shops.timeline(window.problem(), window.sequences());
            assertThat(cut.latePromised()).as("shop %d", seed).isEqualTo(plan.latePromised());
        }
    }

    /** What starts before the window and ends after it may keep the whole plan as long as it was. */
    @Test
    void whatIsGainedInAWindowIsGainedForTheWhole() {
        int gained = 0;
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = Shops.jobShop(seed, 12, 8);
            Timeline plan = Shops.timeline(problem, Shops.bent(problem, seed));
            long before = plan.latePromised();
            int third = (int) before / 3;
            Window window = new Window(plan, new Movable(problem), new Slacks(plan), third, 2 * third);
            Kernel kernel = new ChainTabu(window.problem(), Shops.none(window.problem()), Shops.WEIGHTS, 2_000);
            kernel.begin(window.sequences(), 1, new SplittableRandom(seed));
            kernel.proceed(2_000, () -> false);

            window.putInto(plan, kernel.bestSequences());

            assertThat(plan.update()).isTrue();
            assertThat(plan.latePromised()).as("shop %d", seed).isLessThanOrEqualTo(before);
            gained += plan.latePromised() < before ? 1 : 0;
        }
        assertThat(gained).isGreaterThanOrEqualTo(5);
    }

    @Test
    void windowPutBackUnchangedLeavesThePlanAsItWas() {
        for (int seed = 1; seed <= 40; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            Timeline plan = Shops.timeline(problem, Shops.dispatched(problem));
            TimedPlan before = plan.timedPlan();
            Window window = new Window(plan, new Movable(problem), new Slacks(plan), 1_000, 3_000);

            window.putInto(plan, window.sequences());

            assertThat(plan.update()).isTrue();
            assertThat(plan.timedPlan()).as("plant %d", seed).isEqualTo(before);
        }
    }
}
