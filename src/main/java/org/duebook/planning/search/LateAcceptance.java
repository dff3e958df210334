package org.duebook.planning.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Timeline;

/**
 * Late acceptance (Burke and Bykov 2017) straight on the timeline, for problems where many dates count: every change is
 * made, timed exactly and undone unless the plan is no worse than it was, or than the plan of so many changes ago.
 */
final class LateAcceptance implements Kernel {
    private static final int STEPS_PER_LOOK = 16;

    private final Timeline timeline;
    private final Neighbourhood neighbourhood;
    private final PlanningWeights weights;
    private final WeighedCost[] accepted;
    private long steps;

    /** @param history a change is accepted when it is no worse than the plan of so many changes ago */
    LateAcceptance(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights, int history) {
        this.weights = weights;
        jobs = problem.jobCount();
        timeline = new Timeline(problem, reference);
        neighbourhood = new Neighbourhood(timeline);
        accepted = new WeighedCost[history];
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public Plan improve(int[][] start, long most, long patience, RandomGenerator random, BooleanSupplier over) {
        timeline.become(start);
        WeighedCost cost = cost();
        WeighedCost bestCost = cost;
        int[][] best = timeline.sequences();
        timeline.copyChanged(best);
        Arrays.fill(accepted, cost);
        long lastBest = 0;
        boolean possible = !neighbourhood.isEmpty() && !timeline.looped();
        for (long step = 0; possible && step < most && step - lastBest < patience; step++) {
            if (step % STEPS_PER_LOOK == 0 && over.getAsBoolean()) {
                break;
            }
            steps++;
            int at = (int) (step % accepted.length);
            timeline.mark();
            if (neighbourhood.change(random) && timeline.update(most(cost, accepted[at])) && accepts(cost(), cost, accepted[at])) {
                timeline.keep();
                cost = cost();
                if (cost.compareTo(bestCost) < 0) {
                    bestCost = cost;
                    lastBest = step;
                    timeline.copyChanged(best);
                }
            } else {
                timeline.undo();
            }
            accepted[at] = cost;
        }
        timeline.become(best);
        return Plan.of(timeline, cost());
    }

    private long most(WeighedCost a, WeighedCost b) {
        long parts = Math.max(a.promises(), b.promises());
        return (long) (parts / (24 * weights.lateHourPromised()) + MF * timeline.latePromised() / Math.max(1, jobs));
    }
    static final double MF = Double.parseDouble(System.getProperty("mf", "1"));
    private final int jobs;

    private static boolean accepts(WeighedCost candidate, WeighedCost current, WeighedCost before) {
        return candidate.compareTo(current) <= 0 || candidate.compareTo(before) <= 0;
    }

    private WeighedCost cost() {
        return WeighedCost.of(timeline.evaluation(), weights);
    }
}
