package org.duebook.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.plant.Machine;
import org.duebook.production.MachineTime;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * The plant's facts as a timeline problem, and the way back from dense indices to machines, operations and order lines.
 * Started operations are fixed with the time they still need; finished ones are gone and leave an earliest start behind.
 */
final class PlanModel {

    final PlanFacts facts;
    final SetupStates states;
    final PlanningProblem problem;
    /** By machine index. */
    final List<Machine> machines;
    /** By operation index. */
    final List<Operation> operations;
    /** By job index: a line's release. */
    final List<Job> jobs;

    private final Map<MachineCode, Integer> machineIndex = new HashMap<>();
    private final Map<OperationId, Integer> operationIndex = new LinkedHashMap<>();
    private final Map<ProductionOrderNumber, ProductionOrder> orders = new HashMap<>();

    /**
     * What a job stands for.
     *
     * @param buffer how long before its promised end it must end by plan
     */
    record Job(OrderLineId line, int release, @Nullable Instant promisedEnd, Duration buffer, Instant requestedEnd) {

        Instant due() {
            return promisedEnd == null ? requestedEnd : promisedEnd;
        }
    }

    /**
     * @param pegs material of the operations; each waits for the last of its pegs
     * @param sequences per machine the operations that lead it unchangeably, in order; started ones need not be named
     */
    PlanModel(PlanFacts facts, Collection<MaterialPeg> pegs, Map<MachineCode, List<OperationId>> sequences) {
        this.facts = facts;
        this.states = new SetupStates(facts);
        this.machines = facts.machines();
        this.operations = new ArrayList<>();
        this.jobs = new ArrayList<>();
        ProblemBuilder builder = new ProblemBuilder();
        addMachines(builder);
        addOperations(builder, latestPegs(pegs));
        addPrecedence(builder);
        addJobs(builder);
        freeze(builder, sequences);
        this.problem = builder.build();
    }

    boolean knows(MachineCode machine) {
        return machineIndex.containsKey(machine);
    }

    int machine(MachineCode code) {
        Integer index = machineIndex.get(code);
        if (index == null) {
            throw new IllegalStateException(
                    "machine " + code + " is not one of the plant's machines " + machineIndex.keySet());
        }
        return index;
    }

    boolean has(OperationId operation) {
        return operationIndex.containsKey(operation);
    }

    int operation(OperationId operation) {
        return operationIndex.getOrDefault(operation, PlanningProblem.NONE);
    }

    ProductionOrder orderOf(OperationId operation) {
        ProductionOrder order = orders.get(operation.productionOrder());
        if (order == null) {
            throw new IllegalStateException("operation " + operation + " is in no open production order");
        }
        return order;
    }

    Instant at(int minute) {
        return facts.at(minute);
    }

    /** Every operation with its machine and times. */
    List<PlacedOperation> placed(TimedPlan plan) {
        List<PlacedOperation> placed = new ArrayList<>(operations.size());
        for (int o = 0; o < operations.size(); o++) {
            placed.add(placed(plan, o));
        }
        return placed;
    }

    PlacedOperation placed(TimedPlan plan, int o) {
        Operation operation = operations.get(o);
        int machine = plan.machine(o);
        return new PlacedOperation(
                operation.id(),
                machine < 0 ? null : machines.get(machine).code(),
                at(plan.setupStart(o)),
                at(plan.start(o)),
                at(plan.end(o)),
                operation.setupState());
    }

    /** Where operations stood before, as the reference for stability. */
    ReferencePlan reference(Collection<PlacedOperation> before, int toleranceMinutes) {
        int[] machine = new int[operations.size()];
        int[] start = new int[operations.size()];
        Arrays.fill(machine, PlanningProblem.NONE);
        for (PlacedOperation placed : before) {
            int o = operation(placed.operation());
            if (o >= 0 && placed.machine() != null && machineIndex.containsKey(placed.machine())) {
                machine[o] = machine(placed.machine());
                start[o] = facts.minute(placed.start());
            }
        }
        return new ReferencePlan(machine, start, toleranceMinutes);
    }

    /** Operations of the plan by machine in order, those that are gone left out. */
    static Map<MachineCode, List<OperationId>> sequences(Collection<PlanRow> rows) {
        Map<MachineCode, List<OperationId>> sequences = new HashMap<>();
        rows.stream()
                .filter(row -> row.placed().machine() != null)
                .sorted(comparingDouble(PlanRow::position))
                .forEach(row -> sequences
                        .computeIfAbsent(row.placed().machine(), key -> new ArrayList<>())
                        .add(row.placed().operation()));
        return sequences;
    }

