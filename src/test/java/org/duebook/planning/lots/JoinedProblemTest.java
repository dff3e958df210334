package org.duebook.planning.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.duebook.catalog.LotSize;
import org.duebook.planning.checker.ScheduleChecker;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JoinedProblemTest {

    private static final int DAY = 1440;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void planInLotsIsAPlanOfThePlantAndEndsNothingLater(long seed) {
        GeneratedPlant plant = GeneratedPlant.small(seed);
        PlanningProblem problem = plant.problem();
        LikeWork like = like(problem, seed);
        LotForming forming = new LotForming(like);
        Lots lots = forming.filledUp(forming.dueWithin((int) (seed % 4) * DAY));
        JoinedProblem joined = new JoinedProblem(problem, lots);

        TimedPlan inLots = Dispatch.plan(
                joined.problem(), ReferencePlan.none(joined.problem().operationCount()), 4);
        int[][] unfolded = joined.unfold(sequences(inLots));
        TimedPlan plan = Timeline.of(problem, ReferencePlan.none(problem.operationCount()), unfolded)
                .timedPlan();

        assertThat(plan.evaluation().loopFree()).isTrue();
        assertThat(ScheduleChecker.check(plant.description(30), GeneratedPlant.schedule(plan)))
                .isEmpty();
        assertThat(IntStream.range(0, problem.operationCount()))
                .allSatisfy(o -> assertThat(plan.end(o)).isLessThanOrEqualTo(inLots.end(lots.lotOf(o))));
        assertThat(plan.evaluation().changeoverMinutes())
                .isEqualTo(inLots.evaluation().changeoverMinutes());
        assertThat(joined.fold(unfolded)).isDeepEqualTo(sequences(inLots));
        assertThat(lots.joined())
                .allSatisfy(lot -> assertThat(like.quantity(lot)).isLessThanOrEqualTo(Quantity.of(40, Unit.PIECES)));
    }

    @Test
    void generatedPlantsHaveLots() {
        long withLots = seeds().filter(seed -> {
                    PlanningProblem problem = GeneratedPlant.small(seed).problem();
                    return !new LotForming(like(problem, seed))
                            .dueWithin(3 * DAY)
                            .isEmpty();
                })
                .count();

        assertThat(withLots).isGreaterThan(50);
    }

    @Test
    void lotStoodWhereItsMembersStoodAsFarAsTheyStoodTogether() {
        ProblemBuilder builder = new ProblemBuilder();
        WorkingTime open = WorkingTime.of(new int[] {0}, new int[] {7 * DAY}, 7 * DAY);
        builder.machine(open, ChangeoverMatrix.none(), 0, 0);
        builder.machine(open, ChangeoverMatrix.none(), 0, 0);
        for (int o = 0; o < 4; o++) {
            builder.operation(0, 0);
            builder.runsOn(o, 0, 10).runsOn(o, 1, 10);
        }
        Lots lots = Lots.of(4, List.of(new int[] {2, 0}, new int[] {1, 3}));
        JoinedProblem joined = new JoinedProblem(builder.build(), lots);

        ReferencePlan folded =
                joined.fold(new ReferencePlan(new int[] {0, 0, 0, 1}, new int[] {100, 200, 300, 400}, 60));

        assertThat(folded.machine()).containsExactly(0, PlanningProblem.NONE);
        assertThat(folded.start()).containsExactly(300, 200);
        assertThat(folded.tolerance()).isEqualTo(60);
    }

    /** Alike is what the same machines do in the same state at the same depth of an order; 8 to 24 pieces each. */
    private static LikeWork like(PlanningProblem problem, long seed) {
        Random random = new Random(seed);
        Map<String, Integer> numbers = new HashMap<>();
        int[] kinds = new int[problem.operationCount()];
        List<Quantity> quantities = new ArrayList<>();
        for (int o = 0; o < kinds.length; o++) {
            String kind = depth(problem, o) + "/" + problem.setupState(o) + "/"
                    + Arrays.toString(problem.eligibleMachines(o));
            kinds[o] = numbers.computeIfAbsent(kind, key -> numbers.size());
            quantities.add(Quantity.of(8 + random.nextInt(17), Unit.PIECES));
        }
        LotSize size = new LotSize(Quantity.of(20, Unit.PIECES), null, Quantity.of(40, Unit.PIECES));
        return LikeWork.of(
                problem,
                kinds,
                quantities,
                IntStream.range(0, numbers.size()).mapToObj(kind -> size).toList());
    }

    private static int depth(PlanningProblem problem, int o) {
        return 1
                + IntStream.of(problem.predecessors(o))
                        .map(before -> depth(problem, before))
                        .max()
                        .orElse(0);
    }

    private static int[][] sequences(TimedPlan plan) {
        return IntStream.range(0, plan.machineCount()).mapToObj(plan::sequence).toArray(int[][]::new);
    }
}
