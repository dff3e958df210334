package org.duebook.planning.timeline;

import java.util.Arrays;

/**
 * What is to be planned: machines, operations, jobs, as dense indices and primitive arrays. Immutable; made by
 * {@link ProblemBuilder}. Times are minutes from an origin, durations on machines are working minutes of that machine,
 * lags and outside durations are elapsed minutes.
 */
public final class PlanningProblem {
    /** No machine, no operation, no job. */
    public static final int NONE = -1;
    /** No due date. */
    public static final int NO_DUE = Integer.MAX_VALUE;

    final WorkingTime[] calendar;
    final ChangeoverMatrix[] changeovers;
    final int[] initialState;
    final int[] availableFrom;
    /** Per machine the operations that lead its sequence, unchangeable. */
    final int[][] frozen;
    /** Per machine the operation that stays its last, or {@link #NONE}. */
    final int[] last;

    final int[] setupState;
    final int[] earliest;
    /** Elapsed minutes of an operation done outside; -1 for one done on a machine. */
    final int[] outsideMinutes;

    final boolean[] fixed;
    final int[] fixedStart;
    final int[] fixedEnd;
    final Csr eligible;
    final Csr predecessors;
    final Csr successors;
    /** Operations ordered so that predecessors come first. */
    final int[] topological;
    /** Working minutes on the fastest machine, or the outside duration. */
    final int[] shortest;

    final Csr finals;
    final Csr sources;
    final Csr jobsEnding;
    final Csr jobsStarting;
    final int[] jobOf;
    final int[] promised;
    /** By job, minutes before its promised date beyond which it gives way to nobody. */
    final int[] buffer;

    final int[] requested;
    final int[] weight;

    /** Rows of (target, amount) pairs: row r spans [from[r], from[r+1]). */
    record Csr(int[] from, int[] target, int[] amount) {}

    PlanningProblem(ProblemBuilder b) {
        calendar = b.calendars.toArray(WorkingTime[]::new);
        changeovers = b.changeovers.toArray(ChangeoverMatrix[]::new);
        initialState = b.initialState.toArray();
        availableFrom = b.availableFrom.toArray();
        frozen = b.frozenByMachine();
        last = b.last.toArray();
        setupState = b.setupState.toArray();
        earliest = b.earliest.toArray();
        outsideMinutes = b.outsideMinutes.toArray();
        fixedStart = b.fixedStart.toArray();
        fixedEnd = b.fixedEnd.toArray();
        fixed = b.fixedFlags();
        int n = setupState.length;
        eligible = b.eligible.rows(n);
        predecessors = b.predecessors.rows(n);
        successors = b.predecessors.transposedRows(n);
        topological = Graphs.topologicalOrder(predecessors, successors);
        shortest = Graphs.shortestMinutes(eligible, outsideMinutes);
        promised = b.promised.toArray();
        buffer = b.buffer.toArray();
        requested = b.requested.toArray();
        weight = b.weight.toArray();
        int jobs = weight.length;
        finals = b.finals.rows(jobs);
        jobsEnding = b.finals.transposedRows(n);
        PairList starting = Graphs.sourcesOfJobs(finals, b.beyond, predecessors, n);
        sources = starting.rows(jobs);
        jobsStarting = starting.transposedRows(n);
        jobOf = Graphs.firstJobServed(topological, successors, jobsEnding);
    }

    public int machineCount() {
        return calendar.length;
    }

    public int operationCount() {
        return setupState.length;
    }

    public int jobCount() {
        return weight.length;
    }

    public WorkingTime calendar(int machine) {
        return calendar[machine];
    }

    public ChangeoverMatrix changeovers(int machine) {
        return changeovers[machine];
    }

    public int initialState(int machine) {
        return initialState[machine];
    }

    /** The minute before which the machine takes no operation (its setup may not begin earlier either). */
    public int availableFrom(int machine) {
        return availableFrom[machine];
    }

    /** The frozen start of the machine's sequence. */
    public int[] frozen(int machine) {
        return frozen[machine].clone();
    }

    /** The operation that stays the machine's last, whatever a search changes before it, or {@link #NONE}. */
    public int last(int machine) {
        return last[machine];
    }

