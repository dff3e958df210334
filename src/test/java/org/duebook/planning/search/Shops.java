package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NO_DUE;

import java.util.Random;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;

/** Problems for tests of the search, and plans to begin with. */
final class Shops {
    static final PlanningWeights WEIGHTS = new PlanningWeights(10, 10, 20, 2, 5, 0, 8, 24, 6, 20);

    private Shops() {}

    /** Jobs that visit all machines in an order of their own; what counts is when the last is done. */
    static PlanningProblem jobShop(long seed, int jobs, int machines) {
        Random random = new Random(seed);
        ProblemBuilder builder = new ProblemBuilder();
        openMachines(builder, machines);
        int[] last = new int[jobs];
        for (int j = 0; j < jobs; j++) {
            int before = PlanningProblem.NONE;
            int first = random.nextInt(machines);
            int step = 1 + 2 * random.nextInt(machines / 2);
            for (int k = 0; k < machines; k++) {
                int o = builder.operation(0, 0);
                builder.runsOn(o, (first + k * step) % machines, 1 + random.nextInt(99));
                if (before != PlanningProblem.NONE) {
                    builder.precedes(before, o, 0);
                }
                before = o;
            }
            last[j] = before;
        }
        builder.job(last, 0, NO_DUE, 1);
        return builder.build();
    }

    /** Every job passes the first machine, then the second; what counts is when the last is done. */
    static PlanningProblem flowShop(int[] first, int[] second) {
        ProblemBuilder builder = new ProblemBuilder();
        openMachines(builder, 2);
        int[] last = new int[first.length];
        for (int j = 0; j < first.length; j++) {
            int o = builder.operation(0, 0);
            last[j] = builder.operation(0, 0);
            builder.runsOn(o, 0, first[j]).runsOn(last[j], 1, second[j]).precedes(o, last[j], 0);
        }
        builder.job(last, 0, NO_DUE, 1);
        return builder.build();
    }

    /** One machine; every job is due at once and counts by its weight. */
    static PlanningProblem oneMachine(int[] minutes, int[] weights) {
        ProblemBuilder builder = new ProblemBuilder();
        openMachines(builder, 1);
        for (int j = 0; j < minutes.length; j++) {
            int o = builder.operation(0, 0);
            builder.runsOn(o, 0, minutes[j]);
            builder.job(new int[] {o}, 0, NO_DUE, weights[j]);
        }
        return builder.build();
    }

    private static void openMachines(ProblemBuilder builder, int count) {
        for (int m = 0; m < count; m++) {
            builder.machine(WorkingTime.always(), ChangeoverMatrix.none(), ChangeoverMatrix.UNKNOWN, 0);
        }
    }

    static int[][] dispatched(PlanningProblem problem) {
        return sequences(problem, Dispatch.plan(problem, none(problem), 6));
    }

    static int[][] bent(PlanningProblem problem, long seed) {
        return sequences(problem, Dispatch.plan(problem, none(problem), 6, 5, new Random(seed)));
    }

    static Timeline timeline(PlanningProblem problem, int[][] sequences) {
        return Timeline.of(problem, none(problem), sequences);
    }

    static ReferencePlan none(PlanningProblem problem) {
        return ReferencePlan.none(problem.operationCount());
    }

    private static int[][] sequences(PlanningProblem problem, TimedPlan plan) {
        return IntStream.range(0, problem.machineCount())
                .mapToObj(plan::sequence)
                .toArray(int[][]::new);
    }
}
