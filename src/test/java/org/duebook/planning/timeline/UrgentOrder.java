package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.GapInsertion.Insertion;
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
        ReferencePlan reference = new ReferencePlan(machine.clone(), start.clone(), 0);
        Insertion insertion = GapInsertion.insert(Board.of(before, published, new long[known]), added(problem, known));
        insertion.placements().forEach(placement -> {
            machine[known + placement.operation()] = placement.machine();
            start[known + placement.operation()] = placement.start();
        });
        int[][] fitted = new int[problem.machineCount()][];
        for (int m = 0; m < fitted.length; m++) {
            int on = m;
            int[] frozen = problem.frozen[m];
            IntStream others = IntStream.range(0, machine.length)
                    .filter(o -> machine[o] == on && Arrays.stream(frozen).noneMatch(f -> f == o))
                    .boxed()
                    .sorted(Comparator.comparing(o -> start[o]))
                    .mapToInt(Integer::intValue);
            fitted[m] = IntStream.concat(Arrays.stream(frozen), others).toArray();
        }
        return new UrgentOrder(problem, reference, fitted);
    }

    private static List<NewOperation> added(PlanningProblem problem, int known) {
        List<NewOperation> added = new ArrayList<>();
        for (int o = known; o < problem.operationCount(); o++) {
            int operation = o;
            List<Option> options = IntStream.of(problem.eligibleMachines(o))
                    .mapToObj(m -> new Option(m, problem.minutes(operation, m)))
                    .toList();
            List<After> after = IntStream.of(problem.predecessors(o))
                    .mapToObj(p -> new After(p - known, problem.lag(p, operation)))
                    .toList();
            int outside = problem.outside(o) ? problem.outsideMinutes(o) : -1;
            added.add(new NewOperation(o, problem.setupState(o), problem.earliest(o), options, outside, after));
        }
        return added;
    }
}
