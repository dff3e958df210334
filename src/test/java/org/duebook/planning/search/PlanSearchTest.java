package org.duebook.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.junit.jupiter.api.Test;

class PlanSearchTest {
    private static final SearchSettings SETTINGS =
            new SearchSettings(2, 500, BySize.always(3), BySize.always(20), 3, 200, 5_000, 100);
    private static final SearchSettings WINDOWS =
            new SearchSettings(2, 500, BySize.always(3), BySize.always(20), 3, 200, 10, 30);

    @Test
    void sameSeedAndStepsGiveTheSamePlanOnOneThreadAndOnTwo() {
        for (int seed = 1; seed <= 5; seed++) {
            PlanningProblem plant = GeneratedPlant.small(seed).problem();
            PlanningProblem shop = Shops.jobShop(seed, 10, 6);

            assertThat(found(plant, SETTINGS, seed, 1)).isDeepEqualTo(found(plant, SETTINGS, seed, 2));
            assertThat(found(shop, SETTINGS, seed, 1)).isDeepEqualTo(found(shop, SETTINGS, seed, 2));
            assertThat(found(shop, WINDOWS, seed, 1)).isDeepEqualTo(found(shop, WINDOWS, seed, 2));
        }
    }

    @Test
    void everyWayOfSearchingImprovesWhatItBeganWith() {
        PlanningProblem plant = GeneratedPlant.ofSize(2, 100).problem();
        PlanningProblem shop = Shops.jobShop(2, 15, 6);

        assertThat(cost(plant, found(plant, SETTINGS, 1, 2))).isLessThan(cost(plant, Shops.dispatched(plant)));
        assertThat(cost(shop, found(shop, SETTINGS, 1, 2))).isLessThan(cost(shop, Shops.dispatched(shop)));
        assertThat(cost(shop, found(shop, WINDOWS, 1, 2))).isLessThan(cost(shop, Shops.dispatched(shop)));
    }

    @Test
    void valuesGoBySize() {
        BySize values = BySize.parse("0:3000 800:5000 3000:1000");

        assertThat(values.at(799)).isEqualTo(3000);
        assertThat(values.at(800)).isEqualTo(5000);
        assertThat(values.at(100_000)).isEqualTo(1000);
        assertThat(BySize.parse(values.toString())).isEqualTo(values);
        assertThat(BySize.parse("7").at(5)).isEqualTo(7);
    }

    @Test
    void valuesBySizeThatCannotBeReadAreRefusedWithWhatIsWanted() {
        for (String text : new String[] {"", "many", "800:5000", "0:0", "0:3000 800:", "0:3000, 800:5000"}) {
            assertThatThrownBy(() -> BySize.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("wanted");
        }
    }

    private static int[][] found(PlanningProblem problem, SearchSettings settings, long seed, int threads) {
        Steps budget = new Steps(20_000);
        return new PlanSearch(problem, Shops.none(problem), Shops.WEIGHTS, settings, seed)
                .improve(Shops.dispatched(problem), () -> threads, budget, plan -> {});
    }

    private static WeighedCost cost(PlanningProblem problem, int[][] sequences) {
        return WeighedCost.of(Shops.timeline(problem, sequences).evaluation(), Shops.WEIGHTS);
    }

    private static final class Steps implements Budget {
        private long left;

        Steps(long left) {
            this.left = left;
        }

        @Override
        public boolean over() {
            return false;
        }

        @Override
        public void look() {}

        @Override
        public long stepsLeft() {
            return left;
        }

        @Override
        public void spent(long steps) {
            left -= steps;
        }
    }
}
