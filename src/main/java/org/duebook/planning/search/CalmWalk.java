package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Timeline;

/**
 * A walk from one plan to calmer ones: late acceptance over changes that help, and over taking operations back to where the
 * published plan has them. How many are moved is counted anew only on machines whose sequence a change touched. For one
 * thread.
 */
final class CalmWalk {
    private static final int STEPS_PER_LOOK = 16;
    /** Parts of the price of a moved operation, one stage of the walk each: cheap at first, so that room can be made. */
    private static final double[] PRICES = {0.05, 0.25, 1, 1};

    private static final int HISTORY = 100;
    private static final int TRIES_FOR_A_MOVED_ONE = 20;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final Timeline timeline;
    private final Movable movable;
    private final Neighbourhood neighbourhood;
    private final Rearrangement rearrangement;
    private final OrderInsertion orders;
    private final CalmCost[] accepted = new CalmCost[HISTORY];

    private final int[][] now;
    /** By machine: the sequence that was counted last, and what was found. */
    private final int[][] counted;

    private final int[] rearranged;
    private long steps;

    CalmWalk(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        timeline = new Timeline(problem, reference);
        movable = new Movable(problem);
        neighbourhood = new Neighbourhood(timeline);
        rearrangement = new Rearrangement(problem, reference);
        orders = new OrderInsertion(timeline, movable);
        now = timeline.sequences();
        counted = new int[now.length][];
        rearranged = new int[now.length];
    }

    long steps() {
        return steps;
    }

    /** A plan with late orders that the reference plan does not know brought forward, whatever that costs the others. */
    int[][] broughtForward(int[][] start, RandomGenerator random, BooleanSupplier over) {
        if (timeline.become(start)) {
            orders.bringForward(random, over);
        }
        return timeline.sequences();
    }

    /**
     * The calmest plan met on the way, the start where none was calmer.
     *
     * @param progress how much of the time is over, from 0 to 1
     */
    int[][] from(int[][] start, long most, DoubleSupplier progress, RandomGenerator random, BooleanSupplier over) {
        if (!timeline.become(start) || neighbourhood.isEmpty()) {
            return start;
        }
        CalmCost bestCost = cost(1);
        int[][] best = now.clone();
        int stage = -1;
        CalmCost cost = bestCost;
        for (; steps < most && !(steps % STEPS_PER_LOOK == 0 && over.getAsBoolean()); steps++) {
            int due = Math.min(PRICES.length - 1, (int) (PRICES.length * progress.getAsDouble()));
            if (steps % STEPS_PER_LOOK == 0 && due > stage) {
                stage = due;
                cost = cost(PRICES[stage]);
                Arrays.fill(accepted, cost);
            }
            int at = (int) (steps % HISTORY);
            timeline.mark();
            CalmCost candidate = change(random) && timeline.update() ? cost(PRICES[stage]) : null;
            if (candidate != null && (candidate.compareTo(cost) <= 0 || candidate.compareTo(accepted[at]) <= 0)) {
                timeline.keep();
                cost = candidate;
                CalmCost whole = cost(1);
                if (whole.compareTo(bestCost) < 0) {
                    bestCost = whole;
                    best = now.clone();
                }
            } else {
                timeline.undo();
            }
            accepted[at] = cost;
        }
        return best;
    }

    private CalmCost cost(double ofPrice) {
        timeline.copyChanged(now);
        int moved = 0;
        for (int m = 0; m < now.length; m++) {
            if (now[m] != counted[m]) {
                counted[m] = now[m];
                rearranged[m] = rearrangement.on(m, now[m]);
            }
            moved += rearranged[m];
        }
        return CalmCost.of(timeline.evaluation(), ofPrice * moved, weights);
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
