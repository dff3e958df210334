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

/**
 * Plans again from the published plan, moving as little as its gain is worth: walks go out from it side by side, one with
 * late new orders first brought to their dates, and the plan with the least {@link CalmCost} met on the way is the outcome.
 *
 * <p>Measured on three generated plants of 500 operations, full by 90 to 105 %, in 60,000 steps; weighted lateness as a share
 * of what it is with all that is new in gaps and nothing moved:
 *
 * <ul>
 *   <li>one urgent order: 0.77, 0.49 and 0.64 with 2 to 4 % of the operations moved; at half the price 0.67, 0.46 and 0.53
 *       with 2 to 6 % moved;
 *   <li>a fifth more work and late receipts: 0.63, 0.47 and 0.55 with 5 to 8 % moved, where a search that may move all reached
 *       0.33, 0.26 and 0.39 and moved 69 %;
 *   <li>tried and left out: a free search for a third of the steps and a way back from what it found, because a plan found
 *       elsewhere is good only as a whole (0.72, 0.52 and 0.59 for the urgent order, but 0.65, 0.50 and 0.83 for the week
 *       with up to 14 % moved).
 * </ul>
 *
 * <p>60,000 steps gained nothing for an urgent order among 2,000 operations, by either way.
 */
public final class Calming {
    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final List<TimedPlan> known;
    private final List<CalmWalk> walks;
    private final SplittableRandom random;

    /** @param known whole plans, the published one among them */
    public Calming(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            List<TimedPlan> known,
            long seed) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.known = List.copyOf(known);
        random = new SplittableRandom(seed);
        int[][] start = calmest(known).sequences();
        walks = List.of(walk(start), walk(start));
    }

    /** Whether there is a published plan to stay close to, and a price on leaving it. */
    public static boolean isWanted(ReferencePlan reference, PlanningWeights weights) {
        return weights.movedWorthMinutes() > 0 && !Rearrangement.isImpossible(reference);
    }

    /** What a plan costs with the operations it moves. */
    public CalmCost cost(TimedPlan plan) {
        return CalmCost.of(plan.evaluation(), new Rearrangement(problem, reference).of(plan), weights);
    }

    /** The calmest plan known or found so far; may be asked from any thread. */
    public TimedPlan calmest() {
        List<TimedPlan> plans = new ArrayList<>(known);
        walks.forEach(walk -> plans.add(walk.best()));
        return calmest(plans);
    }

    /** The first where several are. */
    private TimedPlan calmest(List<TimedPlan> plans) {
        TimedPlan calmest = plans.getFirst();
        for (TimedPlan plan : plans) {
            calmest = cost(plan).compareTo(cost(calmest)) < 0 ? plan : calmest;
        }
        return calmest;
    }

    /**
     * @param time how long it has, if its steps are not used up before
     * @param threads how many ways may be gone at once; the outcome does not depend on it
     * @return a plan never worse than the known ones by {@link CalmCost}
     */
    public TimedPlan calm(Duration time, IntSupplier threads, Budget budget) {
        long most = budget.stepsLeft() / walks.size();
        if (budget.over() || most == 0) {
            return calmest();
        }
        long began = System.nanoTime();
        try (Crew crew = new Crew(threads, budget)) {
            List<Callable<CalmWalk>> tasks = new ArrayList<>();
            for (CalmWalk walk : walks) {
                boolean first = tasks.isEmpty();
                SplittableRandom dice = random.split();
                DoubleSupplier progress = () ->
                        Math.max((double) walk.steps() / most, (double) (System.nanoTime() - began) / time.toNanos());
                tasks.add(() -> {
                    walk.go(first, most, progress, dice, crew::over);
                    return walk;
                });
            }
            crew.all(tasks);
        }
        budget.spent(walks.stream().mapToLong(CalmWalk::steps).sum());
        return calmest();
    }

    private CalmWalk walk(int[][] start) {
        return new CalmWalk(problem, reference, weights, start);
    }
}
