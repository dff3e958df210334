package org.duebook.planning.search;

import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;

/**
 * Searches a better plan in rounds of tasks that work side by side; after each round their results are put together in the
 * order of the tasks, so that the same seed and number of steps give the same plan whatever the threads did.
 */
public final class PlanSearch {
    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final SearchSettings settings;
    private final long seed;

    public PlanSearch(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            SearchSettings settings,
            long seed) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * The best plan found, the start where nothing was better.
     *
     * @param start sequences by machine, the frozen operations first
     * @param threads how many tasks of a round may run at once, asked again and again
     * @param better takes each better plan, between rounds
     */
    public int[][] improve(int[][] start, IntSupplier threads, Budget budget, Consumer<int[][]> better) {
        Movable movable = new Movable(problem);
        if (movable.count() == 0) {
            return start;
        }
        boolean oneCompletion = problem.jobCount() == 1 && problem.neverCloses();
        try (Crew crew = new Crew(threads, budget)) {
            if (oneCompletion && movable.count() >= settings.windowsFrom()) {
                return new WindowRounds(problem, reference, weights, settings, movable, seed)
                        .improve(start, crew, budget, better);
            }
            int size = movable.count();
            PopulationRounds rounds = oneCompletion
                    ? new PopulationRounds(
                            problem,
                            reference,
                            weights,
                            () -> new ChainTabu(problem, reference, weights, settings.chainPatience()),
                            new Population(settings.chainPopulation(), size),
                            seed)
                    : new PopulationRounds(
                            problem,
                            reference,
                            weights,
                            () -> new LateAcceptance(
                                    problem,
                                    reference,
                                    weights,
                                    settings.history().at(size)),
                            new Population(settings.population().at(size), size),
                            seed);
            return rounds.improve(start, settings, crew, budget, better);
        }
    }
}