    /** Operations by machine index in order of start, what is frozen first; those that are gone left out. */
    int[][] indexed(Collection<PlacedOperation> placed) {
        int[][] sequences = new int[machines.size()][];
        for (int m = 0; m < sequences.length; m++) {
            MachineCode code = machines.get(m).code();
            int[] frozen = problem.frozen(m);
            IntStream others = placed.stream()
                    .filter(each -> code.equals(each.machine()))
                    .sorted(comparing(PlacedOperation::start))
                    .filter(each -> has(each.operation()) && mayRunOn(each.operation(), code))
                    .mapToInt(each -> operation(each.operation()))
                    .filter(o -> Arrays.stream(frozen).noneMatch(f -> f == o));
            sequences[m] = IntStream.concat(Arrays.stream(frozen), others).toArray();
        }
        return sequences;
    }

    private void addMachines(ProblemBuilder builder) {
        int now = facts.minute(facts.now());
        for (Machine machine : machines) {
            int index = builder.machine(
                    calendar(facts.working().getOrDefault(machine.code(), List.of())),
                    states.changeovers(machine.workCentre()),
                    states.initial(machine.setupState()),
                    now);
            machineIndex.put(machine.code(), index);
        }
    }

    /** @param windows sorted, not overlapping */
    WorkingTime calendar(List<TimeWindow> windows) {
        int[] from = windows.stream()
                .mapToInt(window -> facts.minuteFrom(window.from()))
                .toArray();
        int[] to =
                windows.stream().mapToInt(window -> facts.minute(window.to())).toArray();
        return WorkingTime.of(from, to, facts.minute(facts.horizon()));
    }

    private static Map<OperationId, Instant> latestPegs(Collection<MaterialPeg> pegs) {
        Map<OperationId, Instant> latest = new HashMap<>();
        pegs.forEach(peg -> latest.merge(peg.operation(), peg.available(), (a, b) -> a.isAfter(b) ? a : b));
        return latest;
    }

    private void addOperations(ProblemBuilder builder, Map<OperationId, Instant> material) {
        for (ProductionOrder order : facts.orders()) {
            orders.put(order.number(), order);
        }
        for (ProductionOrder order : facts.orders()) {
            Operation before = null;
            for (Operation operation : order.operations()) {
                if (operation.status() != OperationStatus.FINISHED) {
                    add(builder, operation, earliest(order, operation, before, material));
                }
                before = operation;
            }
        }
    }

    private void add(ProblemBuilder builder, Operation operation, int earliest) {
        int index;
        if (operation.outside() != null) {
            index = builder.outside((int) operation.outside().toMinutes(), earliest);
        } else {
            index = builder.operation(states.number(operation.setupState()), earliest);
            if (operation.status() == OperationStatus.PLANNED) {
                for (MachineTime able : operation.machines()) {
                    if (machineIndex.containsKey(able.machine())) {
                        builder.runsOn(index, machine(able.machine()), (int)
                                able.time().toMinutes());
                    }
                }
            }
        }
        operations.add(operation);
        operationIndex.put(operation.id(), index);
    }

    /**
     * The first minute at which an operation of the plan may begin when the last of its material is there then.
     *
     * @param material null where it takes none
     */
    int earliest(OperationId id, @Nullable Instant material) {
        ProductionOrder order = orderOf(id);
        Operation before = null;
        for (Operation operation : order.operations()) {
            if (operation.id().equals(id)) {
                return earliest(order, operation, before, material == null ? Map.of() : Map.of(id, material));
            }
            before = operation;
        }
        throw new IllegalArgumentException(id + " is no operation of " + order.number());
    }

    /** After now, after its release and its material, and after what was finished before it. */
    private int earliest(
            ProductionOrder order,
            Operation operation,
            @Nullable Operation before,
            Map<OperationId, Instant> material) {
        Instant earliest = order.releasedFrom(facts.now());
        Instant there = material.get(operation.id());
        if (there != null && there.isAfter(earliest)) {
            earliest = there;
        }
        if (before != null && before.finishedAt() != null) {
            Instant ready = before.finishedAt().plus(before.transfer());
            earliest = ready.isAfter(earliest) ? ready : earliest;
        }
        return facts.minuteFrom(earliest);
    }

