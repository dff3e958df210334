package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Tails;
import org.duebook.planning.timeline.Timeline;

/**
 * Judges the moves of the operations of a longest chain by heads and tails, without touching the timeline: within their
 * blocks (Zhang et al. 2007, N7) and to other machines (between those that must precede and those that must follow,
 * Mastrolilli and Gambardella 2000).
 */
final class ChainMoves {
    private static final int REACH = 60;
    private static final int FAR = Integer.MAX_VALUE;

    private final PlanningProblem problem;
    private final Timeline timeline;
    private final Tails tails;
    private final Movable movable;
    private final LongestChain chain;
    private final TabuTable tabus;
    private final int[] newStart = new int[2 * REACH + 2];
    /** Positions in the chain, in the order that is judged. */
    private final int[] run = new int[2 * REACH + 2];

    /** By machine, where the search for places on it stands. */
    private final int[] cursor;

    private RandomGenerator random = new SplittableRandom();
    private int bestCompletion;
    private int bestOperation;
    private int bestMachine;
    private int bestAfter;
    private int bestEstimate;
    private int equals;
    private int anyOperation;
    private int anyMachine;
    private int anyAfter;
    private int anyCount;

    ChainMoves(Timeline timeline, Tails tails, Movable movable, LongestChain chain, TabuTable tabus) {
        this.timeline = timeline;
        this.tails = tails;
        this.movable = movable;
        this.chain = chain;
        this.tabus = tabus;
        problem = timeline.problem();
        cursor = new int[problem.machineCount()];
    }

    /** The operation to move. */
    int operation() {
        return bestOperation;
    }

    /** The machine it goes to. */
    int machine() {
        return bestMachine;
    }

    /** The operation it goes behind, or none. */
    int after() {
        return bestAfter;
    }

    /**
     * Looks for the best move that is not tabu, or that promises to end before {@code bestCompletion}; any, where all are tabu.
     *
     * @return false where the chain offers none
     */
    boolean choose(int bestCompletion, RandomGenerator random) {
        this.bestCompletion = bestCompletion;
        this.random = random;
        bestOperation = NONE;
        bestEstimate = FAR;
        equals = 0;
        anyCount = 0;
        int from = 0;
        while (from < chain.length()) {
            int to = from + 1;
            while (to < chain.length() && chain.byMachine(to)) {
                to++;
            }
            block(from, to);
            from = to;
        }
        Arrays.fill(cursor, NONE);
        for (int i = 0; i < chain.length(); i++) {
            int o = chain.operation(i);
            if (movable.is(o) && problem.eligibleCount(o) > 1) {
                otherMachines(i);
            }
        }
        if (bestOperation == NONE && anyCount > 0) {
            bestOperation = anyOperation;
            bestMachine = anyMachine;
            bestAfter = anyAfter;
        }
        return bestOperation != NONE;
    }

    /** Moves inside the block [from, to) of the chain: inner operations to its ends, its ends inside. */
    private void block(int from, int to) {
        if (to - from < 2) {
            return;
        }
        boolean first = from == 0;
        boolean last = to == chain.length();
        if (!last || first) {
            for (int i = Math.max(from, to - 1 - REACH); i < to - 1; i++) {
                forward(i, to - 1);
            }
        }
        if (!first || last) {
            for (int i = Math.min(to - 1, from + REACH); i > from; i--) {
                backward(i, from);
            }
        }
        if (!first || last) {
            for (int i = Math.min(to - 2, from + REACH); i > from; i--) {
                forward(from, i);
            }
        }
        if (!last || first) {
            for (int i = Math.max(from + 1, to - 1 - REACH); i < to - 1; i++) {
                backward(to - 1, i);
            }
        }
    }

    /** Operation at position i of the chain moves right behind the one at j. */
    private void forward(int i, int j) {
        int u = chain.operation(i);
        int v = chain.operation(j);
        if (!movable.is(u) || !movable.is(v) || !timeline.mayFollow(u, v)) {
            return;
        }
        int count = 0;
        boolean tabu = false;
        for (int k = i + 1; k <= j; k++) {
            run[count++] = k;
            tabu |= tabus.isPairTabu(chain.operation(k), u);
        }
        run[count++] = i;
        consider(u, timeline.machine(u), v, tabu, timeline.previous(u), timeline.next(v), count);
    }

    /** Operation at position j moves right before the one at i. */
    private void backward(int j, int i) {
        int v = chain.operation(j);
        int u = chain.operation(i);
        if (!movable.is(v) || !movable.is(u) || !timeline.mayPrecede(v, u)) {
            return;
        }
        int count = 0;
        boolean tabu = false;
        run[count++] = j;
        for (int k = i; k < j; k++) {
            run[count++] = k;
            tabu |= tabus.isPairTabu(v, chain.operation(k));
        }
        consider(v, timeline.machine(v), timeline.previous(u), tabu, timeline.previous(u), timeline.next(v), count);
    }

