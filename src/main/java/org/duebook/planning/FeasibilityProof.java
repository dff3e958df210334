package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.planning.checker.PlantDescription;
import org.duebook.planning.checker.PlantDescription.After;
import org.duebook.planning.checker.PlantDescription.Changeover;
import org.duebook.planning.checker.PlantDescription.Material;
import org.duebook.planning.checker.PlantDescription.PlantMachine;
import org.duebook.planning.checker.PlantDescription.Receipt;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.PlantDescription.Shift;
import org.duebook.planning.checker.PlantDescription.Work;
import org.duebook.planning.checker.ScheduleChecker;
import org.duebook.plant.Machine;
import org.duebook.production.MachineTime;
import org.duebook.production.MaterialNeed;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * Describes the plant to the independent checker from the facts themselves, not from the timeline's arrays, and asks it
 * whether a plan can be carried out.
 */
final class FeasibilityProof {

    /** Stands for every state in a changeover row. */
    private static final String ANY = "*";

    private final PlanFacts facts;
    private final Map<OperationId, Operation> planned;
    private final List<MaterialPeg> pegs;
    private final Instant lastEnd;

    private FeasibilityProof(PlanFacts facts, List<MaterialPeg> pegs, Instant lastEnd) {
        this.facts = facts;
        planned = facts.operations()
                .filter(operation -> operation.status() == OperationStatus.PLANNED)
                .collect(toMap(Operation::id, Function.identity()));
        this.pegs = pegs;
        this.lastEnd = lastEnd;
    }

    /**
     * What is wrong with the plan, in words; nothing when it is feasible.
     *
     * @param settled places in the plan in force when this one was begun that lie in the frozen horizon; what has started or
     *     been done since, or cannot run there any more, binds no longer
     */
    static List<String> faults(
            PlanFacts facts, List<MaterialPeg> pegs, List<PlacedOperation> placed, List<PlacedOperation> settled) {
        Instant lastEnd = placed.stream()
                .map(PlacedOperation::end)
                .max(Instant::compareTo)
                .orElse(facts.horizon());
        FeasibilityProof proof = new FeasibilityProof(facts, pegs, lastEnd);
        Set<OperationId> started = facts.operations()
                .filter(operation -> operation.status() == OperationStatus.STARTED)
                .map(Operation::id)
                .collect(Collectors.toSet());
        PlantDescription plant = new PlantDescription(
                facts.machines().stream().map(proof::machine).toList(),
                proof.work(),
                placed.stream()
                        .filter(each -> started.contains(each.operation()))
                        .map(FeasibilityProof::scheduled)
                        .toList(),
                settled.stream()
                        .filter(proof::stillBinds)
                        .map(FeasibilityProof::scheduled)
                        .toList(),
                proof.materials());
        return ScheduleChecker.check(
                        plant, placed.stream().map(FeasibilityProof::scheduled).toList())
                .stream()
                .map(violation -> violation.operation() + ": " + violation.words())
                .toList();
    }

    private boolean stillBinds(PlacedOperation settled) {
        Operation operation = planned.get(settled.operation());
        return operation != null
                && operation.machines().stream().anyMatch(able -> able.machine().equals(settled.machine()));
    }

    private static Scheduled scheduled(PlacedOperation placed) {
        return new Scheduled(
                placed.operation().toString(),
                Optional.ofNullable(placed.machine()).map(machine -> machine.value()),
                placed.setupStart(),
                placed.start(),
                placed.end());
    }

    private PlantMachine machine(Machine machine) {
        Set<String> names = new TreeSet<>();
        facts.operations().forEach(operation -> names.add(operation.setupState()));
        names.add(machine.setupState());
        Map<Changeover, Duration> changeovers = new HashMap<>();
        for (String from : names) {
            for (String to : names) {
                Duration needed = needed(machine, from, to);
                if (needed.isPositive()) {
                    changeovers.put(new Changeover(from, to), needed);
                }
            }
        }
        return new PlantMachine(
                machine.code().value(),
                RepeatedWeek.until(
                                lastEnd,
                                facts.working().getOrDefault(machine.code(), List.of()),
                                new TimeWindow(facts.origin(), facts.horizon()))
                        .stream()
                        .map(window -> new Shift(window.from(), window.to()))
                        .toList(),
                changeovers,
                machine.setupState().isEmpty() ? Optional.empty() : Optional.of(machine.setupState()),
                facts.now());
    }

