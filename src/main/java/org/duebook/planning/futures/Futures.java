package org.duebook.planning.futures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.WorkingTime;

/**
 * Futures of a plan: when each operation ends in each of them. Immutable; four bytes per operation and future,
 * eight where late material lets others pass.
 *
 * <p>What is put into the plan later is added with {@link #with}; and what moves for it is timed again. All
 * else keeps the ends it had, until the plan's futures are drawn again.
 */
public final class Futures {
    /** As many futures tell a chance of 90 % to two of a hundred. */
    public static final int USUAL = 200;

    private static final int DAY = 1440;
    private static final int[][] NONE_ADDED = {};

    private final PlannedWork work;
    private final PlanningProblem problem;
    private final Luck luck;
    private final int count;
    /** By machine. */
    private final WorkingTime[] calendars;
    /** By number of the operation, by future. */
    private final int[][] ends;
    /** The same for when its machine is free for the next; the ends themselves wherever nobody let others pass. */
    private final int[][] freed;

    /** What was added since, by number less the plan's size. */
    private final List<Step> added;

    private final int[][] addedEnds;
    private final int[][] addedFreed;

    private Futures(
            PlannedWork work,
            Luck luck,
            int count,
            WorkingTime[] calendars,
            int[][] ends,
            int[][] freed,
            List<Step> added,
            int[][] addedEnds,
            int[][] addedFreed) {
        this.work = work;
        this.problem = work.problem;
        this.luck = luck;
        this.count = count;
        this.calendars = calendars;
        this.ends = ends;
        this.freed = freed;
        this.added = added;
        this.addedEnds = addedEnds;
        this.addedFreed = addedFreed;
    }

    /**
     * Draws futures.
     *
     * @param count how many, at least 1
     * @param seed the same seed, work and spreads give the same futures
     */
    public static Futures draw(PlannedWork work, Spreads spreads, int count, long seed) {
        PlanningProblem problem = work.problem;
        if (spreads.machines().size() != problem.machineCount() || count < 1) {
            throw new IllegalArgumentException(count + " futures with spreads of "
                    + spreads.machines().size() + " machines; wanted at least 1, and "
                    + problem.machineCount());
        }
        WorkingTime[] calendars = new WorkingTime[problem.machineCount()];
        Arrays.setAll(calendars, problem::calendar);
        int[][] ends = new int[problem.operationCount()][count];
        Futures futures = new Futures(
                work,
                new Luck(seed, spreads, count),
                count,
                calendars,
                ends,
                ends.clone(),
                List.of(),
                NONE_ADDED,
                NONE_ADDED);
        int[] before = before(work);
        for (int o : work.inOrder()) {
            if (problem.fixed(o)) {
                futures.timeStarted(o);
            } else {
                futures.time(step(work, o, before[o]), o);
            }
        }
        return futures;
    }

    private static int[] before(PlannedWork work) {
        int[] before = new int[work.problem.operationCount()];
        Arrays.fill(before, PlanningProblem.NONE);
        for (int m = 0; m < work.plan.machineCount(); m++) {
            int[] row = work.plan.sequence(m);
            for (int i = 1; i < row.length; i++) {
                before[row[i]] = row[i - 1];
            }
        }
        return before;
    }

    private static Step step(PlannedWork work, int o, int before) {
        int m = work.plan.machine(o);
        return step(work, o, before, m < 0 ? 0 : setup(work.problem, m, before, work.problem.setupState(o)));
    }

    private static Step step(PlannedWork work, int o, int before, int setup) {
        PlanningProblem problem = work.problem;
        List<Step.After> after = new ArrayList<>(problem.predecessorCount(o));
        for (int p = 0; p < problem.predecessorCount(o); p++) {
            after.add(new Step.After(problem.predecessor(o, p), problem.predecessorLag(o, p)));
        }
        int m = work.plan.machine(o);
        int minutes = m < 0 ? work.plan.end(o) - work.plan.start(o) : problem.minutes(o, m);
        return new Step(work.keys[o], m, before, after, minutes, setup, problem.earliest(o), work.supplies[o]);
    }

