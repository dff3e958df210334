package org.duebook.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Timeline;
import org.junit.jupiter.api.Test;

class KernelTest {
    /** Johnson's rule (1954) is optimal for two machines in a row. */
    @Test
    void chainSearchFindsWhatJohnsonsRuleProvesOptimal() {
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            int[] first = random.ints(12, 1, 50).toArray();
            int[] second = random.ints(12, 1, 50).toArray();
            PlanningProblem problem = Shops.flowShop(first, second);

            Kernel kernel = new ChainTabu(problem, Shops.none(problem), Shops.WEIGHTS, 2_000);
            long best = Long.MAX_VALUE;
            for (int start = 0; start < 5; start++) {
                kernel.begin(Shops.bent(problem, start), 1, new SplittableRandom(seed));
                kernel.proceed(20_000, () -> false);
                best = Math.min(best, completion(problem, kernel));
            }

            assertThat(best).as("shop %d", seed).isEqualTo(johnson(first, second));
        }
    }

    /** Smith's rule (1956) is optimal for weighted completion on one machine. */
    @Test
    void dateSearchFindsWhatSmithsRuleProvesOptimal() {
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            int[] minutes = random.ints(15, 1, 50).toArray();
            int[] weights = random.ints(15, 1, 9).toArray();
            PlanningProblem problem = Shops.oneMachine(minutes, weights);
            int[][] backwards = {IntStream.range(0, 15).map(i -> 14 - i).toArray()};

            Kernel kernel = new LateAcceptance(problem, Shops.none(problem), Shops.WEIGHTS, 200);
            kernel.begin(backwards, 1, new SplittableRandom(seed));
            kernel.proceed(50_000, () -> false);

            assertThat(completion(problem, kernel)).as("machine %d", seed).isEqualTo(smith(minutes, weights));
        }
    }

    @Test
    void kernelsNeverEndWorseThanTheyBeganAndLeaveFrozenWorkAlone() {
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            int[][] start = Shops.bent(problem, seed);
            WeighedCost before = WeighedCost.of(Shops.timeline(problem, start).evaluation(), Shops.WEIGHTS);

            Kernel kernel = new LateAcceptance(problem, Shops.none(problem), Shops.WEIGHTS, 20);
            kernel.begin(start, 1, new SplittableRandom(seed));
            kernel.proceed(2_000, () -> false);

            assertThat(kernel.bestCost()).isLessThanOrEqualTo(before);
            int[][] found = kernel.bestSequences();
            for (int m = 0; m < found.length; m++) {
                assertThat(Arrays.copyOf(found[m], problem.frozen(m).length)).isEqualTo(problem.frozen(m));
            }
            assertThat(WeighedCost.of(Shops.timeline(problem, found).evaluation(), Shops.WEIGHTS))
                    .isEqualTo(kernel.bestCost());
        }
    }

    @Test
    void dateSearchWorksWherePromisesHaveNoWeight() {
        PlanningWeights unweighted = new PlanningWeights(0, 10, 20, 2, 5, 0, 8, 24, 6, 20);
        PlanningProblem problem = GeneratedPlant.ofSize(1, 100).problem();
        Kernel kernel = new LateAcceptance(problem, Shops.none(problem), unweighted, 50);
        int[][] start = Shops.dispatched(problem);
        kernel.begin(start, 1, new SplittableRandom(1));

        kernel.proceed(5_000, () -> false);

        assertThat(kernel.bestCost())
                .isLessThan(WeighedCost.of(Shops.timeline(problem, start).evaluation(), unweighted));
    }

    private static long completion(PlanningProblem problem, Kernel kernel) {
        Timeline timeline = Shops.timeline(problem, kernel.bestSequences());
        assertThat(timeline.looped()).isFalse();
        return timeline.latePromised();
    }

    private static long johnson(int[] first, int[] second) {
        int[] order = IntStream.range(0, first.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(j -> first[j] < second[j] ? 0 : 1)
                        .thenComparingInt(j -> first[j] < second[j] ? first[j] : -second[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        int freeFirst = 0;
        int freeSecond = 0;
        for (int j : order) {
            freeFirst += first[j];
            freeSecond = Math.max(freeFirst, freeSecond) + second[j];
        }
        return freeSecond;
    }

    private static long smith(int[] minutes, int[] weights) {
        int[] order = IntStream.range(0, minutes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> (double) minutes[j] / weights[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        long done = 0;
        long sum = 0;
        for (int j : order) {
            done += minutes[j];
            sum += done * weights[j];
        }
        return sum;
    }
}
