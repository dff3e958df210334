package org.duebook.planning.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatchTest {
    @Test
    void urgentWorkGoesFirst() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int relaxed = b.operation(0, 0);
        int urgent = b.operation(0, 0);
        b.runsOn(relaxed, m, 60).runsOn(urgent, m, 60);
        b.job(new int[] {relaxed}, 5000, PlanningProblem.NO_DUE, 1);
        b.job(new int[] {urgent}, 70, PlanningProblem.NO_DUE, 1);

        assertThat(plan(b).sequence(m)).containsExactly(urgent, relaxed);
    }

    @Test
    void amongEquallyUrgentTheCheapSetupGoesFirst() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.of(new int[][] {{0, 90}, {90, 0}}), 1, 0);
        int dear = b.operation(0, 0);
        int cheap = b.operation(1, 0);
        b.runsOn(dear, m, 60).runsOn(cheap, m, 60);
        b.job(new int[] {dear}, 300, PlanningProblem.NO_DUE, 1);
        b.job(new int[] {cheap}, 300, PlanningProblem.NO_DUE, 1);

        assertThat(plan(b).sequence(m)).containsExactly(cheap, dear);
    }

    @Test
    void frozenWorkGoesFirstEvenWhenTheMachineMustWaitForIt() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int urgent = b.operation(0, 0);
        int frozen = b.operation(0, 500);
        b.runsOn(urgent, m, 60).runsOn(frozen, m, 60).freeze(m, frozen);
        b.job(new int[] {urgent}, 60, PlanningProblem.NO_DUE, 9);

        TimedPlan plan = plan(b);

        assertThat(plan.sequence(m)).containsExactly(frozen, urgent);
        assertThat(plan.start(frozen)).isEqualTo(500);
    }

    @Test
    void everyOperationIsPlannedOnceAndTheSameEachTime() {
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            ReferencePlan none = ReferencePlan.none(problem.operationCount());

            TimedPlan plan = Dispatch.plan(problem, none, 2);

            int[] planned = IntStream.range(0, plan.machineCount())
                    .flatMap(m -> IntStream.of(plan.sequence(m)))
                    .sorted()
                    .toArray();
            int[] wanted = IntStream.range(0, problem.operationCount())
                    .filter(o -> !problem.outside(o))
                    .toArray();
            assertThat(planned).containsExactly(wanted);
            assertThat(Dispatch.plan(problem, none, 2)).isEqualTo(plan);
        }
    }

    @Test
    void lookAheadOfZeroIsRefused() {
        PlanningProblem problem = GeneratedPlant.small(1).problem();

        assertThatThrownBy(() -> Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TimedPlan plan(ProblemBuilder b) {
        PlanningProblem problem = b.build();
        return Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 2);
    }
}
