package org.duebook.planning.solver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;

/** Prints what a search brings over the dispatch rule: operations, seconds, seed, solver XML (optional). Not a test. */
final class PlantMeasurement {
    private PlantMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        int operations = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        SolverSettings settings = PlanSolverTest.SETTINGS;
        if (arguments.length > 3) {
            settings = new SolverSettings(settings.weights(), Files.readString(Path.of(arguments[3])));
        }
        PlanningProblem problem = GeneratedPlant.ofSize(seed, operations).problem();
        SolvedPlan solved = new PlanSolver(settings)
                .solve(
                        problem,
                        ReferencePlan.none(problem.operationCount()),
                        PlanSolverTest.NOTHING_KNOWN,
                        SearchLimit.of(Duration.ofSeconds(seconds)),
                        1,
                        p -> {},
                        () -> false);
        System.out.printf(
                "%d operations, %d machines, %d jobs%n  dispatch %s%n  search   %s%n  %d moves in %s = %d/s%n",
                problem.operationCount(),
                problem.machineCount(),
                problem.jobCount(),
                solved.dispatch().evaluation(),
                solved.plan().evaluation(),
                solved.moves(),
                solved.elapsed(),
                solved.moves() * 1000 / solved.elapsed().toMillis());
    }
}
