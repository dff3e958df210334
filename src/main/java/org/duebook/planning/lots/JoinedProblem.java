package org.duebook.planning.lots;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;

/** A problem in which each lot is one operation, and the way there and back. Immutable. */
public final class JoinedProblem {

    private final PlanningProblem single;
    private final Lots lots;
    private final PlanningProblem joined;

    /** @param lots loop-free, of operations that run on the same machines in the same setup state */
    public JoinedProblem(PlanningProblem single, Lots lots) {
        if (lots.operations() != single.operationCount()) {
            throw new IllegalArgumentException(
                    "lots of " + lots.operations() + " operations for a problem of " + single.operationCount());
        }
        this.single = single;
        this.lots = lots;
        this.joined = lots.isEmpty() ? single : join();
    }

    /** The problem to be planned: its operations are the lots. */
    public PlanningProblem problem() {
        return joined;
    }

    /** Sequences of lots as sequences of operations. */
    public int[][] unfold(int[][] ofLots) {
        return Arrays.stream(ofLots)
                .map(sequence -> Arrays.stream(sequence)
                        .flatMap(lot -> Arrays.stream(lots.members(lot)))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Sequences of operations as sequences of lots: each lot stands where its first member stood. */
    public int[][] fold(int[][] ofOperations) {
        return Arrays.stream(ofOperations)
                .map(sequence -> Arrays.stream(sequence)
                        .filter(operation -> lots.members(lots.lotOf(operation))[0] == operation)
                        .map(lots::lotOf)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Where lots stood before: where their first members did, as far as all stood on one machine. */
    public ReferencePlan fold(ReferencePlan reference) {
        int[] machine = new int[lots.count()];
        int[] start = new int[lots.count()];
        for (int lot = 0; lot < lots.count(); lot++) {
            int[] members = lots.members(lot);
            int on = reference.machine()[members[0]];
            boolean together =
                    IntStream.of(members).allMatch(member -> reference.machine()[member] == on);
            machine[lot] = together ? on : NONE;
            start[lot] = reference.start()[members[0]];
        }
        return new ReferencePlan(machine, start, reference.tolerance());
    }

    private PlanningProblem join() {
        ProblemBuilder builder = new ProblemBuilder();
        for (int m = 0; m < single.machineCount(); m++) {
            builder.machine(single.calendar(m), single.changeovers(m), single.initialState(m), single.availableFrom(m));
        }
        int[] frozenOn = frozenOn();
        for (int lot = 0; lot < lots.count(); lot++) {
            add(builder, lots.members(lot), frozenOn);
        }
        for (int lot = 0; lot < lots.count(); lot++) {
            precede(builder, lot);
        }
        for (int m = 0; m < single.machineCount(); m++) {
            for (int operation : single.frozen(m)) {
                builder.freeze(m, lots.lotOf(operation));
            }
        }
        for (int job = 0; job < single.jobCount(); job++) {
            builder.job(
                    IntStream.of(single.finals(job)).map(lots::lotOf).distinct().toArray(),
                    single.promised(job),
                    single.requested(job),
                    single.weight(job));
        }
        return builder.build();
    }

    private int[] frozenOn() {
        int[] machine = new int[single.operationCount()];
        Arrays.fill(machine, NONE);
        for (int m = 0; m < single.machineCount(); m++) {
            for (int operation : single.frozen(m)) {
                machine[operation] = m;
            }
        }
        return machine;
    }

    private void add(ProblemBuilder builder, int[] members, int[] frozenOn) {
        int first = members[0];
        int earliest = IntStream.of(members).map(single::earliest).max().orElseThrow();
        int index = single.outside(first)
                ? builder.outside(single.outsideMinutes(first), earliest)
                : builder.operation(single.setupState(first), earliest);
        if (single.fixed(first)) {
            builder.fix(index, frozenOn[first], single.fixedStart(first), single.fixedEnd(first));
            return;
        }
        for (int machine : single.eligibleMachines(first)) {
            int minutes = IntStream.of(members)
                    .map(member -> single.minutes(member, machine))
                    .sum();
            builder.runsOn(index, machine, minutes);
        }
    }

    private void precede(ProblemBuilder builder, int lot) {
        Map<Integer, Integer> lags = new LinkedHashMap<>();
        for (int member : lots.members(lot)) {
            for (int before : single.predecessors(member)) {
                lags.merge(lots.lotOf(before), single.lag(before, member), Math::max);
            }
        }
        lags.forEach((before, lag) -> builder.precedes(before, lot, lag));
    }
}