    private static int setup(PlanningProblem problem, int m, int before, int state) {
        int from = before < 0 ? problem.initialState(m) : problem.setupState(before);
        return problem.changeovers(m).minutes(from, state);
    }

    /** How many operations there are; the number the next step gets. */
    public int size() {
        return ends.length + addedEnds.length;
    }

    /** How many futures there are. */
    public int count() {
        return count;
    }

    /** These futures with new operations in them, which may wait for those before them and for one another. */
    public Futures with(List<Step> steps) {
        return with(steps, List.of());
    }

    /**
     * An operation that stands elsewhere in the line of its machine, or at another time.
     *
     * @param before the operation before it on its machine by now, -1 where it is the first
     * @param setup working minutes of setup before it by now
     */
    public record Moved(int operation, int before, int setup) {}

    /**
     * The same where others moved and are timed again; started ones stay.
     *
     * @param moved the earlier in the plan the earlier in the list
     */
    public Futures with(List<Step> steps, List<Moved> moved) {
        int first = addedEnds.length;
        List<Step> all = new ArrayList<>(first + steps.size());
        all.addAll(added);
        all.addAll(steps);
        int[][] more = Arrays.copyOf(addedEnds, all.size());
        for (int i = first; i < more.length; i++) {
            more[i] = new int[count];
        }
        int[][] moreFreed = Arrays.copyOf(addedFreed, all.size());
        System.arraycopy(more, first, moreFreed, first, steps.size());
        Futures futures = new Futures(
                work,
                luck,
                count,
                calendars,
                moved.isEmpty() ? ends : ends.clone(),
                moved.isEmpty() ? freed : freed.clone(),
                all,
                more,
                moreFreed);
        futures.timeAll(steps, moved);
        return futures;
    }

