package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Collects a {@link PlanningProblem}. Every adding method answers the dense index of what it added. Wrong input
 * (unknown index, negative time, precedence loop, an operation nobody can do) is a caller's bug and throws
 * {@link IllegalArgumentException} naming the index.
 */
public final class ProblemBuilder {
    final List<WorkingTime> calendars = new ArrayList<>();
    final List<ChangeoverMatrix> changeovers = new ArrayList<>();
    final IntList initialState = new IntList();
    final IntList availableFrom = new IntList();
    private final List<IntList> frozen = new ArrayList<>();
    final IntList last = new IntList();

    final IntList setupState = new IntList();
    final IntList earliest = new IntList();
    final IntList outsideMinutes = new IntList();
    private final IntList fixed = new IntList();
    final IntList fixedStart = new IntList();
    final IntList fixedEnd = new IntList();
    final PairList eligible = new PairList();
    final PairList predecessors = new PairList();
    private final IntList eligibleCount = new IntList();

    final PairList finals = new PairList();
    /** Jobs that go on after the problem. */
    final BitSet beyond = new BitSet();

    final IntList promised = new IntList();
    final IntList buffer = new IntList();
    final IntList requested = new IntList();
    final IntList weight = new IntList();

    /**
     * @param initialState the setup state the machine is in, or {@link ChangeoverMatrix#UNKNOWN}
     * @param availableFrom minute before which it neither sets up nor runs anything that is not fixed
     */
    public int machine(WorkingTime calendar, ChangeoverMatrix matrix, int initialState, int availableFrom) {
        calendars.add(calendar);
        changeovers.add(matrix);
        this.initialState.add(initialState);
        this.availableFrom.add(availableFrom);
        frozen.add(new IntList());
        last.add(PlanningProblem.NONE);
        return calendars.size() - 1;
    }

    /** The operation stays the machine's last: a search puts nothing behind it and does not move it. */
    public ProblemBuilder keepLast(int machine, int operation) {
        requireMachine(machine);
        requireOperation(operation);
        last.set(machine, operation);
        return this;
    }

    /**
     * An operation done on one of the plant's machines; say which with {@link #runsOn}.
     *
     * @param setupState the state its machine must be in
     * @param earliest minute before which it may not start: material and release
     */
    public int operation(int setupState, int earliest) {
        return add(setupState, earliest, -1);
    }

    /** An operation done outside: no machine, any number at once, {@code minutes} of elapsed time. */
    public int outside(int minutes, int earliest) {
        require(minutes >= 0, "outside duration", minutes);
        return add(0, earliest, minutes);
    }

    private int add(int state, int notBefore, int outside) {
        setupState.add(state);
        earliest.add(notBefore);
        outsideMinutes.add(outside);
        fixed.add(0);
        fixedStart.add(0);
        fixedEnd.add(0);
        eligibleCount.add(0);
        return setupState.size() - 1;
    }

    /** The operation can be done on the machine in so many working minutes. */
    public ProblemBuilder runsOn(int operation, int machine, int minutes) {
        requireOperation(operation);
        requireMachine(machine);
        require(minutes >= 0, "duration of operation " + operation, minutes);
        require(outsideMinutes.get(operation) < 0, "machine of outside operation", operation);
        int state = setupState.get(operation);
        int states = changeovers.get(machine).states();
        require(states == 0 || state >= 0 && state < states, "setup state of operation " + operation, state);
        eligible.add(operation, machine, minutes);
        eligibleCount.set(operation, eligibleCount.get(operation) + 1);
        return this;
    }

    /** {@code after} starts no earlier than {@code lag} elapsed minutes after {@code before} has ended. */
    public ProblemBuilder precedes(int before, int after, int lag) {
        requireOperation(before);
        requireOperation(after);
        require(lag >= 0, "lag after operation " + before, lag);
        predecessors.add(after, before, lag);
        return this;
    }

