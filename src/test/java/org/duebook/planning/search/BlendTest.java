package org.duebook.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Timeline;
import org.junit.jupiter.api.Test;

class BlendTest {
    @Test
    void blendOfTwoPlansNeverClosesALoopAndKeepsFrozenWorkFirst() {
        for (int seed = 1; seed <= 60; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            Plan one = plan(problem, Shops.dispatched(problem));
            Plan other = plan(problem, Shops.bent(problem, seed));

            int[][] blend = Blend.of(problem, one, other, 0.5, new Random(seed));

            Timeline timeline = Shops.timeline(problem, blend);
            assertThat(timeline.looped()).as("blend of plant %d", seed).isFalse();
            for (int m = 0; m < blend.length; m++) {
                assertThat(Arrays.copyOf(blend[m], problem.frozen(m).length)).isEqualTo(problem.frozen(m));
            }
        }
    }

    @Test
    void whatBothPlansOrderAlikeStaysInThatOrder() {
        PlanningProblem problem = Shops.jobShop(3, 8, 4);
        Plan one = plan(problem, Shops.dispatched(problem));
        Plan other = plan(problem, Shops.bent(problem, 3));

        Plan blend = plan(problem, Blend.of(problem, one, other, 0.5, new Random(1)));

        int agreed = 0;
        for (int[] sequence : one.sequences()) {
            for (int a = 0; a < sequence.length; a++) {
                for (int b = a + 1; b < sequence.length; b++) {
                    if (other.start()[sequence[a]] < other.start()[sequence[b]]) {
                        agreed++;
                        assertThat(blend.start()[sequence[a]]).isLessThan(blend.start()[sequence[b]]);
                    }
                }
            }
        }
        assertThat(agreed).isPositive();
        assertThat(one.distance(other)).isPositive();
        assertThat(one.distance(one)).isZero();
    }

    private static Plan plan(PlanningProblem problem, int[][] sequences) {
        Timeline timeline = Shops.timeline(problem, sequences);
        return Plan.of(timeline, WeighedCost.of(timeline.evaluation(), Shops.WEIGHTS));
    }
}