    public boolean outside(int operation) {
        return outsideMinutes[operation] >= 0;
    }

    /** Machine and both times are given, not planned: started work. */
    public boolean fixed(int operation) {
        return fixed[operation];
    }

    /** When started work began; 0 for one that is not fixed. */
    public int fixedStart(int operation) {
        return fixedStart[operation];
    }

    /** When started work ends; 0 for one that is not fixed. */
    public int fixedEnd(int operation) {
        return fixedEnd[operation];
    }

    /** Elapsed minutes of an operation done outside; -1 for one done on a machine. */
    public int outsideMinutes(int operation) {
        return outsideMinutes[operation];
    }

    public int setupState(int operation) {
        return setupState[operation];
    }

    public int earliest(int operation) {
        return earliest[operation];
    }

    /** Machines that can do it; empty for an outside operation. */
    public int[] eligibleMachines(int operation) {
        return Arrays.copyOfRange(eligible.target, eligible.from[operation], eligible.from[operation + 1]);
    }

    /** Working minutes on a machine, or -1 where the machine cannot do it. */
    public int minutes(int operation, int machine) {
        for (int i = eligible.from[operation]; i < eligible.from[operation + 1]; i++) {
            if (eligible.target[i] == machine) {
                return eligible.amount[i];
            }
        }
        return -1;
    }

    /** How many machines can do it. */
    public int eligibleCount(int operation) {
        return eligible.from[operation + 1] - eligible.from[operation];
    }

    /** The machine at {@code position} among those that can do it. */
    public int eligibleMachine(int operation, int position) {
        return eligible.target[eligible.from[operation] + position];
    }

    public int[] predecessors(int operation) {
        return Arrays.copyOfRange(predecessors.target, predecessors.from[operation], predecessors.from[operation + 1]);
    }

    public int predecessorCount(int operation) {
        return predecessors.from[operation + 1] - predecessors.from[operation];
    }

    public int predecessor(int operation, int position) {
        return predecessors.target[predecessors.from[operation] + position];
    }

    /** Elapsed minutes between the end of the predecessor at a position and the earliest start. */
    public int predecessorLag(int operation, int position) {
        return predecessors.amount[predecessors.from[operation] + position];
    }

    /** Whether every machine works around the clock. */
    public boolean neverCloses() {
        return Arrays.stream(calendar).allMatch(WorkingTime::neverCloses);
    }

    /** Elapsed minutes between the end of a direct predecessor and the earliest start; -1 where it is none. */
    public int lag(int predecessor, int operation) {
        for (int i = predecessors.from[operation]; i < predecessors.from[operation + 1]; i++) {
            if (predecessors.target[i] == predecessor) {
                return predecessors.amount[i];
            }
        }
        return -1;
    }

    public int[] finals(int job) {
        return Arrays.copyOfRange(finals.target, finals.from[job], finals.from[job + 1]);
    }

    /** The final operation of a job that {@code plan} ends last. */
    public int lastFinal(int job, TimedPlan plan) {
        int last = finals.target[finals.from[job]];
        for (int i = finals.from[job]; i < finals.from[job + 1]; i++) {
            last = plan.end(finals.target[i]) > plan.end(last) ? finals.target[i] : last;
        }
        return last;
    }

    /** Elapsed minutes from the end of a final operation until the job is done; 0 for a job that ends here. */
    public int finalDelay(int job, int position) {
        return finals.amount[finals.from[job] + position];
    }

    /** The final operation of a job at {@code position}; there is always one at 0. */
    public int finalOperation(int job, int position) {
        return finals.target[finals.from[job] + position];
    }

    public int finalCount(int job) {
        return finals.from[job + 1] - finals.from[job];
    }

    /** The first job an operation works for, or {@link #NONE}. */
    public int jobOf(int operation) {
        return jobOf[operation];
    }

    /** Minute of the promised date, or {@link #NO_DUE}. */
    public int promised(int job) {
        return promised[job];
    }

    /** Minute of the requested date, or {@link #NO_DUE}. */
    public int requested(int job) {
        return requested[job];
    }

    public int weight(int job) {
        return weight[job];
    }
}
