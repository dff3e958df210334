package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;

/**
 * One order more for a plant whose plan is published: the plant's problem with it, and the published plan with it put into
 * gaps, as an order is accepted.
 */
public record UrgentOrder(PlanningProblem problem, ReferencePlan reference, int[][] fitted) {

    /** @param plant gets the order, due at that minute */
    public static UrgentOrder into(GeneratedPlant plant, TimedPlan published, int dueMinute, int weight) {
        PlanningProblem before = plant.problem();
        plant.addOrder(dueMinute, weight);
        PlanningProblem problem = plant.problem();
        int known = before.operationCount();
        int[] machine = new int[problem.operationCount()];
        int[] start = new int[problem.operationCount()];
        Arrays.fill(machine, PlanningProblem.NONE);
        for (int o = 0; o < known; o++) {
            machine[o] = published.machine(o);
            start[o] = published.start(o);
        }
        ReferencePlan reference = new ReferencePlan(machine, start, 0);
        BoardDraft draft = Board.rigid(Timeline.of(before, ReferencePlan.none(known), published.sequences()))
                .draft();
        draft.insert(operations(problem, known, problem.operationCount()), 0);
        Board board = draft.done();
        int[][] fitted =
                IntStream.range(0, problem.machineCount()).mapToObj(board::row).toArray(int[][]::new);
        return new UrgentOrder(problem, reference, fitted);
    }

    /** Operations {@code from} to {@code to} of a problem, which wait only for each other, as they are put on a board. */
    static List<NewOperation> operations(PlanningProblem problem, int from, int to) {
        List<NewOperation> added = new ArrayList<>();
        for (int o = from; o < to; o++) {
            int operation = o;
            List<Option> options = IntStream.of(problem.eligibleMachines(o))
                    .mapToObj(m -> new Option(m, problem.minutes(operation, m)))
                    .toList();
            List<After> after = IntStream.of(problem.predecessors(o))
                    .mapToObj(p -> new After(p - from, problem.lag(p, operation)))
                    .toList();
            int outside = problem.outside(o) ? problem.outsideMinutes(o) : -1;
            added.add(new NewOperation(problem.setupState(o), problem.earliest(o), options, outside, after));
        }
        return added;
    }
}
