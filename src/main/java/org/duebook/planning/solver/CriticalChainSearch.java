package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.duebook.planning.timeline.Timeline;

/**
 * The phase that does most of the work: late acceptance straight on the timeline, with changes that begin at the chains
 * which make jobs late, and the undo log instead of undo moves. It hands its best plan to Timefold when it ends.
 */
public final class CriticalChainSearch implements PhaseCommand<SequencingPlan> {
    private double share = 1;
    private int history = 100;
    private long patience = 40_000;

    /** Custom property: the share of the search's time or steps this phase may take, above 0, at most 1. */
    public void setShare(double share) {
        this.share = share;
    }

    /** Custom property: a change is accepted when it is no worse than the plan of so many changes ago. */
    public void setHistory(int history) {
        this.history = history;
    }

    /** Custom property: after so many changes without a new best, the search goes on from the best. */
    public void setPatience(long patience) {
        this.patience = patience;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
        SequencingPlan plan = context.getWorkingSolution();
        int[][] sequences = new Search(plan).run();
        TakeOver.execute(context, sequences);
    }

    private final class Search {
        private final SearchRun run;
        private final Timeline timeline;
        private final Neighbourhood neighbourhood;
        private final SplittableRandom random;
        private final int machines;
        private final WeighedCost[] accepted = new WeighedCost[history];
        private int[][] best;
        private WeighedCost bestCost;
        private WeighedCost cost;
        private long sinceBest;

        Search(SequencingPlan plan) {
            run = plan.run();
            best = plan.sequences();
            machines = best.length;
            random = new SplittableRandom(run.seed());
            timeline = Timeline.of(run.problem(), run.reference(), best);
            neighbourhood = new Neighbourhood(timeline, random);
            cost = cost();
            bestCost = cost;
            Arrays.fill(accepted, cost);
        }

        int[][] run() {
            int at = 0;
            boolean over = neighbourhood.isEmpty() || timeline.looped();
            while (!over) {
                timeline.mark();
                boolean changed = neighbourhood.change();
                over = run.evaluatedOne() || run.past(share);
                if (changed && timeline.update() && accept(cost(), at)) {
                    timeline.keep();
                } else {
                    timeline.undo();
                }
                accepted[at] = cost;
                at = at + 1 == history ? 0 : at + 1;
                if (++sinceBest > patience) {
                    goOnFromTheBest();
                }
            }
            return best;
        }

        private boolean accept(WeighedCost candidate, int at) {
            if (candidate.compareTo(cost) > 0 && candidate.compareTo(accepted[at]) > 0) {
                return false;
            }
            cost = candidate;
            if (cost.compareTo(bestCost) < 0) {
                bestCost = cost;
                sinceBest = 0;
                for (int m = 0; m < machines; m++) {
                    best[m] = timeline.sequence(m);
                }
                run.bestIs(() -> run.timed(best));
            }
            return true;
        }

        private void goOnFromTheBest() {
            timeline.become(best);
            cost = cost();
            Arrays.fill(accepted, cost);
            sinceBest = 0;
        }

        private WeighedCost cost() {
            return WeighedCost.of(timeline.evaluation(), run.weights());
        }
    }
}
