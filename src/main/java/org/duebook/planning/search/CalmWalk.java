package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A walk from one plan to calmer ones: late acceptance over changes that help, and over taking operations back to where the
 * published plan has them. How many are moved is counted anew only on machines whose sequence a change touched, and before
 * the change is timed: most cost more by what they move than they could save. For one thread.
 */
final class CalmWalk {
    private static final int STEPS_PER_LOOK = 16;
    /** Parts of the price of a moved operation, one stage of the walk each: cheap at first, so that room can be made. */
    private static final double[] PRICES = {0.05, 0.25, 1, 1};

    private static final int HISTORY = 100;
    /**
     * How much lateness a change may cost on the way before it is given up, in parts of the average job's. With 0.3, as in
     * the free search, whole orders were not brought forward: they delay others before their own gain is known.
     */
    private static final double HOPE = 5;

    private static final int TRIES_FOR_A_MOVED_ONE = 20;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final Timeline timeline;
    private final Movable movable;
    private final Neighbourhood neighbourhood;
    private final Rearrangement rearrangement;
    private final OrderInsertion orders;
    private final long minute;
    private final CalmCost[] accepted = new CalmCost[HISTORY];

    private final int[][] now;
    /** By machine: the sequence that was counted last, and what was found. */
    private final int[][] counted;

    private final int[] rearranged;
    private long steps;
    private volatile int[][] best;
    private volatile @Nullable Asked asked;
    private CalmCost bestCost;

    /** A best plan that somebody asked for. */
    private record Asked(int[][] sequences, TimedPlan timed) {}

    CalmWalk(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights, int[][] start) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        best = start;
        timeline = new Timeline(problem, reference);
        movable = new Movable(problem);
        neighbourhood = new Neighbourhood(timeline);
        rearrangement = new Rearrangement(problem, reference);
        orders = new OrderInsertion(timeline, movable);
        minute = WeighedCost.promises(1, weights);
        bestCost = cost(0, 1);
        now = timeline.sequences();
        counted = new int[now.length][];
        rearranged = new int[now.length];
    }

    long steps() {
        return steps;
    }

    /** The calmest plan met so far; may be asked from any thread. */
    TimedPlan best() {
        int[][] sequences = best;
        Asked before = asked;
        if (before == null || before.sequences != sequences) {
            before = new Asked(
                    sequences, Timeline.of(problem, reference, sequences).timedPlan());
            asked = before;
        }
        return before.timed;
    }

    /**
     * Walks on from the best plan.
     *
     * @param bringsForward whether late orders that the reference plan does not know are first brought to their dates,
     *     whatever that costs the others
     * @param progress how much of the time is over, from 0 to 1
     */
    void go(boolean bringsForward, long most, DoubleSupplier progress, RandomGenerator random, BooleanSupplier over) {
        if (!timeline.become(best) || neighbourhood.isEmpty()) {
            return;
        }
        int moved = moved();
        bestCost = cost(moved, 1);
        if (bringsForward) {
            orders.bringForward(random, over);
            moved = moved();
            keepBest(moved);
        }
        int stage = -1;
        CalmCost cost = bestCost;
        for (; steps < most && !(steps % STEPS_PER_LOOK == 0 && over.getAsBoolean()); steps++) {
            int due = Math.min(PRICES.length - 1, (int) (PRICES.length * progress.getAsDouble()));
            if (steps % STEPS_PER_LOOK == 0 && due > stage) {
                stage = due;
                cost = cost(moved, PRICES[stage]);
                Arrays.fill(accepted, cost);
            }
            int at = (int) (steps % HISTORY);
            CalmCost acceptable = cost.compareTo(accepted[at]) < 0 ? accepted[at] : cost;
            timeline.mark();
            int then = change(random) ? moved() : NONE;
            if (then != NONE && isAccepted(then, PRICES[stage], acceptable)) {
                timeline.keep();
                moved = then;
                cost = cost(moved, PRICES[stage]);
                keepBest(moved);
            } else {
                timeline.undo();
            }
            accepted[at] = cost;
        }
    }

    /** Times a change, unless what it moves costs too much already. */
    private boolean isAccepted(int moved, double ofPrice, CalmCost acceptable) {
        long price = CalmCost.price(ofPrice * moved, weights);
        if (price > acceptable.disturbed()) {
            return false;
        }
        long hope = (long) (HOPE * timeline.latePromised() / Math.max(1, problem.jobCount()));
        long most = minute == 0 ? Long.MAX_VALUE : (acceptable.disturbed() - price) / minute + hope;
        return timeline.update(most) && cost(moved, ofPrice).compareTo(acceptable) <= 0;
    }

    private void keepBest(int moved) {
        CalmCost whole = cost(moved, 1);
        if (whole.compareTo(bestCost) < 0) {
            bestCost = whole;
            best = now.clone();
        }
    }

    private CalmCost cost(int moved, double ofPrice) {
        return CalmCost.of(timeline.evaluation(), ofPrice * moved, weights);
    }

    private int moved() {
        timeline.copyChanged(now);
        int moved = 0;
        for (int m = 0; m < now.length; m++) {
            if (now[m] != counted[m]) {
                counted[m] = now[m];
                rearranged[m] = rearrangement.on(m, now[m]);
            }
            moved += rearranged[m];
        }
        return moved;
    }

    private boolean change(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> takeBack(random);
            case 2 -> orders.reinsert(random);
            default -> neighbourhood.change(random);
        };
    }

    /** Puts an operation that has moved back behind what came before it; false where none is met. */
    private boolean takeBack(RandomGenerator random) {
        for (int i = 0; i < TRIES_FOR_A_MOVED_ONE; i++) {
            int o = movable.get(random.nextInt(movable.count()));
            if (hasMoved(o)) {
                timeline.remove(o);
                timeline.insertAfter(o, reference.machineOf(o), placeOf(o));
                return true;
            }
        }
        return false;
    }

    private boolean hasMoved(int o) {
        int m = reference.machineOf(o);
        if (m == NONE || problem.minutes(o, m) < 0) {
            return false;
        }
        return timeline.machine(o) != m || inverted(timeline.previous(o), o, m) || inverted(o, timeline.next(o), m);
    }

    private boolean inverted(int before, int behind, int machine) {
        return before != NONE
                && behind != NONE
                && reference.machineOf(before) == machine
                && reference.machineOf(behind) == machine
                && reference.startOf(before) > reference.startOf(behind);
    }

    /** Behind the operation that stood last before it there, of those that still stand there. */
    private int placeOf(int o) {
        int machine = reference.machineOf(o);
        int after = movable.lastFrozen(machine);
        int latest = Integer.MIN_VALUE;
        int from = after == NONE ? timeline.first(machine) : timeline.next(after);
        for (int other = from; other != NONE; other = timeline.next(other)) {
            boolean before = reference.machineOf(other) == machine
                    && reference.startOf(other) <= reference.startOf(o)
                    && movable.is(other);
            if (before && reference.startOf(other) >= latest) {
                latest = reference.startOf(other);
                after = other;
            }
        }
        return after;
    }
}
