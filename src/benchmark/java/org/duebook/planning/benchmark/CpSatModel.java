package org.duebook.planning.benchmark;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Constraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;
import org.jspecify.annotations.Nullable;

/**
 * A planning problem for CP-SAT, nothing left out: minimise Σ weight × minutes after the promised date.
 *
 * <pre>
 *   working minutes of a machine's calendar      w₁ ───[setup][ operation ]──▶      sequence, setups, durations: linear
 *                                                 │ t = w + Σ closed before interval k × [w ≥ its first minute]
 *   elapsed minutes                              t₁ ──────────────▶                 precedence, lags, dates: linear
 * </pre>
 *
 * <p>On a machine time is counted in working minutes, in which work that pauses over closed time is a plain interval and
 * a setup a plain distance; elapsed time follows with one literal per open interval, which the solver knows as a bound of
 * w. Operations of machines with the same calendar are linked without that detour. Per machine: optional intervals that
 * do not overlap, in an order with setups ({@link CpSatSequence}). The dispatch rule's plan is the complete hint.
 */
final class CpSatModel {
    /** Changed whenever answers of an older model are not to be compared any more. */
    static final int VERSION = 2;

    /** An operation on the machines of one calendar. */
    record Slot(int operation, OpenHours hours, IntVar start, Literal active, List<Choice> choices) {}

    /** An operation on one machine. */
    record Choice(Slot slot, int machine, int minutes, Literal present, boolean hinted) {
        int operation() {
            return slot.operation;
        }

        LinearArgument end() {
            return LinearExpr.affine(slot.start, 1, minutes);
        }
    }

    private record Bound(int variable, long least) {}

    private final CpModel model = new CpModel();
    private final PlanningProblem problem;
    private final TimedPlan hint;
    private final int horizon;
    private final OpenHours[] hours;
    private final int[] head;
    private final List<List<Slot>> slots = new ArrayList<>();
    private final List<List<Choice>> onMachine = new ArrayList<>();
    private final Map<Bound, Literal> bounds = new HashMap<>();
    private final Map<Integer, Long> hinted = new HashMap<>();
    /** By the variable of the slot's start. */
    private final Map<Integer, LinearArgument> workEnds = new HashMap<>();

    private final @Nullable IntVar[] startTime;
    private final @Nullable LinearArgument[] endTime;

    CpSatModel(PlanningProblem problem, TimedPlan hint) {
        this.problem = problem;
        this.hint = hint;
        int n = problem.operationCount();
        int last = IntStream.range(0, n).map(hint::end).max().orElse(0);
        horizon = last + last / 5 + 1;
        Map<OpenHours, OpenHours> same = new HashMap<>();
        hours = IntStream.range(0, problem.machineCount())
                .mapToObj(m -> OpenHours.until(problem.calendar(m), horizon))
                .map(h -> same.computeIfAbsent(h, k -> k))
                .toArray(OpenHours[]::new);
        head = new Heads(problem, hint).earliestStarts();
        startTime = new IntVar[n];
        endTime = new LinearArgument[n];
        for (int m = 0; m < problem.machineCount(); m++) {
            onMachine.add(new ArrayList<>());
        }
        for (int o = 0; o < n; o++) {
            slots.add(problem.fixed(o) || problem.outside(o) ? List.of() : slots(o));
        }
        for (int o = 0; o < n; o++) {
            precedence(o);
        }
        for (int m = 0; m < problem.machineCount(); m++) {
            sequence(m);
        }
        objective();
    }

    CpModel model() {
        return model;
    }

    private IntVar variable(long least, long most, long hint, String name) {
        IntVar variable = model.newIntVar(least, most, name);
        model.addHint(variable, hint);
        hinted.put(variable.getIndex(), hint);
        return variable;
    }

    private BoolVar literal(boolean hint, String name) {
        return literal(model, hint, name);
    }

    static BoolVar literal(CpModel model, boolean hint, String name) {
        BoolVar literal = model.newBoolVar(name);
        model.addHint(literal, hint);
        return literal;
    }

