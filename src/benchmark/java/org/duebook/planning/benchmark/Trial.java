package org.duebook.planning.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.duebook.planning.solver.PlanSolver;
import org.duebook.planning.solver.SearchLimit;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.solver.SolverSettings;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;

/** One search with the delivered settings. */
final class Trial {
    static final SolverSettings SETTINGS = switch (SolverSettings.read(Path.of("solver-config"))) {
        case SolverSettings.Reading.Usable usable -> usable.settings();
        case SolverSettings.Reading.Refused refused ->
            throw new IllegalStateException(refused.faults().toString());
    };

    private Trial() {}

    static SolvedPlan search(PlanningProblem problem, int seconds, long seed) {
        return new PlanSolver(SETTINGS)
                .solve(
                        problem,
                        ReferencePlan.none(problem.operationCount()),
                        List.of(),
                        SearchLimit.of(Duration.ofSeconds(seconds)),
                        seed,
                        progress -> {},
                        () -> false);
    }

    static long movesPerSecond(SolvedPlan solved) {
        return solved.moves() * 1000 / Math.max(1, solved.elapsed().toMillis());
    }
}
