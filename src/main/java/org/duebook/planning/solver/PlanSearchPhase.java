package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.util.ConfigUtils;
import java.util.List;
import java.util.Optional;
import org.duebook.planning.search.BySize;
import org.duebook.planning.search.PlanSearch;
import org.duebook.planning.search.SearchSettings;

/**
 * The phase that does most of the work: {@link PlanSearch} straight on the timeline, on both cores. It hands its best plan
 * to Timefold when it ends. Its custom properties are those of {@link SearchSettings}.
 *
 * <p>For a large problem it is all there is: Timefold is not started, because it keeps a bit for every pair of operations as
 * soon as it is given a problem with a list variable, whatever the moves and the value ranges.
 */
public final class PlanSearchPhase implements PhaseCommand<SequencingPlan> {
    private double share = 1;
    private int aloneFrom = 20_000;
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

    /** From so many operations on there is no other phase, and it takes the whole of the search's time or steps. */
    public void setAloneFrom(int aloneFrom) {
        this.aloneFrom = aloneFrom;
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

    /** This phase as configured, where it is to search so many operations alone. */
    static Optional<PlanSearchPhase> alone(SolverConfig config, int operations) {
        return Optional.ofNullable(config.getPhaseConfigList()).orElse(List.of()).stream()
                .filter(CustomPhaseConfig.class::isInstance)
                .map(CustomPhaseConfig.class::cast)
                .filter(phase -> Optional.ofNullable(phase.getCustomPhaseCommandClassList())
                        .orElse(List.of())
                        .contains(PlanSearchPhase.class))
                .map(PlanSearchPhase::of)
                .filter(phase -> operations >= phase.aloneFrom)
                .findFirst();
    }

    private static PlanSearchPhase of(CustomPhaseConfig config) {
        PlanSearchPhase phase = new PlanSearchPhase();
        ConfigUtils.applyCustomProperties(
                phase, "customPhaseCommandClass", config.getCustomProperties(), "customProperties");
        return phase;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
        SequencingPlan plan = context.getWorkingSolution();
        TakeOver.execute(context, improve(plan.run(), plan.sequences(), share));
    }

    /** Sequences by machine of the best plan it finds from where the run begins, in the whole of its limit. */
    int[][] improveAlone(SearchRun run) {
        return improve(run, run.first(), 1);
    }

    private int[][] improve(SearchRun run, int[][] start, double ofLimit) {
        SearchSettings settings = new SearchSettings(
                tasks, roundSteps, population, history, chainPopulation, chainPatience, windowsFrom, windowOperations);
        return new PlanSearch(run.problem(), run.reference(), run.weights(), settings, run.seed())
                .improve(start, run.threads(), run.share(ofLimit), better -> run.bestIs(() -> run.timed(better)));
    }
}
