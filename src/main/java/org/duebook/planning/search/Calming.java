package org.duebook.planning.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;

/**
 * Finds how little of the published plan must move for most of what a search has gained. It goes back from the found plan,
 * putting operations where the published plan has them, and forward from the published plan, changing it where that pays;
 * both judge a plan by its {@link CalmCost}, and the better of what they find is the outcome.
 *
 * <p>Measured on generated plants of 500 operations, full by 90 to 105 %, planned again for 60,000 steps with one urgent order
 * more. The search alone moved 63 to 65 % of the operations, and the way back alone still left 52 to 58 % moved, because a
 * plan found elsewhere is good only as a whole. The way forward, begun with the urgent order brought to its date, moved 10 to
 * 16 % at a price of 960 minutes, 2 to 6 % at 4,800 and 2 to 3 % at 9,600, at about the same lateness.
 */
public final class Calming {
    /** The part of the steps for the way back. */
    private static final double WAY_BACK = 0.3;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final SplittableRandom random;

    public Calming(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights, long seed) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        random = new SplittableRandom(seed);
    }

    /** Whether there is a published plan to stay close to, and a price on leaving it. */
    public static boolean isWanted(ReferencePlan reference, PlanningWeights weights) {
        return weights.movedWorthMinutes() > 0 && !Rearrangement.isImpossible(reference);
    }

    /** What a plan costs with the operations it moves. */
    public CalmCost cost(TimedPlan plan) {
        return CalmCost.of(plan.evaluation(), new Rearrangement(problem, reference).of(plan), weights);
    }

    /** The calmest of some plans; the first where several are. */
    public TimedPlan calmest(List<TimedPlan> plans) {
        TimedPlan calmest = plans.getFirst();
        for (TimedPlan plan : plans) {
            calmest = cost(plan).compareTo(cost(calmest)) < 0 ? plan : calmest;
        }
        return calmest;
    }

    /**
     * @param found what the search found
     * @param published a whole plan as close to the published one as is known
     * @param time how long it has, if its steps are not used up before
     * @param threads how many ways may be gone at once; the outcome does not depend on it
     * @return a plan never worse than both by {@link CalmCost}
     */
    public TimedPlan calm(TimedPlan found, TimedPlan published, Duration time, IntSupplier threads, Budget budget) {
        List<TimedPlan> plans = new ArrayList<>(List.of(published, found));
        long steps = budget.stepsLeft();
        long began = System.nanoTime();
        if (budget.over() || steps == 0) {
            return calmest(plans);
        }
        List<CalmWalk> walks = List.of(walk(), walk());
        List<Callable<int[][]>> tasks = new ArrayList<>();
        for (int i = 0; i < walks.size(); i++) {
            CalmWalk walk = walks.get(i);
            int[][] start = plans.get(i).sequences();
            SplittableRandom dice = random.split();
            boolean back = i > 0;
            long most = (long) ((back ? WAY_BACK : 1 - WAY_BACK) * steps);
            DoubleSupplier progress =
                    () -> Math.max((double) walk.steps() / most, (double) (System.nanoTime() - began) / time.toNanos());
            tasks.add(() -> walk.from(
                    back ? start : walk.broughtForward(start, dice, budget::over), most, progress, dice, budget::over));
        }
        try (Crew crew = new Crew(threads, budget)) {
            for (int[][] sequences : crew.all(tasks)) {
                plans.add(Timeline.of(problem, reference, sequences).timedPlan());
            }
        }
        budget.spent(walks.stream().mapToLong(CalmWalk::steps).sum());
        return calmest(plans);
    }

    private CalmWalk walk() {
        return new CalmWalk(problem, reference, weights);
    }
}