    private void addPrecedence(ProblemBuilder builder) {
        for (ProductionOrder order : facts.orders()) {
            for (int i = 1; i < order.operations().size(); i++) {
                precede(
                        builder,
                        order.operations().get(i - 1),
                        order.operations().get(i).id());
            }
            ProductionOrder parent = order.parent() == null ? null : orders.get(order.parent());
            if (parent != null && !order.operations().isEmpty()) {
                precede(
                        builder,
                        order.operations().getLast(),
                        new OperationId(parent.number(), order.parentOperation()));
            }
        }
    }

    private void precede(ProblemBuilder builder, Operation before, OperationId after) {
        if (has(before.id()) && has(after)) {
            builder.precedes(operation(before.id()), operation(after), (int)
                    before.transfer().toMinutes());
        }
    }

    /** One job for a release, however many lots it is made in; a quote's own is another, and what is due otherwise too. */
    private void addJobs(ProblemBuilder builder) {
        record Key(Job job, int priority, boolean held) {}
        Map<Key, List<Integer>> finals = new LinkedHashMap<>();
        for (ProductionOrder order : facts.orders()) {
            if (order.parent() == null
                    && !order.operations().isEmpty()
                    && has(order.operations().getLast().id())) {
                Job job = new Job(
                        order.orderLine(), order.release(), order.promisedEnd(), order.buffer(), order.requestedEnd());
                finals.computeIfAbsent(
                                new Key(job, order.priority(), Holds.isHeld(order.number())), key -> new ArrayList<>())
                        .add(operation(order.operations().getLast().id()));
            }
        }
        finals.forEach((key, last) -> {
            jobs.add(key.job());
            builder.job(
                    last.stream().mapToInt(Integer::intValue).toArray(),
                    // An accepted line that nobody promised yet has only the day its customer asked for.
                    facts.minute(key.job().due()),
                    (int) key.job().buffer().toMinutes(),
                    facts.minute(key.job().requestedEnd()),
                    10 - key.priority());
        });
    }

    private void freeze(ProblemBuilder builder, Map<MachineCode, List<OperationId>> sequences) {
        operations.stream()
                .filter(operation -> operation.status() == OperationStatus.STARTED)
                .sorted(comparing(Operation::startedAt))
                .forEach(operation -> fix(builder, operation));
        sequences.forEach((machine, sequence) -> {
            for (OperationId id : sequence) {
                if (has(id) && mayRunOn(id, machine)) {
                    builder.freeze(machine(machine), operation(id));
                }
            }
        });
    }

    private boolean mayRunOn(OperationId id, MachineCode machine) {
        Operation operation = operations.get(operation(id));
        return operation.status() == OperationStatus.PLANNED
                && machineIndex.containsKey(machine)
                && operation.machines().stream().anyMatch(able -> able.machine().equals(machine));
    }

    /** A started operation ends when what is still to be made of it is done, counted from now. */
    private void fix(ProblemBuilder builder, Operation operation) {
        Instant startedAt = operation.startedAt() == null ? facts.now() : operation.startedAt();
        int start = facts.minute(startedAt);
        int now = facts.minute(facts.now());
        int index = operation(operation.id());
        MachineCode code = operation.machine();
        if (operation.outside() != null || code == null) {
            int end = start
                    + (operation.outside() == null
                            ? 0
                            : (int) operation.outside().toMinutes());
            builder.fix(index, PlanningProblem.NONE, start, Math.max(end, now + 1));
            return;
        }
        int machine = machine(code);
        WorkingTime calendar = calendar(facts.working().getOrDefault(code, List.of()));
        int end = calendar.plus(Math.max(now, start), remainingMinutes(operation, code));
        builder.fix(index, machine, start, end);
        builder.freeze(machine, index);
    }

    private int remainingMinutes(Operation operation, MachineCode machine) {
        long whole = operation.machines().stream()
                .filter(able -> able.machine().equals(machine))
                .mapToLong(able -> able.time().toMinutes())
                .findFirst()
                .orElse(1);
        double quantity = orderOf(operation.id()).quantity().amount().doubleValue();
        double made = operation.good().plus(operation.scrap()).amount().doubleValue();
        return (int) Math.max(1, Math.ceil(whole * Math.max(0, 1 - made / quantity)));
    }
}
