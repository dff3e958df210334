package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Tails;
import org.duebook.planning.timeline.Timeline;

/**
 * Tabu search on the blocks of a longest chain, for problems where one completion is all that counts. In every step it
 * walks one longest chain, looks at moving each of its operations within its block (Zhang et al. 2007, N7) and to other
 * machines (between those that must precede and those that must follow, Mastrolilli and Gambardella 2000), judges each by
 * heads and tails without touching the timeline, and makes the best that is not tabu.
 */
final class ChainTabu implements Kernel {
    private static final int STEPS_PER_LOOK = 16;
    private static final int REACH = 60;
    private static final int TABLE_BITS = 20;
    private static final int FAR = Integer.MAX_VALUE;

    private final PlanningProblem problem;
    private final Timeline timeline;
    private final Tails tails;
    private final PlanningWeights weights;
    private final Movable movable;

    /** Step until which an order of two operations, or an operation on a machine, may not come back; by hash. */
    private final int[] tabuUntil = new int[1 << TABLE_BITS];

    private final int shortestTenure;
    private final int tenureSpread;
    private final long patience;
    private int[][] best = new int[0][];
    private WeighedCost bestCost;
    private int bestCompletion;
    private int lastBest;
    private int step;
    private long steps;
    private RandomGenerator random = new SplittableRandom();

    private int[] chain = new int[256];
    private int length;
    /** Whether the operation at a position of the chain waited for the one before it on its machine. */
    private boolean[] byMachine = new boolean[256];

    /** By position in the chain: ready without the machine, minutes that follow in the job. */
    private int[] readyAt = new int[256];

    private int[] jobTail = new int[256];

    private final int[] newStart = new int[2 * REACH + 2];
    /** Positions in the chain, in the order that is judged. */
    private final int[] run = new int[2 * REACH + 2];

    /** By machine, where the search for places on it stands. */
    private final int[] cursor;

    private int bestOperation;
    private int bestMachine;
    private int bestAfter;
    private int bestEstimate;
    private int equals;
    private int anyOperation;
    private int anyMachine;
    private int anyAfter;
    private int anyCount;