    /** Judges the order {@code run} between two operations of its machine. */
    private void consider(int o, int machine, int after, boolean tabu, int before, int behind, int count) {
        int limit = tabu ? bestCompletion - 1 : bestEstimate;
        int free = before == NONE ? problem.availableFrom(machine) : timeline.end(before);
        int state = before == NONE ? problem.initialState(machine) : problem.setupState(before);
        for (int k = 0; k < count; k++) {
            int w = chain.operation(run[k]);
            int setup = problem.changeovers(machine).minutes(state, problem.setupState(w));
            int start = Math.max(chain.readyAt(run[k]), free + setup);
            newStart[k] = start;
            free = start + timeline.minutes(w);
            state = problem.setupState(w);
        }
        int worst = 0;
        int tail = Integer.MIN_VALUE / 2;
        if (behind != NONE) {
            tail = problem.changeovers(machine).minutes(state, problem.setupState(behind))
                    + timeline.minutes(behind)
                    + tails.after(behind);
        }
        for (int k = count - 1; k >= 0; k--) {
            int w = chain.operation(run[k]);
            int q = Math.max(chain.jobTail(run[k]), tail);
            int with = timeline.minutes(w) + q;
            worst = Math.max(worst, newStart[k] + with);
            if (worst > limit) {
                break;
            }
            if (k > 0) {
                tail = problem.changeovers(machine)
                                .minutes(problem.setupState(chain.operation(run[k - 1])), problem.setupState(w))
                        + with;
            }
        }
        offer(o, machine, after, tabu, worst);
    }

    private void offer(int o, int machine, int after, boolean tabu, int estimate) {
        if (tabu && estimate >= bestCompletion) {
            if (random.nextInt(++anyCount) == 0) {
                anyOperation = o;
                anyMachine = machine;
                anyAfter = after;
            }
            return;
        }
        if (estimate > bestEstimate) {
            return;
        }
        if (estimate < bestEstimate) {
            bestEstimate = estimate;
            equals = 0;
        }
        if (random.nextInt(++equals) == 0) {
            bestOperation = o;
            bestMachine = machine;
            bestAfter = after;
        }
    }

    private void otherMachines(int i) {
        int o = chain.operation(i);
        for (int e = 0; e < problem.eligibleCount(o); e++) {
            int m = problem.eligibleMachine(o, e);
            if (m != timeline.machine(o)) {
                otherMachine(o, m, chain.readyAt(i), chain.jobTail(i));
            }
        }
    }

    /**
     * The places on a machine where the operation neither waits for one that could as well follow it nor makes one wait
     * that could as well precede it: after all that end before it is ready, before all that end later and have less to
     * follow than it has. The cursors move with the chain, so that a machine is walked once in a step, not once for each.
     */
    private void otherMachine(int o, int m, int ready, int jobTail) {
        int minutes = problem.minutes(o, m);
        boolean tabu = tabus.isMachineTabu(o, m);
        int at = lastEndedBy(ready, m);
        while (true) {
            int behind = at == NONE ? timeline.first(m) : timeline.next(at);
            offer(o, m, at, tabu, Math.max(ready, machineFree(m, at, o)) + minutes + tailBefore(behind, o, m, jobTail));
            if (behind == NONE
                    || !movable.is(behind)
                    || tails.after(behind) + timeline.minutes(behind) <= jobTail
                    || !timeline.mayFollow(o, behind)) {
                return;
            }
            at = behind;
        }
    }

    private int lastEndedBy(int ready, int m) {
        int at = cursor[m];
        while (at != NONE && timeline.end(at) > ready) {
            at = timeline.previous(at);
        }
        int behind = at == NONE ? timeline.first(m) : timeline.next(at);
        while (behind != NONE && behind != problem.last(m) && (timeline.end(behind) <= ready || !movable.is(behind))) {
            at = behind;
            behind = timeline.next(at);
        }
        cursor[m] = at;
        return at;
    }

    private int tailBefore(int behind, int o, int m, int jobTail) {
        if (behind == NONE) {
            return jobTail;
        }
        int setup = problem.changeovers(m).minutes(problem.setupState(o), problem.setupState(behind));
        return Math.max(jobTail, setup + timeline.minutes(behind) + tails.after(behind));
    }

    private int machineFree(int m, int before, int o) {
        int free = before == NONE ? problem.availableFrom(m) : timeline.end(before);
        int state = before == NONE ? problem.initialState(m) : problem.setupState(before);
        return free + problem.changeovers(m).minutes(state, problem.setupState(o));
    }
}