    /**
     * Started or otherwise given work: its times stand whatever the calendar says, its setup is done. It must be able
     * to run on {@code machine} alone (or be outside with {@link PlanningProblem#NONE}) and, on a machine, be frozen.
     */
    public ProblemBuilder fix(int operation, int machine, int start, int end) {
        requireOperation(operation);
        require(end >= start, "end of fixed operation " + operation, end);
        if (machine == PlanningProblem.NONE) {
            require(outsideMinutes.get(operation) >= 0, "fixed operation without machine", operation);
        } else {
            requireMachine(machine);
            require(eligibleCount.get(operation) == 0, "fixed operation with machines of its own", operation);
            runsOn(operation, machine, calendars.get(machine).between(start, end));
        }
        fixed.set(operation, 1);
        fixedStart.set(operation, start);
        fixedEnd.set(operation, end);
        return this;
    }

    /** Appends to the frozen start of the machine's sequence; times of one that is not fixed still follow the rules. */
    public ProblemBuilder freeze(int machine, int operation) {
        requireOperation(operation);
        requireMachine(machine);
        frozen.get(machine).add(operation);
        return this;
    }

    /**
     * A deliverable order line.
     *
     * @param finalOperations done when all of these have ended
     * @param promised minute of the promised date or {@link PlanningProblem#NO_DUE}
     * @param requested minute of the requested date or {@link PlanningProblem#NO_DUE}
     * @param weight how much a late minute counts, at least 0
     */
    public int job(int[] finalOperations, int promised, int requested, int weight) {
        return job(finalOperations, promised, 0, requested, weight);
    }

    /** The same that may give way to others no further than so many minutes before its promised date. */
    public int job(int[] finalOperations, int promised, int buffer, int requested, int weight) {
        require(buffer >= 0, "buffer of job " + this.weight.size(), buffer);
        int job = job(finalOperations, new int[finalOperations.length], promised, requested, weight);
        this.buffer.set(job, buffer);
        return job;
    }

    /**
     * A job that goes on after what is planned here: done when the last of the operations has ended and its delay is over.
     * Its work in progress does not count.
     *
     * @param operations operations it waits for
     * @param delays elapsed minutes from the end of each until the job is done
     */
    public int jobBeyond(int[] operations, int[] delays, int promised, int requested, int weight) {
        int job = job(operations, delays, promised, requested, weight);
        beyond.set(job);
        return job;
    }

    private int job(int[] operations, int[] delays, int promised, int requested, int weight) {
        int job = this.weight.size();
        require(weight >= 0, "weight of job " + job, weight);
        require(operations.length > 0, "final operations of job " + job, 0);
        for (int i = 0; i < operations.length; i++) {
            requireOperation(operations[i]);
            require(delays[i] >= 0, "delay of job " + job, delays[i]);
            finals.add(job, operations[i], delays[i]);
        }
        this.promised.add(promised);
        buffer.add(0);
        this.requested.add(requested);
        this.weight.add(weight);
        return job;
    }

    public PlanningProblem build() {
        for (int o = 0; o < eligibleCount.size(); o++) {
            require(outsideMinutes.get(o) >= 0 || eligibleCount.get(o) > 0, "no machine for operation", o);
        }
        PlanningProblem problem = new PlanningProblem(this);
        boolean[] isFrozen = new boolean[problem.operationCount()];
        for (int m = 0; m < problem.machineCount(); m++) {
            for (int operation : problem.frozen[m]) {
                require(!isFrozen[operation], "operation frozen twice", operation);
                require(problem.minutes(operation, m) >= 0, "machine of frozen operation " + operation, m);
                isFrozen[operation] = true;
            }
        }
        for (int o = 0; o < isFrozen.length; o++) {
            require(!problem.fixed[o] || problem.outside(o) || isFrozen[o], "fixed operation not frozen", o);
        }
        return problem;
    }

    int[][] frozenByMachine() {
        return frozen.stream().map(IntList::toArray).toArray(int[][]::new);
    }

    boolean[] fixedFlags() {
        boolean[] flags = new boolean[fixed.size()];
        for (int o = 0; o < flags.length; o++) {
            flags[o] = fixed.get(o) == 1;
        }
        return flags;
    }

    private void requireOperation(int operation) {
        require(operation >= 0 && operation < setupState.size(), "operation", operation);
    }

    private void requireMachine(int machine) {
        require(machine >= 0 && machine < calendars.size(), "machine", machine);
    }

    private static void require(boolean holds, String what, int found) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": " + found);
        }
    }
}
