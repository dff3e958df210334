package org.duebook.planning.futures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.WorkingTime;

/**
 * Futures of a plan: when each operation ends in each of them. Immutable; four bytes per operation and future,
 * eight where late material lets others pass.
 *
 * <p>What is put into the plan later is added with {@link #with}. What stands behind it then on its machine keeps the ends it
 * had, until the plan's futures are drawn again.
 */
public final class Futures {
    /** As many futures tell a chance of 90 % to two of a hundred. */
    public static final int USUAL = 200;

    private static final int DAY = 1440;

    private final PlanningProblem problem;
    private final Luck luck;
    private final int count;
    /** By number of the operation, by future. */
    private final int[][] ends;
    /** The same for when its machine is free for the next; the ends themselves wherever nobody let others pass. */
    private final int[][] freed;

    private Futures(PlanningProblem problem, Luck luck, int count, int[][] ends, int[][] freed) {
        this.problem = problem;
        this.luck = luck;
        this.count = count;
        this.ends = ends;
        this.freed = freed;
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
        int[][] ends = new int[problem.operationCount()][count];
        Futures futures = new Futures(problem, new Luck(seed, spreads), count, ends, ends.clone());
        int[] before = before(work);
        for (int o : work.inOrder()) {
            if (problem.fixed(o)) {
                futures.timeStarted(work, o);
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
        PlanningProblem problem = work.problem;
        List<Step.After> after = new ArrayList<>(problem.predecessorCount(o));
        for (int p = 0; p < problem.predecessorCount(o); p++) {
            after.add(new Step.After(problem.predecessor(o, p), problem.predecessorLag(o, p)));
        }
        int m = work.plan.machine(o);
        int minutes = m < 0 ? work.plan.end(o) - work.plan.start(o) : problem.minutes(o, m);
        int setup = m < 0 ? 0 : setup(problem, m, before, problem.setupState(o));
        return new Step(work.keys[o], m, before, after, minutes, setup, problem.earliest(o), work.supplies[o]);
    }

    private static int setup(PlanningProblem problem, int m, int before, int state) {
        int from = before < 0 ? problem.initialState(m) : problem.setupState(before);
        return problem.changeovers(m).minutes(from, state);
    }

    /** How many operations there are; the number the next step gets. */
    public int size() {
        return ends.length;
    }

    /** How many futures there are. */
    public int count() {
        return count;
    }

    /** These futures with a chain of new operations in them, what a step names before the step. */
    public Futures with(List<Step> chain) {
        int all = ends.length + chain.size();
        Futures more = new Futures(problem, luck, count, Arrays.copyOf(ends, all), Arrays.copyOf(freed, all));
        for (int i = 0; i < chain.size(); i++) {
            int o = ends.length + i;
            more.ends[o] = new int[count];
            more.freed[o] = more.ends[o];
            more.time(chain.get(i), o);
        }
        return more;
    }

    /** When an operation ends. */
    public Ends ends(int operation) {
        return new Ends(ends[operation]);
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
        int[] into = ends[o];
        for (int k = 0; k < count; k++) {
            int late = step.supply() == null ? 0 : luck.daysLate(step.supply(), k);
            int ready = earliest(step, late);
            for (int a = 0; a < step.after().size(); a++) {
                Step.After after = step.after().get(a);
                ready = Math.max(ready, ends[after.operation()][k] + after.lag());
            }
            if (m < 0) {
                into[k] = ready + luck.outsideMinutes(step.key(), step.minutes(), k);
                continue;
            }
            WorkingTime working = problem.calendar(m);
            int available = problem.availableFrom(m);
            int free = step.before() < 0 ? available : Math.max(available, freed[step.before()][k]);
            int setUp = step.setup() == 0 ? free : working.plus(free, step.setup());
            int minutes = luck.minutes(step.key(), m, step.minutes(), k);
            int from = Math.max(ready, setUp);
            into[k] = minutes == 0 ? working.next(from) : working.plus(from, minutes);
            if (late > 0 && ready > setUp) {
                letPass(o, k, working.plus(setUp, minutes));
            } else if (freed[o] != into) {
                freed[o][k] = into[k];
            }
        }
    }

    /** Who waits for a late delivery lets the next ones pass; they lose no more than the time its own work takes. */
    private void letPass(int o, int k, int free) {
        if (freed[o] == ends[o]) {
            freed[o] = new int[count];
            System.arraycopy(ends[o], 0, freed[o], 0, k);
        }
        freed[o][k] = free;
    }

    private static int earliest(Step step, int daysLate) {
        Supply supply = step.supply();
        return supply == null ? step.earliest() : Math.max(supply.otherwise(), supply.available() + daysLate * DAY);
    }

    /** What has started takes no shorter than it already has. */
    private void timeStarted(PlannedWork work, int o) {
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