    /** @param patience after how many moves without a better plan it has come to an end */
    ChainTabu(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights, long patience) {
        this.patience = patience;
        this.problem = problem;
        this.weights = weights;
        timeline = new Timeline(problem, reference);
        tails = timeline.withTails();
        movable = new Movable(problem);
        cursor = new int[problem.machineCount()];
        int machines = Math.max(1, problem.machineCount());
        shortestTenure = 10 + movable.count() / machines / machines;
        tenureSpread = shortestTenure / 2;
        bestCost = cost();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void begin(int[][] start, int effort, RandomGenerator dice) {
        random = dice;
        Arrays.fill(tabuUntil, 0);
        step = 0;
        lastBest = 0;
        timeline.become(start);
        best = timeline.sequences();
        timeline.copyChanged(best);
        bestCompletion = completion();
        bestCost = cost();
    }

    @Override
    public boolean proceed(long most, BooleanSupplier over) {
        long until = step + Math.min(most, Integer.MAX_VALUE / 4);
        while (!timeline.looped() && step < until && step - lastBest < patience) {
            if (step % STEPS_PER_LOOK == 0 && over.getAsBoolean()) {
                return true;
            }
            steps++;
            if (!makeMove() || !timeline.update()) {
                return false;
            }
            if (completion() < bestCompletion) {
                bestCompletion = completion();
                bestCost = cost();
                lastBest = step;
                timeline.copyChanged(best);
            }
        }
        return !timeline.looped() && step - lastBest < patience;
    }

    @Override
    public WeighedCost bestCost() {
        return bestCost;
    }

    @Override
    public int[][] bestSequences() {
        return best.clone();
    }

    @Override
    public Plan best() {
        timeline.become(best);
        return Plan.of(timeline, cost());
    }

    private WeighedCost cost() {
        return WeighedCost.of(timeline.evaluation(), weights);
    }

    /** When the last job is done. */
    private int completion() {
        int last = Integer.MIN_VALUE;
        for (int job = 0; job < problem.jobCount(); job++) {
            last = Math.max(last, timeline.completion(job));
        }
        return last;
    }

    /** Makes one move; false where the chain offers none. */
    private boolean makeMove() {
        step++;
        bestOperation = NONE;
        bestEstimate = FAR;
        equals = 0;
        anyCount = 0;
        walkChain();
        int from = 0;
        while (from < length) {
            int to = from + 1;
            while (to < length && byMachine[to]) {
                to++;
            }
            block(from, to);
            from = to;
        }
        Arrays.fill(cursor, NONE);
        for (int i = 0; i < length; i++) {
            if (movable.is(chain[i]) && problem.eligibleCount(chain[i]) > 1) {
                otherMachines(i);
            }
        }
        if (bestOperation == NONE && anyCount == 0) {
            return false;
        }
        if (bestOperation == NONE) {
            bestOperation = anyOperation;
            bestMachine = anyMachine;
            bestAfter = anyAfter;
        }
        execute();
        return true;
    }

    private void walkChain() {
        int at = lastFinal();
        length = 0;
        while (at != NONE) {
            if (length == chain.length) {
                chain = Arrays.copyOf(chain, 2 * length);
                byMachine = Arrays.copyOf(byMachine, 2 * length);
                readyAt = new int[2 * length];
                jobTail = new int[2 * length];
            }
            chain[length] = at;
            int start = timeline.start(at);
            int before = problem.fixed(at) ? NONE : timeline.previous(at);
            boolean machine = before != NONE && timeline.machineReadyAt(at) == start;
            int predecessor = problem.fixed(at) ? NONE : timeline.lastPredecessor(at);
            boolean job = predecessor != NONE
                    && timeline.readyAt(at) == start
                    && timeline.end(predecessor) + problem.lag(predecessor, at) == start;
            boolean takeMachine = machine && (!job || random.nextBoolean());
            byMachine[length++] = takeMachine;
            at = takeMachine ? before : job ? predecessor : NONE;
        }
        reverse();
        for (int i = 0; i < length; i++) {
            readyAt[i] = timeline.readyAt(chain[i]);
            jobTail[i] = tails.afterInJob(chain[i]);
        }
    }

    private void reverse() {
        for (int i = 0, j = length - 1; i < j; i++, j--) {
            int o = chain[i];
            chain[i] = chain[j];
            chain[j] = o;
            boolean m = byMachine[i];
            byMachine[i] = byMachine[j];
            byMachine[j] = m;
        }
    }

    private int lastFinal() {
        int completion = completion();
        int chosen = NONE;
        int seen = 0;
        for (int job = 0; job < problem.jobCount(); job++) {
            if (timeline.completion(job) != completion) {
                continue;
            }
            for (int i = 0; i < problem.finalCount(job); i++) {
                int o = problem.finalOperation(job, i);
                if (timeline.end(o) + problem.finalDelay(job, i) == completion && random.nextInt(++seen) == 0) {
                    chosen = o;
                }
            }
        }
        return chosen;
    }

    /** Moves inside the block [from, to) of the chain: inner operations to its ends, its ends inside. */
    private void block(int from, int to) {
        if (to - from < 2) {
            return;
        }
        boolean first = from == 0;
        boolean last = to == length;
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
        int u = chain[i];
        int v = chain[j];
        if (!movable.is(u) || !movable.is(v) || !timeline.mayFollow(u, v)) {
            return;
        }
        int count = 0;
        boolean tabu = false;
        for (int k = i + 1; k <= j; k++) {
            run[count++] = k;
            tabu |= isTabu(pair(chain[k], u));
        }
        run[count++] = i;
        consider(u, timeline.machine(u), v, tabu, timeline.previous(u), timeline.next(v), count);
    }

    /** Operation at position j moves right before the one at i. */
    private void backward(int j, int i) {
        int v = chain[j];
        int u = chain[i];
        if (!movable.is(v) || !movable.is(u) || !timeline.mayPrecede(v, u)) {
            return;
        }
        int count = 0;
        boolean tabu = false;
        run[count++] = j;
        for (int k = i; k < j; k++) {
            run[count++] = k;
            tabu |= isTabu(pair(v, chain[k]));
        }
        consider(v, timeline.machine(v), timeline.previous(u), tabu, timeline.previous(u), timeline.next(v), count);
    }

    /** Judges the order {@code run} between two operations of its machine. */
    private void consider(int o, int machine, int after, boolean tabu, int before, int behind, int count) {
        int limit = tabu ? bestCompletion - 1 : bestEstimate;
        int free = before == NONE ? problem.availableFrom(machine) : timeline.end(before);
        int state = before == NONE ? problem.initialState(machine) : problem.setupState(before);
        for (int k = 0; k < count; k++) {
            int w = chain[run[k]];
            int setup = problem.changeovers(machine).minutes(state, problem.setupState(w));
            int start = Math.max(readyAt[run[k]], free + setup);
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
            int w = chain[run[k]];
            int q = Math.max(jobTail[run[k]], tail);
            int with = timeline.minutes(w) + q;
            worst = Math.max(worst, newStart[k] + with);
            if (worst > limit) {
                break;
            }
            if (k > 0) {
                tail = problem.changeovers(machine)
                                .minutes(problem.setupState(chain[run[k - 1]]), problem.setupState(w))
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
        int o = chain[i];
        for (int e = 0; e < problem.eligibleCount(o); e++) {
            int m = problem.eligibleMachine(o, e);
            if (m != timeline.machine(o)) {
                otherMachine(o, m, readyAt[i], jobTail[i]);
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
        boolean tabu = isTabu(onMachine(o, m));
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

    private void execute() {
        int o = bestOperation;
        int old = timeline.machine(o);
        int until = step + shortestTenure + random.nextInt(tenureSpread);
        if (old == bestMachine) {
            if (bestAfter != NONE && timeline.start(bestAfter) >= timeline.start(o) && bestAfter != o) {
                for (int w = timeline.next(o); ; w = timeline.next(w)) {
                    tabuUntil[pair(o, w)] = until;
                    if (w == bestAfter) {
                        break;
                    }
                }
            } else {
                for (int w = timeline.previous(o); w != bestAfter; w = timeline.previous(w)) {
                    tabuUntil[pair(w, o)] = until;
                }
            }
        } else {
            tabuUntil[onMachine(o, old)] = until + problem.eligibleCount(o) + random.nextInt(length);
        }
        timeline.remove(o);
        timeline.insertAfter(o, bestMachine, bestAfter);
    }

    private boolean isTabu(int place) {
        return tabuUntil[place] >= step;
    }

    private static int pair(int a, int b) {
        return hash(a * 0x9E3779B97F4A7C15L + b);
    }

    private static int onMachine(int o, int m) {
        return hash(~(o * 0x9E3779B97F4A7C15L + m));
    }

    private static int hash(long key) {
        long h = key * 0xBF58476D1CE4E5B9L;
        h ^= h >>> 31;
        return (int) ((h * 0x94D049BB133111EBL) >>> (64 - TABLE_BITS));
    }
}
