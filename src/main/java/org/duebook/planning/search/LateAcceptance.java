package org.duebook.planning.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Timeline;

/**
 * Late acceptance (Burke and Bykov 2017) straight on the timeline, for problems where many dates count: every change is
 * made, timed exactly and undone unless the plan is no worse than it was, or than the plan of so many changes ago.
 *
 * <p>Most changes are bad, and it shows early: they are timed only until what they cost is more than could still be made
 * good, counted by {@link #HOPE}.
 */
final class LateAcceptance implements Kernel {
    private static final int STEPS_PER_LOOK = 16;
    /**
     * How much lateness a change may cost on the way before it is given up, in parts of the average job's. Over 20 s at
     * 5,000 operations never giving up reached 81 % of dispatch, 10 reached 70 %, 1 reached 69 %, 0.3 reached 66 to 68 %.
     */
    private static final double HOPE = 0.3;
    /** Without a better plan for so many times its history, a search has come to an end. */
    private static final int PATIENCE = 50;

    private static final int PATIENCE_PER_OPERATION = 30;

    private final Timeline timeline;
    private final Neighbourhood neighbourhood;
    private final PlanningWeights weights;
    private final int jobs;
    private final int operations;
    private final int history;
    private WeighedCost[] accepted = new WeighedCost[0];
    private RandomGenerator random = new SplittableRandom();
    private final BestSoFar best;
    private WeighedCost cost;
    private long lastBest;
    private long step;
    private long steps;

    /** @param history with effort 1, a change is accepted when it is no worse than the plan of so many changes ago */
    LateAcceptance(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights, int history) {
        this.weights = weights;
        this.history = history;
        operations = problem.operationCount();
        jobs = Math.max(1, problem.jobCount());
        timeline = new Timeline(problem, reference);
        neighbourhood = new Neighbourhood(timeline);
        best = new BestSoFar(timeline, weights);
        cost = best.cost();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public WeighedCost bestCost() {
        return best.cost();
    }

    @Override
    public void begin(int[][] start, int effort, RandomGenerator dice) {
        random = dice;
        timeline.become(start);
        best.begin();
        cost = best.cost();
        accepted = new WeighedCost[history * effort];
        Arrays.fill(accepted, cost);
        step = 0;
        lastBest = 0;
    }

    @Override
    public boolean proceed(long most, BooleanSupplier over) {
        if (neighbourhood.isEmpty() || timeline.looped()) {
            return false;
        }
        long patience = (long) PATIENCE * accepted.length + (long) PATIENCE_PER_OPERATION * operations;
        for (long until = step + most; step < until && step - lastBest < patience; step++) {
            if (step % STEPS_PER_LOOK == 0 && over.getAsBoolean()) {
                break;
            }
            change((int) (step % accepted.length));
            steps++;
        }
        return step - lastBest < patience;
    }

    private void change(int at) {
        timeline.mark();
        WeighedCost before = accepted[at];
        if (neighbourhood.change(random) && timeline.update(most(before)) && accepts(best.costNow(), before)) {
            timeline.keep();
            cost = best.costNow();
            if (cost.compareTo(best.cost()) < 0) {
                best.become(cost);
                lastBest = step;
            }
        } else {
            timeline.undo();
        }
        accepted[at] = cost;
    }

    private boolean accepts(WeighedCost candidate, WeighedCost before) {
        return candidate.compareTo(cost) <= 0 || candidate.compareTo(before) <= 0;
    }

    /** Weighted lateness above which a change is given up before it is timed to the end. */
    private long most(WeighedCost before) {
        long minute = WeighedCost.promises(1, weights);
        if (minute == 0) {
            return Long.MAX_VALUE;
        }
        long acceptable = Math.max(cost.promises(), before.promises()) / minute;
        return acceptable + (long) (HOPE * timeline.latePromised() / jobs);
    }

    @Override
    public int[][] bestSequences() {
        return best.sequences();
    }

    @Override
    public Plan best() {
        return best.plan();
    }
}
