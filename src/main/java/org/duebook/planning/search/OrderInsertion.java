package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;

/**
 * Takes all operations of an order off their machines and puts them in again, each where it ends soon and delays little: what no chain of
 * single changes reaches, since the first operation alone makes nobody earlier. Orders that the reference plan does not know
 * are drawn as often as all others together, for they move nobody.
 */
final class OrderInsertion {
    private static final int TRIES_FOR_A_LATE_JOB = 6;
    private static final int TRIES_TO_BRING_FORWARD = 200;
    private static final int DAY = 1440;
    private static final int PLACES = 40;
    private static final int[] PATIENCE = {0, 1, 3, 10, 30, 100};

    private final Timeline timeline;
    private final PlanningProblem problem;
    private final Movable movable;
    /** By job its movable operations, predecessors first. */
    private final int[][] operations;

    private final int[] unknown;

    OrderInsertion(Timeline timeline, Movable movable) {
        this.timeline = timeline;
        this.movable = movable;
        problem = timeline.problem();
        operations = new int[problem.jobCount()][];
        boolean[] seen = new boolean[problem.operationCount()];
        int[] room = new int[problem.operationCount()];
        for (int job = 0; job < operations.length; job++) {
            int count = 0;
            for (int i = 0; i < problem.finalCount(job); i++) {
                count = collect(problem.finalOperation(job, i), seen, room, count);
            }
            operations[job] =
                    IntStream.of(room).limit(count).filter(movable::is).toArray();
            for (int i = 0; i < count; i++) {
                seen[room[i]] = false;
            }
        }
        ReferencePlan reference = timeline.reference();
        unknown = IntStream.range(0, operations.length)
                .filter(job -> operations[job].length > 0)
                .filter(job -> IntStream.of(operations[job]).allMatch(o -> reference.machineOf(o) == NONE))
                .toArray();
    }

    private int collect(int operation, boolean[] seen, int[] room, int count) {
        if (seen[operation]) {
            return count;
        }
        seen[operation] = true;
        int collected = count;
        for (int i = 0; i < problem.predecessorCount(operation); i++) {
            collected = collect(problem.predecessor(operation, i), seen, room, collected);
        }
        room[collected] = operation;
        return collected + 1;
    }

    /** Makes the change, not yet updated; false where it is not possible. A mark must be open. */
    boolean reinsert(RandomGenerator random) {
        if (operations.length == 0) {
            return false;
        }
        boolean known = unknown.length == 0 || random.nextBoolean();
        return reinsert(known ? late(random) : unknown[random.nextInt(unknown.length)], random);
    }

    /**
     * Brings forward each late order that the reference plan does not know, the way that costs the others least; the plan may
     * be the worse for it until what stands in the way has made room.
     */
    void bringForward(RandomGenerator random, BooleanSupplier over) {
        for (int job : unknown) {
            int late = timeline.completion(job) - problem.promised(job);
            if (problem.promised(job) != PlanningProblem.NO_DUE && late > 0) {
                int[][] best = timeline.sequences();
                long least = Long.MAX_VALUE;
                for (int i = 0; i < TRIES_TO_BRING_FORWARD && !over.getAsBoolean(); i++) {
                    timeline.mark();
                    boolean forward = reinsert(job, random)
                            && timeline.update()
                            && timeline.completion(job) - problem.promised(job) <= late / 2;
                    if (forward && timeline.latePromised() < least) {
                        least = timeline.latePromised();
                        best = timeline.sequences();
                    }
                    timeline.undo();
                }
                timeline.become(best);
            }
        }
    }

    private boolean reinsert(int job, RandomGenerator random) {
        int[] order = operations[job];
        for (int o : order) {
            timeline.remove(o);
        }
        int patience = PATIENCE[random.nextInt(PATIENCE.length)];
        int most = random.nextInt(5) * DAY / 2;
        for (int o : order) {
            if (!timeline.update()) {
                return false;
            }
            putIn(o, timeline.readyAt(o) + random.nextInt(most + 1), patience, random);
        }
        return order.length > 0;
    }

    private int late(RandomGenerator random) {
        int job = random.nextInt(operations.length);
        for (int i = 0; i < TRIES_FOR_A_LATE_JOB && timeline.completion(job) <= problem.promised(job); i++) {
            job = random.nextInt(operations.length);
        }
        return job;
    }

    /**
     * Where it ends early and delays the next operation of the machine little.
     *
     * @param from the minute from which places are looked at
     * @param patience how many minutes later it may end to save the next operation one
     */
    private void putIn(int o, int from, int patience, RandomGenerator random) {
        long best = Long.MAX_VALUE;
        int bestMachine = NONE;
        int bestAfter = NONE;
        for (int e = 0; e < problem.eligibleCount(o); e++) {
            int m = problem.eligibleMachine(o, e);
            int after = lastBefore(m, from);
            for (int places = PLACES; places > 0; places--) {
                long loss = loss(o, m, after, patience);
                if (loss < best || loss == best && random.nextBoolean()) {
                    best = loss;
                    bestMachine = m;
                    bestAfter = after;
                }
                after = after == NONE ? timeline.first(m) : timeline.next(after);
                if (after == NONE || after == problem.last(m)) {
                    break;
                }
            }
        }
        timeline.insertAfter(o, bestMachine, bestAfter);
    }

    private long loss(int o, int machine, int after, int patience) {
        WorkingTime working = problem.calendar(machine);
        ChangeoverMatrix changeovers = problem.changeovers(machine);
        int free = after == NONE
                ? problem.availableFrom(machine)
                : Math.max(problem.availableFrom(machine), timeline.end(after));
        int state = after == NONE ? problem.initialState(machine) : problem.setupState(after);
        int setUp = working.plus(free, changeovers.minutes(state, problem.setupState(o)));
        int start = working.next(Math.max(timeline.readyAt(o), setUp));
        int end = working.plus(start, problem.minutes(o, machine));
        int behind = after == NONE ? timeline.first(machine) : timeline.next(after);
        int delay = 0;
        if (behind != NONE) {
            int setup = changeovers.minutes(problem.setupState(o), problem.setupState(behind));
            delay = Math.max(0, working.plus(end, setup) - timeline.start(behind));
        }
        return end + (long) patience * delay;
    }

    private int lastBefore(int machine, int minute) {
        int after = timeline.last(machine);
        while (after != NONE
                && after != movable.lastFrozen(machine)
                && (timeline.start(after) >= minute || after == problem.last(machine))) {
            after = timeline.previous(after);
        }
        return after;
    }
}
