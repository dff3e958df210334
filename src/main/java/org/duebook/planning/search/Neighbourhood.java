package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Timeline;

/**
 * Changes to a timeline that have a chance to help: most begin at an operation that waits for its machine on the chain
 * that makes a job late; the others at any operation, to save changeovers.
 */
public final class Neighbourhood {
    private static final int TRIES_FOR_A_LATE_JOB = 12;
    private static final int REACH = 10;
    private static final int FAR_REACH = 60;
    private static final int FAR_ONE_IN = 8;
    private static final int BLOCK = 6;

    private final Timeline timeline;
    private final PlanningProblem problem;
    private RandomGenerator random = new SplittableRandom();
    private final Movable movable;

    public Neighbourhood(Timeline timeline) {
        this.timeline = timeline;
        problem = timeline.problem();
        movable = new Movable(problem);
    }

    boolean isEmpty() {
        return movable.count() == 0;
    }

    /** Makes one change, not yet updated; false when the one drawn is not possible here. */
    public boolean change(RandomGenerator dice) {
        random = dice;
        int o = random.nextInt(10) < 7 ? waitingOnALateChain() : NONE;
        if (o == NONE) {
            o = movable.get(random.nextInt(movable.count()));
        }
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> earlier(o);
            case 3, 4 -> predecessorLater(o);
            case 5, 6, 7 -> otherMachine(o);
            case 8, 9 -> besideItsLike(o);
            case 10, 11 -> swap(o);
            default -> blockEarlier(o);
        };
    }

    /** An operation that a late job waits for because its machine was not ready. */
    private int waitingOnALateChain() {
        if (problem.jobCount() == 0) {
            return NONE;
        }
        int at = lastFinal(lateJob());
        int chosen = NONE;
        int seen = 0;
        while (at != NONE && !problem.fixed(at)) {
            boolean onMachine = timeline.machine(at) != NONE;
            boolean waits = onMachine && timeline.machineReadyAt(at) > timeline.readyAt(at);
            if (waits && movable.is(at)) {
                seen++;
                chosen = random.nextInt(seen) == 0 ? at : chosen;
            }
            at = waits ? timeline.previous(at) : timeline.lastPredecessor(at);
        }
        return chosen;
    }

    private int lateJob() {
        int best = random.nextInt(problem.jobCount());
        for (int i = 0; i < TRIES_FOR_A_LATE_JOB; i++) {
            int job = random.nextInt(problem.jobCount());
            if (timeline.completion(job) > problem.promised(job)) {
                return job;
            }
            if (timeline.completion(job) > problem.requested(job)) {
                best = job;
            }
        }
        return best;
    }

    private int lastFinal(int job) {
        int last = NONE;
        int latest = Integer.MIN_VALUE;
        for (int i = 0; i < problem.finalCount(job); i++) {
            int done = timeline.end(problem.finalOperation(job, i)) + problem.finalDelay(job, i);
            if (done > latest) {
                latest = done;
                last = problem.finalOperation(job, i);
            }
        }
        return last;
    }

    private boolean earlier(int o) {
        int target = NONE;
        int before = timeline.previous(o);
        for (int steps = reach(); steps > 0 && before != NONE; steps--) {
            if (!movable.is(before) || !timeline.mayPrecede(o, before)) {
                break;
            }
            target = before;
            before = timeline.previous(before);
        }
        if (target == NONE) {
            return false;
        }
        int machine = timeline.machine(o);
        timeline.remove(o);
        timeline.insertAfter(o, machine, before);
        return true;
    }

    private boolean predecessorLater(int o) {
        int p = timeline.previous(o);
        if (p == NONE || !movable.is(p)) {
            return false;
        }
        int target = NONE;
        int behind = o;
        for (int steps = reach();
                steps > 0 && behind != NONE && movable.is(behind) && timeline.mayFollow(p, behind);
                steps--) {
            target = behind;
            behind = timeline.next(behind);
        }
        if (target == NONE) {
            return false;
        }
        int machine = timeline.machine(p);
        timeline.remove(p);
        timeline.insertAfter(p, machine, target);
        return true;
    }

    /** Exchanges an operation with one before it on its machine. */
    private boolean swap(int o) {
        int other = timeline.previous(o);
        for (int steps = reach(); steps > 1 && other != NONE && movable.is(other); steps--) {
            other = timeline.previous(other);
        }
        if (other == NONE || !movable.is(other) || !timeline.mayPrecede(o, other) || !timeline.mayFollow(other, o)) {
            return false;
        }
        int machine = timeline.machine(o);
        int before = timeline.previous(other);
        int last = timeline.previous(o);
        timeline.remove(o);
        timeline.remove(other);
        timeline.insertAfter(o, machine, before);
        timeline.insertAfter(other, machine, last == other ? o : last);
        return true;
    }

    /** Moves an operation and some that follow it on its machine, together, before others. */
    private boolean blockEarlier(int o) {
        int before = timeline.previous(o);
        for (int steps = reach(); steps > 0 && before != NONE && movable.is(before); steps--) {
            before = timeline.previous(before);
        }
        if (before == timeline.previous(o)) {
            return false;
        }
        int machine = timeline.machine(o);
        int at = o;
        for (int left = 2 + random.nextInt(BLOCK - 1); left > 0 && at != NONE && movable.is(at); left--) {
            int following = timeline.next(at);
            if (!timeline.mayPrecede(at, before == NONE ? timeline.first(machine) : timeline.next(before))) {
                break;
            }
            timeline.remove(at);
            timeline.insertAfter(at, machine, before);
            before = at;
            at = following;
        }
        return at != o;
    }

    private int reach() {
        return random.nextInt(FAR_ONE_IN) == 0
                ? 1 + random.nextInt(FAR_REACH)
                : 1 + Math.min(random.nextInt(REACH), random.nextInt(REACH));
    }

    /** To another machine that can do it (the same, where there is none), about where its start would be. */
    private boolean otherMachine(int o) {
        int count = problem.eligibleCount(o);
        if (count < 2) {
            return earlier(o);
        }
        int machine = problem.eligibleMachine(o, random.nextInt(count));
        if (machine == timeline.machine(o)) {
            machine = problem.eligibleMachine(o, random.nextInt(count));
        }
        int wanted = timeline.readyAt(o) + (int) (random.nextDouble() * (timeline.start(o) - timeline.readyAt(o)));
        timeline.remove(o);
        int after = timeline.last(machine);
        while (after != NONE && after != movable.lastFrozen(machine) && timeline.start(after) >= wanted) {
            after = timeline.previous(after);
        }
        if (after != NONE && after == problem.last(machine)) {
            after = timeline.previous(after);
        }
        timeline.insertAfter(o, machine, after);
        return true;
    }

    /** Next to the nearest operation of the same setup state, on any machine that can do it. */
    private boolean besideItsLike(int o) {
        int machine = problem.eligibleMachine(o, random.nextInt(problem.eligibleCount(o)));
        int at = machine == timeline.machine(o) ? timeline.previous(o) : nearest(machine, timeline.start(o));
        boolean backwards = random.nextBoolean();
        if (backwards && at != NONE && machine == timeline.machine(o)) {
            at = timeline.previous(at);
        } else if (!backwards && machine == timeline.machine(o)) {
            at = timeline.next(o) == NONE ? NONE : timeline.next(timeline.next(o));
        }
        for (int steps = 3 * REACH; steps > 0 && at != NONE; steps--) {
            if (at != o && problem.setupState(at) == problem.setupState(o)) {
                return placeBeside(o, machine, at);
            }
            at = backwards ? timeline.previous(at) : timeline.next(at);
        }
        return false;
    }

    private boolean placeBeside(int o, int machine, int like) {
        boolean stays = !movable.is(like);
        if (stays && movable.lastFrozen(machine) != like) {
            return false;
        }
        boolean behind = stays || random.nextBoolean();
        timeline.remove(o);
        timeline.insertAfter(o, machine, behind ? like : timeline.previous(like));
        return true;
    }

    private int nearest(int machine, int minute) {
        int at = timeline.last(machine);
        while (at != NONE && timeline.start(at) > minute) {
            at = timeline.previous(at);
        }
        return at;
    }
}
