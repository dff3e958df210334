package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import org.duebook.planning.search.BySize;
import org.duebook.planning.search.PlanSearch;
import org.duebook.planning.search.SearchSettings;

/**
 * The phase that does most of the work: {@link PlanSearch} straight on the timeline, on both cores. It hands its best plan
 * to Timefold when it ends. Its custom properties are those of {@link SearchSettings}.
 */
public final class PlanSearchPhase implements PhaseCommand<SequencingPlan> {
    private double share = 1;
    private int tasks = 2;
    private long roundSteps = 60_000;
    private BySize population = BySize.always(4);
    private BySize history = BySize.always(1_000);
    private int chainPopulation = 20;
    private long chainPatience = 12_000;
    private int windowsFrom = 5_000;
    private int windowOperations = 2_500;

    /** The share of the search's time or steps this phase may take, above 0, at most 1. */
    public void setShare(double share) {
        this.share = share;
    }

    public void setTasks(int tasks) {
        this.tasks = tasks;
    }

    public void setRoundSteps(long roundSteps) {
        this.roundSteps = roundSteps;
    }

    /** By size, see {@link BySize#parse}. */
    public void setPopulation(String population) {
        this.population = BySize.parse(population);
    }

    /** By size, see {@link BySize#parse}. */
    public void setHistory(String history) {
        this.history = BySize.parse(history);
    }

    public void setChainPopulation(int chainPopulation) {
        this.chainPopulation = chainPopulation;
    }

    public void setChainPatience(long chainPatience) {
        this.chainPatience = chainPatience;
    }

    public void setWindowsFrom(int windowsFrom) {
        this.windowsFrom = windowsFrom;
    }

    public void setWindowOperations(int windowOperations) {
        this.windowOperations = windowOperations;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
        SequencingPlan plan = context.getWorkingSolution();
        SearchRun run = plan.run();
        SearchSettings settings = new SearchSettings(
                tasks, roundSteps, population, history, chainPopulation, chainPatience, windowsFrom, windowOperations);
        int[][] best = new PlanSearch(run.problem(), run.reference(), run.weights(), settings, run.seed())
                .improve(
                        plan.sequences(),
                        run.threads(),
                        run.share(share),
                        better -> run.bestIs(() -> run.timed(better)));
        TakeOver.execute(context, best);
    }
}