    private void timeAll(List<Step> steps, List<Moved> moved) {
        int first = size() - steps.size();
        Map<Integer, Step> toTime = HashMap.newHashMap(steps.size() + moved.size());
        for (Moved each : moved) {
            int o = each.operation();
            if (o >= ends.length || !problem.fixed(o)) {
                toTime.put(o, again(each));
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            toTime.put(first + i, steps.get(i));
        }
        moved.forEach(each -> timeWithWhatIsBefore(each.operation(), toTime));
        for (int i = 0; i < steps.size(); i++) {
            timeWithWhatIsBefore(first + i, toTime);
        }
    }

    private void timeWithWhatIsBefore(int o, Map<Integer, Step> toTime) {
        Step step = toTime.remove(o);
        if (step != null) {
            timeWithWhatIsBefore(step.before(), toTime);
            for (int a = 0; a < step.after().size(); a++) {
                timeWithWhatIsBefore(step.after().get(a).operation(), toTime);
            }
            time(step, o);
        }
    }

    private Step again(Moved moved) {
        int o = moved.operation();
        int[] fresh = new int[count];
        int i = o - ends.length;
        if (i < 0) {
            ends[o] = fresh;
            freed[o] = fresh;
            return step(work, o, moved.before(), moved.setup());
        }
        addedEnds[i] = fresh;
        addedFreed[i] = fresh;
        added.set(i, added.get(i).behind(moved.before(), moved.setup()));
        return added.get(i);
    }

    /** The same where a machine works at other times; whoever is added or moves after that keeps to them. */
    public Futures working(int machine, WorkingTime times) {
        WorkingTime[] others = calendars.clone();
        others[machine] = times;
        return new Futures(work, luck, count, others, ends, freed, added, addedEnds, addedFreed);
    }

    WorkingTime calendar(int machine) {
        return calendars[machine];
    }

    /** When all of some operations have ended, at least one. */
    public Ends ends(int... operations) {
        int[] last = endsOf(operations[0]).clone();
        for (int i = 1; i < operations.length; i++) {
            int[] row = endsOf(operations[i]);
            for (int k = 0; k < count; k++) {
                last[k] = Math.max(last[k], row[k]);
            }
        }
        return new Ends(last);
    }

    private int[] endsOf(int o) {
        return o < ends.length ? ends[o] : addedEnds[o - ends.length];
    }

    private int[] freedBy(int o) {
        return o < freed.length ? freed[o] : addedFreed[o - freed.length];
    }

    /** When a job of the plan is done. */
    public Ends done(int job) {
        int[] done = new int[count];
        Arrays.fill(done, Integer.MIN_VALUE);
        for (int i = 0; i < problem.finalCount(job); i++) {
            int[] row = ends[problem.finalOperation(job, i)];
            for (int k = 0; k < count; k++) {
                done[k] = Math.max(done[k], row[k] + problem.finalDelay(job, i));
            }
        }
        return new Ends(done);
    }

    private void time(Step step, int o) {
        int m = step.machine();
        int[] into = endsOf(o);
        int[] ready = ready(step);
        if (m < 0) {
            luck.outsideMinutes(step.key(), step.minutes(), into);
            for (int k = 0; k < count; k++) {
                into[k] += ready[k];
            }
            return;
        }
        WorkingTime working = calendars[m];
        Supply supply = step.supply();
        int available = problem.availableFrom(m);
        int[] line = step.before() < 0 ? null : freedBy(step.before());
        int[] minutes = new int[count];
        luck.minutes(step.key(), m, step.minutes(), minutes);
        for (int k = 0; k < count; k++) {
            int free = line == null ? available : Math.max(available, line[k]);
            int setUp = step.setup() == 0 ? free : working.plus(free, step.setup());
            int from = Math.max(ready[k], setUp);
            into[k] = minutes[k] == 0 ? working.next(from) : working.plus(from, minutes[k]);
            if (ready[k] > setUp && supply != null && luck.daysLate(supply, k) > 0) {
                letPass(o, k, working.plus(setUp, minutes[k]));
            } else if (freedBy(o) != into) {
                freedBy(o)[k] = into[k];
            }
        }
    }

    /** When all is there that a step waits for, but its machine. */
    private int[] ready(Step step) {
        int[] ready = new int[count];
        Supply supply = step.supply();
        if (supply == null) {
            Arrays.fill(ready, step.earliest());
        } else {
            Arrays.setAll(ready, k -> earliest(supply, luck.daysLate(supply, k)));
        }
        for (int a = 0; a < step.after().size(); a++) {
            int[] ended = endsOf(step.after().get(a).operation());
            int lag = step.after().get(a).lag();
            for (int k = 0; k < count; k++) {
                ready[k] = Math.max(ready[k], ended[k] + lag);
            }
        }
        return ready;
    }

    /** Who waits for a late delivery lets the next ones pass; they lose no more than the time its own work takes. */
    private void letPass(int o, int k, int free) {
        if (freedBy(o) == endsOf(o)) {
            int[] own = new int[count];
            System.arraycopy(endsOf(o), 0, own, 0, k);
            if (o < freed.length) {
                freed[o] = own;
            } else {
                addedFreed[o - freed.length] = own;
            }
        }
        freedBy(o)[k] = free;
    }

    private static int earliest(Supply supply, int daysLate) {
        return Math.max(supply.otherwise(), supply.available() + daysLate * DAY);
    }

    /** What has started takes no shorter than it already has. */
    private void timeStarted(int o) {
        int start = problem.fixedStart(o);
        int planned = work.wholeRun[o];
        int m = work.plan.machine(o);
        for (int k = 0; k < count; k++) {
            if (m < 0) {
                int soFar = Math.max(0, problem.earliest(o) - start);
                ends[o][k] = start + luck.outsideMinutesAbove(soFar, work.keys[o], planned, k);
            } else {
                WorkingTime working = problem.calendar(m);
                int now = Math.max(start, problem.availableFrom(m));
                int left = luck.minutesLeft(work.keys[o], m, planned, working.between(start, now), k);
                boolean asFixed = left == working.between(now, problem.fixedEnd(o));
                ends[o][k] = asFixed ? problem.fixedEnd(o) : working.plus(now, left);
            }
        }
    }
}
