package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.StringReader;
import java.util.Arrays;
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
     * @param known sequences by machine of a plan that is known, such as the published one; the search begins with it
     *     where it is better than the dispatch rule's. Empty when there is none.
     * @param progress called from the searching thread, at most five times a second and once at the end
     * @param stop polled at least every 200 ms; once true, the best plan so far is returned
     */
    public SolvedPlan solve(
            PlanningProblem problem,
            ReferencePlan reference,
            int[][] known,
            SearchLimit limit,
            long seed,
            Consumer<SearchProgress> progress,
            BooleanSupplier stop) {
        PlanningWeights weights = settings.weights();
        ReferencePlan tolerant = reference.withTolerance(weights.movedToleranceHours() * 60);
        TimedPlan dispatch = Dispatch.plan(problem, tolerant, weights.lookAhead());
        TimedPlan first = better(dispatch, known, problem, tolerant);
        SearchRun run = new SearchRun(problem, tolerant, weights, limit, seed, progress, stop, first);
        SequencingPlan best = search(run);
        TimedPlan found = timed(run, best);
        WeighedCost dispatchCost = cost(dispatch);
        TimedPlan plan = cost(found).compareTo(cost(first)) < 0 ? found : first;
        run.bestIs(plan::evaluation);
        run.report();
        return new SolvedPlan(plan, cost(plan), dispatch, dispatchCost, run.evaluated(), run.elapsed(), run.stopped());
    }

    private TimedPlan better(TimedPlan dispatch, int[][] known, PlanningProblem problem, ReferencePlan reference) {
        if (Arrays.stream(known).mapToInt(sequence -> sequence.length).sum() < sequenced(dispatch)) {
            return dispatch;
        }
        Timeline timeline = Timeline.of(problem, reference, known);
        return timeline.looped() || cost(timeline.timedPlan()).compareTo(cost(dispatch)) >= 0
                ? dispatch
                : timeline.timedPlan();
    }

    private static int sequenced(TimedPlan plan) {
        int operations = 0;
        for (int m = 0; m < plan.machineCount(); m++) {
            operations += plan.sequence(m).length;
        }
        return operations;
    }

    private WeighedCost cost(TimedPlan plan) {
        return WeighedCost.of(plan.evaluation(), settings.weights());
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