    private List<Slot> slots(int o) {
        Map<OpenHours, List<Integer>> byHours = new LinkedHashMap<>();
        for (int m : machines(o)) {
            boolean ends = hours[m].work(head[o]) + problem.minutes(o, m) <= hours[m].total();
            if (ends) {
                byHours.computeIfAbsent(hours[m], h -> new ArrayList<>()).add(m);
            }
        }
        boolean oneMachine =
                byHours.size() == 1 && byHours.values().iterator().next().size() == 1;
        List<Slot> result = new ArrayList<>();
        byHours.forEach((open, machines) -> {
            boolean chosen = machines.contains(hint.machine(o));
            Literal active = byHours.size() == 1 ? model.trueLiteral() : literal(chosen, "a" + o);
            Slot slot = new Slot(o, open, start(o, open, machines), active, new ArrayList<>());
            for (int m : machines) {
                boolean here = hint.machine(o) == m;
                Literal present =
                        oneMachine ? model.trueLiteral() : machines.size() == 1 ? active : literal(here, "p" + o);
                addChoice(new Choice(slot, m, problem.minutes(o, m), present, here));
            }
            if (byHours.size() > 1 && machines.size() > 1) {
                LinearExprBuilder sum = LinearExpr.newBuilder();
                slot.choices.forEach(c -> sum.add(c.present));
                model.addEquality(sum, active);
            }
            result.add(slot);
        });
        if (!oneMachine) {
            model.addExactlyOne(result.stream()
                    .flatMap(s -> s.choices.stream())
                    .map(Choice::present)
                    .toArray(Literal[]::new));
        }
        return result;
    }

    private IntVar start(int o, OpenHours open, List<Integer> machines) {
        int least = open.work(head[o]);
        int shortest =
                machines.stream().mapToInt(m -> problem.minutes(o, m)).min().orElse(0);
        int most = open.total() - shortest;
        return variable(least, most, Math.clamp(open.work(hint.start(o)), least, most), "w" + o);
    }

    private void addChoice(Choice choice) {
        choice.slot.choices.add(choice);
        onMachine.get(choice.machine).add(choice);
        int most = choice.slot.hours.total() - choice.minutes;
        if (most < choice.slot.start.getDomain().max()) {
            model.addLessOrEqual(choice.slot.start, most).onlyEnforceIf(choice.present);
        }
    }

    /** A frozen operation runs where it is frozen. */
    private int[] machines(int o) {
        for (int m = 0; m < problem.machineCount(); m++) {
            int machine = m;
            if (Arrays.stream(problem.frozen(m)).anyMatch(f -> f == o)) {
                return new int[] {machine};
            }
        }
        return problem.eligibleMachines(o);
    }

    private void precedence(int o) {
        if (problem.fixed(o)) {
            return;
        }
        for (int before : problem.predecessors(o)) {
            int lag = problem.lag(before, o);
            if (!problem.fixed(before)) {
                if (lag == 0 && sameHours(before, o)) {
                    model.addGreaterOrEqual(
                            slots.get(o).getFirst().start,
                            workEnd(slots.get(before).getFirst()));
                } else {
                    model.addGreaterOrEqual(
                            startTime(o),
                            LinearExpr.newBuilder().add(endTime(before)).add(lag));
                }
            }
        }
    }

    private boolean sameHours(int one, int other) {
        return slots.get(one).size() == 1
                && slots.get(other).size() == 1
                && slots.get(one).getFirst().hours.equals(slots.get(other).getFirst().hours);
    }

    private LinearArgument workEnd(Slot slot) {
        return workEnds.computeIfAbsent(slot.start.getIndex(), v -> newWorkEnd(slot));
    }

    private LinearArgument newWorkEnd(Slot slot) {
        int first = slot.choices.getFirst().minutes;
        if (slot.choices.stream().allMatch(c -> c.minutes == first)) {
            return LinearExpr.affine(slot.start, 1, first);
        }
        int minutes = slot.choices.stream()
                .filter(Choice::hinted)
                .mapToInt(Choice::minutes)
                .findFirst()
                .orElse(0);
        IntVar end = variable(0, slot.hours.total(), hinted(slot.start) + minutes, "we" + slot.operation);
        LinearExprBuilder sum = LinearExpr.newBuilder().add(slot.start);
        slot.choices.forEach(c -> sum.addTerm(c.present, c.minutes));
        model.addEquality(end, sum);
        return end;
    }

    private long hinted(IntVar variable) {
        Long value = hinted.get(variable.getIndex());
        return value == null ? 0 : value;
    }

    private LinearArgument startTime(int o) {
        IntVar known = startTime[o];
        if (known != null) {
            return known;
        }
        IntVar time = variable(head[o], horizon, hint.start(o), "t" + o);
        startTime[o] = time;
        for (Slot slot : slots.get(o)) {
            enforced(model.addEquality(time, elapsed(slot.hours, slot.start, 0, 0)), slot);
        }
        return time;
    }

    private LinearArgument endTime(int o) {
        LinearArgument known = endTime[o];
        if (known != null) {
            return known;
        }
        LinearArgument time;
        if (problem.outside(o)) {
            time = LinearExpr.affine((IntVar) startTime(o), 1, hint.end(o) - hint.start(o));
        } else {
            time = variable(head[o], horizon, hint.end(o), "e" + o);
            for (Slot slot : slots.get(o)) {
                enforced(model.addEquality(time, elapsedEnd(slot)), slot);
            }
        }
        endTime[o] = time;
        return time;
    }

