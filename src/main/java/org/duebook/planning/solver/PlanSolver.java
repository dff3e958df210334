package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.search.WeighedCost;
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
     * @param known sequences by machine of plans that are known, such as the published one; the search begins with the
     *     best of them that is better than the dispatch rule's
     * @param progress called from the searching thread, at most five times a second and once at the end
     * @param stop polled at least every 200 ms; once true, the best plan so far is returned
     */
    public SolvedPlan solve(
            PlanningProblem problem,
            ReferencePlan reference,
            List<int[][]> known,
            SearchLimit limit,
            long seed,
            Consumer<SearchProgress> progress,
            BooleanSupplier stop) {
        PlanningWeights weights = settings.weights();
        ReferencePlan tolerant = reference.withTolerance(weights.movedToleranceHours() * 60);
        TimedPlan dispatch = Dispatch.plan(problem, tolerant, weights.lookAhead());
        TimedPlan first = dispatch;
        for (int[][] sequences : known) {
            first = better(first, sequences, problem, tolerant);
        }
        SearchRun run = new SearchRun(problem, tolerant, weights, limit, seed, progress, stop, dispatch, first);
        SequencingPlan best = search(run);
        TimedPlan found = run.timed(best.sequences());
        WeighedCost dispatchCost = cost(dispatch);
        // A search whose time was over before its first plan was whole gives back a part of one.
        boolean whole = sequenced(found) == sequenced(first);
        TimedPlan plan = whole && cost(found).compareTo(cost(first)) < 0 ? found : first;
        SolvedPlan solved =
                new SolvedPlan(plan, cost(plan), dispatch, dispatchCost, run.evaluated(), run.elapsed(), run.stopped());
        progress.accept(solved.end());
        return solved;
    }

    private TimedPlan better(TimedPlan plan, int[][] known, PlanningProblem problem, ReferencePlan reference) {
        if (Arrays.stream(known).mapToInt(sequence -> sequence.length).sum() < sequenced(plan)) {
            return plan;
        }
        Timeline timeline = Timeline.of(problem, reference, known);
        return timeline.looped() || cost(timeline.timedPlan()).compareTo(cost(plan)) >= 0 ? plan : timeline.timedPlan();
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
                run.bestIs(() -> run.timed(best.sequences()));
            }
        });
        return solver.solve(new SequencingPlan(run));
    }
}