    /** Whole minutes by the row that names most of both states, the state left before the state entered. */
    private Duration needed(Machine machine, String from, String to) {
        if (from.equals(to)) {
            return Duration.ZERO;
        }
        return facts.changeovers().getOrDefault(machine.workCentre(), List.of()).stream()
                .filter(row -> row.from().equals(from) || row.from().equals(ANY))
                .filter(row -> row.to().equals(to) || row.to().equals(ANY))
                .min(Comparator.comparing(
                                (org.duebook.plant.Changeover row) -> row.from().equals(ANY))
                        .thenComparing(row -> row.to().equals(ANY)))
                .map(row -> row.time().truncatedTo(ChronoUnit.MINUTES))
                .orElse(Duration.ZERO);
    }

    private List<Work> work() {
        List<Work> work = new ArrayList<>();
        for (ProductionOrder order : facts.orders()) {
            Operation before = null;
            for (Operation operation : order.operations()) {
                if (operation.status() != OperationStatus.FINISHED) {
                    work.add(work(order, operation, before));
                }
                before = operation;
            }
        }
        return work;
    }

    private Work work(ProductionOrder order, Operation operation, @Nullable Operation before) {
        Instant earliest = operation.status() == OperationStatus.STARTED && operation.startedAt() != null
                ? operation.startedAt()
                : order.releasedFrom(facts.now());
        List<After> after = new ArrayList<>();
        if (before != null) {
            if (before.finishedAt() == null) {
                after.add(new After(before.id().toString(), before.transfer()));
            } else if (operation.status() == OperationStatus.PLANNED) {
                Instant ready = before.finishedAt().plus(before.transfer());
                earliest = ready.isAfter(earliest) ? ready : earliest;
            }
        }
        for (ProductionOrder part : facts.orders()) {
            if (order.number().equals(part.parent())
                    && part.parentOperation() == operation.id().sequence()) {
                Operation last = part.operations().getLast();
                if (last.finishedAt() == null) {
                    after.add(new After(last.id().toString(), last.transfer()));
                }
            }
        }
        return new Work(
                operation.id().toString(),
                operation.machines().stream()
                        .collect(toMap(able -> able.machine().value(), MachineTime::time, (a, b) -> a)),
                Optional.ofNullable(operation.outside()),
                operation.setupState(),
                earliest,
                after);
    }

    /** Stock and receipts as they are, purchases as they are pegged; every waiting operation takes what it needs. */
    private List<Material> materials() {
        Map<ItemNumber, Map<String, BigDecimal>> taken = new HashMap<>();
        for (ProductionOrder order : facts.orders()) {
            Set<Integer> waiting = order.operations().stream()
                    .filter(operation -> operation.status() == OperationStatus.PLANNED)
                    .map(operation -> operation.id().sequence())
                    .collect(Collectors.toSet());
            for (MaterialNeed need : order.materials()) {
                if (!need.reserved() && waiting.contains(need.operation())) {
                    taken.computeIfAbsent(need.component(), key -> new HashMap<>())
                            .merge(
                                    new OperationId(order.number(), need.operation()).toString(),
                                    need.quantity().amount(),
                                    BigDecimal::add);
                }
            }
        }
        Map<ItemNumber, List<ScheduledReceipt>> receipts =
                facts.receipts().stream().collect(groupingBy(ScheduledReceipt::item));
        return taken.entrySet().stream()
                .map(each -> material(each.getKey(), each.getValue(), receipts.getOrDefault(each.getKey(), List.of())))
                .toList();
    }

    private Material material(ItemNumber item, Map<String, BigDecimal> taken, List<ScheduledReceipt> scheduled) {
        LocalDate tomorrow = facts.now().atZone(facts.zone()).toLocalDate().plusDays(1);
        List<Receipt> receipts = new ArrayList<>();
        for (ScheduledReceipt receipt : scheduled) {
            LocalDate day = receipt.expected().isBefore(tomorrow) ? tomorrow : receipt.expected();
            receipts.add(new Receipt(
                    day.atStartOfDay(facts.zone()).toInstant(),
                    receipt.quantity().amount()));
        }
        pegs.stream()
                .filter(peg -> peg.component().equals(item) && peg.source() == MaterialPeg.Source.PURCHASE)
                .forEach(peg ->
                        receipts.add(new Receipt(peg.available(), peg.quantity().amount())));
        BigDecimal onHand = Optional.ofNullable(facts.free().get(item))
                .map(free -> free.amount())
                .orElse(BigDecimal.ZERO);
        return new Material(item.value(), onHand, receipts, taken);
    }
}
