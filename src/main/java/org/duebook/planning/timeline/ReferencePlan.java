package org.duebook.planning.timeline;

import java.util.Arrays;

/**
 * The plan against which stability is measured, usually the published one. Arrays by operation index.
 *
 * @param machine the machine planned before; -1 for an operation that was not in that plan
 * @param start the start planned before
 * @param tolerance elapsed minutes a start may differ before the operation counts as moved
 */
public record ReferencePlan(int[] machine, int[] start, int tolerance) {

    public ReferencePlan {
        if (machine.length != start.length || tolerance < 0) {
            throw new IllegalArgumentException("reference plan of " + machine.length + " machines, " + start.length
                    + " starts, tolerance " + tolerance);
        }
        machine = machine.clone();
        start = start.clone();
    }

    /** Nothing was planned before: no operation ever counts as moved. */
    public static ReferencePlan none(int operations) {
        int[] machine = new int[operations];
        Arrays.fill(machine, PlanningProblem.NONE);
        return new ReferencePlan(machine, new int[operations], 0);
    }

    /** The same plan, forgiving starts that differ by up to {@code minutes}. */
    public ReferencePlan withTolerance(int minutes) {
        return new ReferencePlan(machine, start, minutes);
    }

    /** The machine an operation stood on, or {@link PlanningProblem#NONE}. */
    public int machineOf(int operation) {
        return machine[operation];
    }

    /** The minute it started there. */
    public int startOf(int operation) {
        return start[operation];
    }

    /** Whether an operation now on {@code onMachine} from {@code startsAt} has moved. */
    public boolean moved(int operation, int onMachine, int startsAt) {
        return machine[operation] >= 0
                && (machine[operation] != onMachine || Math.abs(start[operation] - startsAt) > tolerance);
    }
}
