package org.duebook.planning.futures;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;
import org.jspecify.annotations.Nullable;

/** A plan to draw futures of, with what the timeline does not know. Arrays by operation index, not to be changed. */
public final class PlannedWork {
    final PlanningProblem problem;
    final TimedPlan plan;
    final long[] keys;
    final int[] wholeRun;
    final @Nullable Supply[] supplies;

    private PlannedWork(
            PlanningProblem problem, TimedPlan plan, long[] keys, int[] wholeRun, @Nullable Supply[] supplies) {
        int n = problem.operationCount();
        if (plan.operationCount() != n || keys.length != n || wholeRun.length != n || supplies.length != n) {
            throw new IllegalArgumentException("plan, keys, runs and supplies of " + n + " operations wanted, found "
                    + plan.operationCount() + ", " + keys.length + ", " + wholeRun.length + ", " + supplies.length);
        }
        this.problem = problem;
        this.plan = plan;
        this.keys = keys;
        this.wholeRun = wholeRun;
        this.supplies = supplies;
    }

    /** Every operation under its index as key, no material on its way, started work as long as it is fixed. */
    public static PlannedWork of(PlanningProblem problem, TimedPlan plan) {
        int n = problem.operationCount();
        int[] wholeRun =
                IntStream.range(0, n).map(o -> fixedMinutes(problem, o)).toArray();
        return new PlannedWork(problem, plan, LongStream.range(0, n).toArray(), wholeRun, new @Nullable Supply[n]);
    }

    private static int fixedMinutes(PlanningProblem problem, int o) {
        if (!problem.fixed(o)) {
            return 0;
        }
        return problem.outside(o)
                ? problem.fixedEnd(o) - problem.fixedStart(o)
                : problem.minutes(o, problem.eligibleMachine(o, 0));
    }

    /** With keys that stay an operation's own from plan to plan. */
    public PlannedWork withKeys(long[] its) {
        return new PlannedWork(problem, plan, its.clone(), wholeRun, supplies);
    }

    /** With the planned minutes of started work from its start to its end, though some of it is done; 0 for other work. */
    public PlannedWork withWholeRuns(int[] minutes) {
        return new PlannedWork(problem, plan, keys, minutes.clone(), supplies);
    }

    /** With the material on its way that each operation waits for, the latest where there are several; null for none. */
    public PlannedWork withSupplies(@Nullable Supply[] its) {
        return new PlannedWork(problem, plan, keys, wholeRun, its.clone());
    }

    /** Operations ordered so that whatever an operation waits for comes first: predecessors and the one before on its machine. */
    int[] inOrder() {
        int n = problem.operationCount();
        int[] next = new int[n];
        int[] open = new int[n];
        Arrays.fill(next, PlanningProblem.NONE);
        int[][] successors = successors();
        for (int o = 0; o < n; o++) {
            open[o] = problem.predecessorCount(o);
        }
        for (int m = 0; m < plan.machineCount(); m++) {
            int[] row = plan.sequence(m);
            for (int i = 1; i < row.length; i++) {
                next[row[i - 1]] = row[i];
                open[row[i]]++;
            }
        }
        int[] order = new int[n];
        int tail = 0;
        for (int o = 0; o < n; o++) {
            if (open[o] == 0) {
                order[tail++] = o;
            }
        }
        for (int head = 0; head < tail; head++) {
            int o = order[head];
            for (int later : successors[o]) {
                tail = --open[later] == 0 ? append(order, tail, later) : tail;
            }
            if (next[o] != PlanningProblem.NONE && --open[next[o]] == 0) {
                tail = append(order, tail, next[o]);
            }
        }
        if (tail < n) {
            throw new IllegalArgumentException("the sequences of the plan close a loop");
        }
        return order;
    }

    private int[][] successors() {
        int n = problem.operationCount();
        int[] count = new int[n];
        for (int o = 0; o < n; o++) {
            for (int p = 0; p < problem.predecessorCount(o); p++) {
                count[problem.predecessor(o, p)]++;
            }
        }
        int[][] successors = new int[n][];
        Arrays.setAll(successors, o -> new int[count[o]]);
        for (int o = 0; o < n; o++) {
            for (int p = 0; p < problem.predecessorCount(o); p++) {
                int before = problem.predecessor(o, p);
                successors[before][--count[before]] = o;
            }
        }
        return successors;
    }

    private static int append(int[] list, int size, int value) {
        list[size] = value;
        return size + 1;
    }
}