    private LinearArgument elapsedEnd(Slot slot) {
        int first = slot.choices.getFirst().minutes;
        boolean same = slot.choices.stream().allMatch(c -> c.minutes == first);
        return same ? elapsed(slot.hours, slot.start, first, 1) : elapsed(slot.hours, (IntVar) workEnd(slot), 0, 1);
    }

    private void enforced(Constraint constraint, Slot slot) {
        if (slots.get(slot.operation).size() > 1) {
            constraint.onlyEnforceIf(slot.active);
        }
    }

    /**
     * Elapsed minutes at {@code work + minutes} working minutes.
     *
     * @param beyond 0 for a start, which lies in the interval that begins there; 1 for an end, which lies in the one before
     */
    private LinearArgument elapsed(OpenHours open, IntVar work, int minutes, int beyond) {
        LinearExprBuilder time = LinearExpr.newBuilder().add(work).add(minutes + open.closedBefore(0));
        for (int k = 1; k < open.intervals(); k++) {
            time.addTerm(atLeast(work, open.before(k) + beyond - minutes), open.closedBefore(k));
        }
        return time;
    }

    private Literal atLeast(IntVar variable, long least) {
        return bounds.computeIfAbsent(new Bound(variable.getIndex(), least), b -> {
            Domain domain = variable.getDomain();
            if (least <= domain.min()) {
                return model.trueLiteral();
            }
            if (least > domain.max()) {
                return model.falseLiteral();
            }
            BoolVar literal = literal(hinted(variable) >= least, "b");
            model.addGreaterOrEqual(variable, least).onlyEnforceIf(literal);
            model.addLessOrEqual(variable, least - 1).onlyEnforceIf(literal.not());
            return literal;
        });
    }

    private void sequence(int machine) {
        List<Choice> choices = onMachine.get(machine);
        if (choices.isEmpty()) {
            return;
        }
        int free = Math.max(0, problem.availableFrom(machine));
        int state = problem.initialState(machine);
        List<Integer> settled = new ArrayList<>();
        for (int o : problem.frozen(machine)) {
            if (problem.fixed(o)) {
                free = Math.max(free, hint.end(o));
                state = problem.setupState(o);
            } else {
                settled.add(o);
            }
        }
        int freeWork = hours[machine].work(free);
        List<IntervalVar> intervals = new ArrayList<>();
        for (Choice c : choices) {
            intervals.add(model.newOptionalFixedSizeIntervalVar(c.slot.start, c.minutes, c.present, "i"));
            if (freeWork > 0) {
                model.addGreaterOrEqual(c.slot.start, freeWork).onlyEnforceIf(c.present);
            }
        }
        model.addNoOverlap(intervals);
        if (problem.changeovers(machine).states() > 0 || !settled.isEmpty()) {
            new CpSatSequence(model, problem, hint, machine, choices, settled).constrain(freeWork, state);
        }
    }

    private void objective() {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int j = 0; j < problem.jobCount(); j++) {
            if (problem.promised(j) != PlanningProblem.NO_DUE && problem.weight(j) > 0) {
                sum.addTerm(late(j), problem.weight(j));
            }
        }
        model.minimize(sum);
    }

    private IntVar late(int job) {
        int promised = problem.promised(job);
        long planned = Arrays.stream(problem.finals(job))
                .mapToLong(o -> (long) hint.end(o) - promised)
                .max()
                .orElse(0);
        IntVar late = variable(0, Math.max(0, (long) horizon - promised), Math.max(0, planned), "late" + job);
        for (int o : problem.finals(job)) {
            if (!problem.fixed(o)) {
                model.addGreaterOrEqual(
                        late, LinearExpr.newBuilder().add(endTime(o)).add(-promised));
            } else if (hint.end(o) > promised) {
                model.addGreaterOrEqual(late, (long) hint.end(o) - promised);
            }
        }
        return late;
    }

    /** Sequences by machine of an answer, the frozen operations first. */
    int[][] sequences(CpSolver solver) {
        int[][] result = new int[problem.machineCount()][];
        for (int m = 0; m < result.length; m++) {
            List<Choice> chosen = new ArrayList<>(onMachine.get(m).stream()
                    .filter(c -> solver.booleanValue(c.present))
                    .toList());
            chosen.sort((a, b) -> Long.compare(solver.value(a.slot.start), solver.value(b.slot.start)));
            result[m] = IntStream.concat(
                            Arrays.stream(problem.frozen(m)).filter(problem::fixed),
                            chosen.stream().mapToInt(Choice::operation))
                    .toArray();
        }
        return result;
    }
}
