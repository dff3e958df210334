package org.duebook.planning.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.duebook.catalog.LotSize;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.Test;

/** Two machines that are always open; going from one of two colours to the other takes 30 minutes. */
class LotGatheringTest {

    private static final int DAY = 1440;
    private static final int RED = 0;
    private static final int BLUE = 1;

    private final ProblemBuilder builder = new ProblemBuilder();
    private final List<Integer> kinds = new ArrayList<>();
    private final List<Quantity> quantities = new ArrayList<>();
    private int setup = 30;
    private LotSize size = LotSize.ANY;

    @Test
    void laterOrderIsMadeWithTheEarlierOneWhereThatSavesAChangeover() {
        machines();
        int red = order(RED, DAY);
        int blue = order(BLUE, DAY);
        int later = order(RED, DAY);

        assertThat(gathered(new int[] {red, blue, later}, new int[] {}))
                .isDeepEqualTo(new int[][] {{red, later, blue}, {}});
    }

    @Test
    void earlierOrderWaitsForTheLaterOneWhereAPromiseIsBetterKeptSo() {
        machines();
        int red = order(RED, DAY);
        int blue = order(BLUE, 130);
        int later = order(RED, DAY);
        order(BLUE, 130);

        // Red takes 60 minutes, the changeover 30, blue 60: with the other red before it blue would end 20 minutes
        // late.
        int[][] plan = {{red, blue, later}, {3}};

        assertThat(gathered(plan)).isDeepEqualTo(new int[][] {{blue, red, later}, {3}});
    }

    @Test
    void ordersOnTwoMachinesAreBroughtTogetherOnOne() {
        machines();
        int red = order(RED, DAY);
        int blue = order(BLUE, DAY);
        int later = order(RED, DAY);

        assertThat(gathered(new int[] {red}, new int[] {blue, later}))
                .isDeepEqualTo(new int[][] {{red, later}, {blue}});
    }

    @Test
    void lotsBelowTheMinimumAreFilledEvenWhereNoChangeoverIsSaved() {
        setup = 0;
        machines();
        int red = order(RED, DAY);
        int blue = order(BLUE, DAY);
        int later = order(RED, DAY);
        size = new LotSize(Quantity.of(15, Unit.PIECES), null, null);

        assertThat(gathered(new int[] {red, blue, later}, new int[] {}))
                .isDeepEqualTo(new int[][] {{red, later, blue}, {}});

        size = LotSize.ANY;
        assertThat(gathered(new int[] {red, blue, later}, new int[] {}))
                .isDeepEqualTo(new int[][] {{red, blue, later}, {}});
    }

    @Test
    void lotsAreNotFilledWhereAPromiseWouldSuffer() {
        setup = 0;
        machines();
        int red = order(RED, 60);
        int blue = order(BLUE, 120);
        int later = order(RED, DAY);
        size = new LotSize(Quantity.of(15, Unit.PIECES), null, null);

        assertThat(gathered(new int[] {red, blue, later}, new int[] {}))
                .isDeepEqualTo(new int[][] {{red, blue, later}, {}});
    }

    private void machines() {
        ChangeoverMatrix changeovers =
                setup == 0 ? ChangeoverMatrix.none() : ChangeoverMatrix.of(new int[][] {{0, setup}, {setup, 0}});
        WorkingTime open = WorkingTime.of(new int[] {0}, new int[] {7 * DAY}, 7 * DAY);
        builder.machine(open, changeovers, RED, 0);
        builder.machine(open, changeovers, RED, 0);
    }

    /** An order of 10 pieces that takes an hour. */
    private int order(int colour, int due) {
        int operation = builder.operation(colour, 0);
        builder.runsOn(operation, 0, 60).runsOn(operation, 1, 60);
        builder.job(new int[] {operation}, due, due, 1);
        kinds.add(colour);
        quantities.add(Quantity.of(10, Unit.PIECES));
        return operation;
    }

    private int[][] gathered(int[]... plan) {
        PlanningProblem problem = builder.build();
        ReferencePlan reference = ReferencePlan.none(problem.operationCount());
        LikeWork like = LikeWork.of(
                problem, kinds.stream().mapToInt(Integer::intValue).toArray(), quantities, List.of(size, size));
        PlanningWeights weights = new PlanningWeights(10, 10, 20, 2, 5, 0, 8, 24, 6, 20);
        return LotGathering.of(
                like,
                Timeline.of(problem, reference, plan).timedPlan(),
                reference,
                evaluation -> WeighedCost.of(evaluation, weights),
                () -> true);
    }
}
