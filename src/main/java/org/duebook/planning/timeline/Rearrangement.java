package org.duebook.planning.timeline;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;

/**
 * How far a plan is from the reference plan as a shop floor sees it: operations that stand on another machine, or in another
 * order on theirs. Of a machine's order as few operations count as can be taken out so that the others stand as before.
 * Frozen operations, and operations the reference plan does not know, never count.
 */
public final class Rearrangement {
    private final PlanningProblem problem;
    private final ReferencePlan reference;
    /** Starts that end the rising rows of each length found so far. */
    private final int[] lowestEnd;

    public Rearrangement(PlanningProblem problem, ReferencePlan reference) {
        this.problem = problem;
        this.reference = reference;
        lowestEnd = new int[problem.operationCount()];
    }

    /** Operations of a whole plan, given as sequences by machine, that were rearranged. */
    public int of(int[][] sequences) {
        int rearranged = 0;
        for (int m = 0; m < sequences.length; m++) {
            rearranged += on(m, sequences[m]);
        }
        return rearranged;
    }

    /** The same for a plan written out. */
    public int of(TimedPlan plan) {
        return of(plan.sequences());
    }

    /** Operations now in the sequence of a machine that were rearranged. */
    public int on(int machine, int[] sequence) {
        int known = 0;
        int longest = 0;
        for (int i = problem.frozen[machine].length; i < sequence.length; i++) {
            int o = sequence[i];
            int before = reference.machineOf(o);
            known += before == NONE ? 0 : 1;
            if (before == machine) {
                longest = grown(longest, reference.startOf(o));
            }
        }
        return known - longest;
    }

    /** One more start at the end of rows that never fall; answers how long the longest of them is now. */
    private int grown(int longest, int start) {
        if (longest == 0 || lowestEnd[longest - 1] <= start) {
            lowestEnd[longest] = start;
            return longest + 1;
        }
        int low = 0;
        int high = longest - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lowestEnd[middle] <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        lowestEnd[low] = start;
        return longest;
    }

    /** How many operations could be rearranged: those the reference plan knows that are not frozen. */
    public int movable() {
        boolean[] frozen = new boolean[problem.operationCount()];
        for (int[] row : problem.frozen) {
            for (int o : row) {
                frozen[o] = true;
            }
        }
        int movable = 0;
        for (int o = 0; o < frozen.length; o++) {
            movable += !frozen[o] && !problem.outside(o) && reference.machineOf(o) != NONE ? 1 : 0;
        }
        return movable;
    }

    /** Whether nothing was planned before, so that nothing can be rearranged. */
    public static boolean isImpossible(ReferencePlan reference) {
        return Arrays.stream(reference.machine()).allMatch(machine -> machine == NONE);
    }
}
