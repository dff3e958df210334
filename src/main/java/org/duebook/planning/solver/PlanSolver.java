package org.duebook.planning.solver;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;

/** Searches a plan. Thread-safe; each call runs in the calling thread and holds no state afterwards. */
public final class PlanSolver {
    private final SolverSettings settings;

    public PlanSolver(SolverSettings settings) {
        this.settings = settings;
    }

    /**
     * The same problem, reference, settings, seed and number of steps give the identical plan.
     *
     * @param reference the plan whose operations should stay where they are
     * @param progress called from the searching thread, at most five times a second and once at the end
     * @param stop polled at least every 200 ms; once true, the best plan so far is returned
     */
    public SolvedPlan solve(
            PlanningProblem problem,
            ReferencePlan reference,
            SearchLimit limit,
            long seed,
            Consumer<SearchProgress> progress,
            BooleanSupplier stop) {
        throw new UnsupportedOperationException(
                "solve " + settings + problem + reference + limit + seed + progress + stop);
    }
}
