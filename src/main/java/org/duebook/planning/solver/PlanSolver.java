package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.duebook.planning.search.Calming;
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
    private final IntSupplier threads;

    public PlanSolver(SolverSettings settings) {
        this(settings, Runtime.getRuntime()::availableProcessors);
    }

    /** @param threads how many may search at once, asked again and again; the plan does not depend on it */
    public PlanSolver(SolverSettings settings, IntSupplier threads) {
        this.settings = settings;
        this.threads = threads;
    }

    /**
     * The same problem, reference, settings, seed and number of steps give the identical plan. Where operations were
     * published, it goes out from there and moves as few of them as the gain is worth.
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
        List<TimedPlan> whole = whole(known, problem, tolerant, dispatch);
        TimedPlan first = dispatch;
        for (TimedPlan plan : whole) {
            first = cost(plan).compareTo(cost(first)) < 0 ? plan : first;
        }
        SearchRun run =
                new SearchRun(problem, tolerant, weights, threads, limit, seed, progress, stop, dispatch, first);
        boolean calms = !whole.isEmpty() && Calming.isWanted(tolerant, weights);
        TimedPlan plan = calms ? calmed(run, whole) : searched(run, first);
        SolvedPlan solved = new SolvedPlan(
                plan, cost(plan), dispatch, cost(dispatch), run.evaluated(), run.elapsed(), run.stopped());
        progress.accept(solved.end());
        return solved;
    }

    private TimedPlan searched(SearchRun run, TimedPlan first) {
        TimedPlan found = run.timed(search(run));
        // A search whose time was over before its first plan was whole gives back a part of one.
        boolean isWhole = sequenced(found) == sequenced(first);
        return isWhole && cost(found).compareTo(cost(first)) < 0 ? found : first;
    }

    private static TimedPlan calmed(SearchRun run, List<TimedPlan> whole) {
        List<TimedPlan> known = new ArrayList<>(whole);
        known.add(run.dispatch());
        Calming calming = new Calming(run.problem(), run.reference(), run.weights(), known, run.seed());
        run.bestIs(calming::calmest);
        return calming.calm(run.limit().time(), run.threads(), run.share(1));
    }

    /** Of sequences that are known those that plan every operation and close no loop. */
    private static List<TimedPlan> whole(
            List<int[][]> known, PlanningProblem problem, ReferencePlan reference, TimedPlan dispatch) {
        return known.stream()
                .filter(sequences -> Arrays.stream(sequences)
                                .mapToInt(sequence -> sequence.length)
                                .sum()
                        == sequenced(dispatch))
                .map(sequences -> Timeline.of(problem, reference, sequences))
                .filter(timeline -> !timeline.looped())
                .map(Timeline::timedPlan)
                .toList();
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

    private int[][] search(SearchRun run) {
        SolverConfig config = config(settings.solverXml());
        int operations = run.problem().operationCount();
        return PlanSearchPhase.alone(config, operations)
                .map(phase -> phase.improveAlone(run))
                .orElseGet(() -> withTimefold(config, run));
    }

    private static int[][] withTimefold(SolverConfig delivered, SearchRun run) {
        SolverConfig config = delivered
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
        return solver.solve(new SequencingPlan(run)).sequences();
    }
}
