package org.duebook.planning.timeline;

import java.util.Arrays;

/**
 * A finished plan: who does what when. Immutable; arrays by operation index, times in minutes from the origin.
 * Operations done outside have machine -1 and no setup.
 */
public final class TimedPlan {
    private final int[][] sequence;
    private final int[] machine;
    private final int[] setupStart;
    private final int[] start;
    private final int[] end;
    private final Evaluation evaluation;

    TimedPlan(int[][] sequence, int[] machine, int[] setupStart, int[] start, int[] end, Evaluation evaluation) {
        this.sequence = sequence;
        this.machine = machine;
        this.setupStart = setupStart;
        this.start = start;
        this.end = end;
        this.evaluation = evaluation;
    }

    /** The machine, or -1 for an operation done outside. */
    public int machine(int operation) {
        return machine[operation];
    }

    /** When its setup begins; its start where there is none. Between both only its setup and closed time lie. */
    public int setupStart(int operation) {
        return setupStart[operation];
    }

    public int start(int operation) {
        return start[operation];
    }

    public int end(int operation) {
        return end[operation];
    }

    /** The operations of a machine in order. */
    public int[] sequence(int ofMachine) {
        return sequence[ofMachine].clone();
    }

    /** The operations of every machine in order. */
    public int[][] sequences() {
        int[][] sequences = sequence.clone();
        for (int m = 0; m < sequences.length; m++) {
            sequences[m] = sequences[m].clone();
        }
        return sequences;
    }

    public int operationCount() {
        return machine.length;
    }

    public int machineCount() {
        return sequence.length;
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    /** This plan as the reference of the next one. */
    public ReferencePlan asReference(int tolerance) {
        return new ReferencePlan(machine, start, tolerance);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimedPlan that
                && Arrays.deepEquals(sequence, that.sequence)
                && Arrays.equals(start, that.start)
                && Arrays.equals(end, that.end);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(sequence);
    }
}
