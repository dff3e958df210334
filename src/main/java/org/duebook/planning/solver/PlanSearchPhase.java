package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import org.duebook.planning.search.PlanSearch;
import org.duebook.planning.search.SearchSettings;

/**
 * The phase that does most of the work: {@link PlanSearch} straight on the timeline, on both cores. It hands its best plan
 * to Timefold when it ends.
 */
public final class PlanSearchPhase implements PhaseCommand<SequencingPlan> {
    private double share = 1;
    private int tasks = 2;
    private int population = 20;
    private long roundSteps = 30_000;
    private long patience = 12_000;
    private int history = 100;
    private int windowsFrom = 2_000;
    private int windowOperations = 1_000;

    /** Custom property: the share of the search's time or steps this phase may take, above 0, at most 1. */
    public void setShare(double share) {
        this.share = share;
    }

    /** Custom property: how many searches of a round work side by side. */
    public void setTasks(int tasks) {
        this.tasks = tasks;
    }

    /** Custom property: how many plans are kept to go on from. */
    public void setPopulation(int population) {
        this.population = population;
    }

    /** Custom property: how many changes each search of a round may try. */
    public void setRoundSteps(long roundSteps) {
        this.roundSteps = roundSteps;
    }

    /** Custom property: after so many changes without a better plan a search gives up. */
    public void setPatience(long patience) {
        this.patience = patience;
    }

    /** Custom property: late acceptance compares with the plan of so many changes ago. */
    public void setHistory(int history) {
        this.history = history;
    }

    /** Custom property: from how many operations on stretches of time are searched on their own. */
    public void setWindowsFrom(int windowsFrom) {
        this.windowsFrom = windowsFrom;
    }

    /** Custom property: how many operations such a stretch holds. */
    public void setWindowOperations(int windowOperations) {
        this.windowOperations = windowOperations;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
        SequencingPlan plan = context.getWorkingSolution();
        SearchRun run = plan.run();
        SearchSettings settings =
                new SearchSettings(tasks, population, roundSteps, patience, history, windowsFrom, windowOperations);
        int[][] best = new PlanSearch(run.problem(), run.reference(), run.weights(), settings, run.seed())
                .improve(
                        plan.sequences(),
                        Runtime.getRuntime()::availableProcessors,
                        run.share(share),
                        better -> run.bestIs(() -> run.timed(better)));
        TakeOver.execute(context, best);
    }
}
