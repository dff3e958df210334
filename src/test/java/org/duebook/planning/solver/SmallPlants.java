package org.duebook.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.ScheduleChecker;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.WrittenPlan;

/** Random small plants, each generated, searched and its plan judged by code that shares nothing with the search. */
final class SmallPlants {
    private static final SearchLimit LIMIT = SearchLimit.ofSteps(400);
    /** No plan of a small plant ends later. */
    private static final int WEEKS = 20;

    private SmallPlants() {}

    /** What is wrong with the plans of plants {@code from} to {@code to} - 1, searched on all cores. */
    static List<String> faults(long from, long to) {
        return LongStream.range(from, to)
                .parallel()
                .mapToObj(SmallPlants::faults)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> faults(long seed) {
        GeneratedPlant plant = GeneratedPlant.small(seed);
        PlanningProblem problem = plant.problem();
        SolvedPlan solved = new PlanSolver(PlanSolverTest.SETTINGS)
                .solve(
                        problem,
                        ReferencePlan.none(problem.operationCount()),
                        PlanSolverTest.NOTHING_KNOWN,
                        LIMIT,
                        seed,
                        p -> {},
                        () -> false);
        List<String> faults = new ArrayList<>();
        List<Scheduled> schedule = WrittenPlan.of(solved.plan());
        ScheduleChecker.check(plant.description(WEEKS), schedule)
                .forEach(violation -> faults.add("plant " + seed + ": " + violation));
        if (plant.weightedLateMinutes(schedule) != solved.plan().evaluation().latePromised()
                || plant.changeoverMinutes(schedule)
                        != solved.plan().evaluation().changeoverMinutes()) {
            faults.add("plant " + seed + " is late by " + plant.weightedLateMinutes(schedule) + " with "
                    + plant.changeoverMinutes(schedule) + " min of setup, but the plan says "
                    + solved.plan().evaluation());
        }
        if (solved.cost().compareTo(solved.dispatchCost()) > 0) {
            faults.add("plant " + seed + ": " + solved.cost() + " is worse than dispatch " + solved.dispatchCost());
        }
        faults.addAll(displaced(seed, problem, solved.plan()));
        return faults;
    }

    /** Machines whose frozen operations do not come first. */
    private static List<String> displaced(long seed, PlanningProblem problem, TimedPlan plan) {
        List<String> faults = new ArrayList<>();
        for (int m = 0; m < problem.machineCount(); m++) {
            int[] frozen = problem.frozen(m);
            if (!Arrays.equals(frozen, Arrays.copyOf(plan.sequence(m), frozen.length))) {
                faults.add("plant " + seed + ", machine " + m + ": " + Arrays.toString(frozen) + " do not lead "
                        + Arrays.toString(plan.sequence(m)));
            }
        }
        return faults;
    }
}
