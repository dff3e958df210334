package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;

/** Searches a plan. Thread-safe; each call runs in the calling thread and holds no state afterwards. */
public final class PlanSolver {
    private final SolverSettings settings;

    public PlanSolver(SolverSettings settings) {
        this.settings = settings;
    }

    /**
     * The same problem, reference, settings, seed and number of steps give the identical plan.
     *
     * @param reference the plan whose operations should stay where they are; its tolerance is set from the weights
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
        PlanningWeights weights = settings.weights();
        ReferencePlan tolerant = reference.withTolerance(weights.movedToleranceHours() * 60);
        TimedPlan dispatch = Dispatch.plan(problem, tolerant, weights.lookAhead());
        SearchRun run = new SearchRun(problem, tolerant, weights, limit, seed, progress, stop, dispatch.evaluation());
        SequencingPlan best = search(run);
        TimedPlan found = timed(run, best);
        WeighedCost dispatchCost = WeighedCost.of(dispatch.evaluation(), weights);
        WeighedCost foundCost = WeighedCost.of(found.evaluation(), weights);
        boolean better = foundCost.compareTo(dispatchCost) < 0;
        TimedPlan plan = better ? found : dispatch;
        run.bestIs(plan::evaluation);
        run.report();
        return new SolvedPlan(
                plan,
                better ? foundCost : dispatchCost,
                dispatch,
                dispatchCost,
                run.evaluated(),
                run.elapsed(),
                run.stopped());
    }

    /** What is wrong with a solver configuration, if anything; Timefold's own words. */
    static Optional<String> faultIn(String solverXml) {
        try {
            SolverFactory.<SequencingPlan>create(config(solverXml)).buildSolver();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static SolverConfig config(String solverXml) {
        return SolverConfig.createFromXmlReader(new StringReader(solverXml))
                .withClassLoader(PlanSolver.class.getClassLoader());
    }

    private SequencingPlan search(SearchRun run) {
        SolverConfig config = config(settings.solverXml())
                .withRandomSeed(run.seed())
                .withTerminationSpentLimit(run.limit().time());
        Solver<SequencingPlan> solver =
                SolverFactory.<SequencingPlan>create(config).buildSolver();
        run.onOver(solver::terminateEarly);
        solver.addEventListener(event -> {
            SequencingPlan best = event.getNewBestSolution();
            if (event.isNewBestSolutionInitialized()) {
                run.bestIs(() -> timed(run, best).evaluation());
            }
        });
        return solver.solve(new SequencingPlan(run));
    }

    private static TimedPlan timed(SearchRun run, SequencingPlan plan) {
        return Timeline.of(run.problem(), run.reference(), plan.sequences()).timedPlan();
    }
}
