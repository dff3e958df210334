package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.duebook.planning.explanation.Explanation;
import org.duebook.planning.explanation.LateChain.Link;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Reads a timed plan as a planner would: what it is worth, who is late and why, how full the machines are. */
final class PlanReport {

    private final PlanModel model;
    private final TimedPlan timed;
    private final List<MaterialPeg> pegs;
    /** Worked out when first asked for; whoever comes at the same time finds the same. */
    private volatile @Nullable List<LateLine> late;

    PlanReport(PlanModel model, TimedPlan timed, List<MaterialPeg> pegs) {
        this.model = model;
        this.timed = timed;
        this.pegs = pegs;
    }

    PlanFigures figures() {
        return figures(timed);
    }

    /** Figures of another plan of the same problem, such as the dispatch rule's. */
    PlanFigures figures(TimedPlan plan) {
        Set<OrderLineId> late = new HashSet<>();
        long weighted = 0;
        for (int job = 0; job < model.jobs.size(); job++) {
            long minutes = lateMinutes(plan, job);
            if (minutes > 0) {
                late.add(model.jobs.get(job).line());
                weighted += minutes * model.problem.weight(job);
            }
        }
        return new PlanFigures(
                model.operations.size(),
                late.size(),
                weighted,
                Duration.ofMinutes(plan.evaluation().changeoverMinutes()));
    }

    List<LateLine> lateLines() {
        List<LateLine> known = late;
        if (known == null) {
            known = findLateLines();
            late = known;
        }
        return known;
    }

    private List<LateLine> findLateLines() {
        Map<OrderLineId, LateLine> worst = new TreeMap<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            long minutes = lateMinutes(timed, job);
            if (minutes > 0) {
                LateLine line = lateLine(job, minutes);
                worst.merge(line.line(), line, (a, b) -> a.late().compareTo(b.late()) >= 0 ? a : b);
            }
        }
        return worst.values().stream()
                .sorted(Comparator.comparing(LateLine::late).reversed())
                .toList();
    }

    /** Every release that the plan makes; what quotes hold is none. */
    List<PlannedRelease> releases() {
        record Key(OrderLineId line, int release) {}
        Map<Key, PlannedRelease> last = new HashMap<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            int operation = model.problem.finals(job)[0];
            if (!Holds.isHeld(model.operations.get(operation).id().productionOrder())) {
                PlanModel.Job of = model.jobs.get(job);
                last.merge(
                        new Key(of.line(), of.release()),
                        new PlannedRelease(
                                of.line(),
                                of.release(),
                                of.due(),
                                model.at(PlanState.completion(model, timed, job)),
                                lateMinutes(timed, job) > 0 ? causes(job) : List.of()),
                        (a, b) -> a.end().isAfter(b.end()) ? a : b);
            }
        }
        return List.copyOf(last.values());
    }

    List<MachineLoad> load() {
        List<MachineLoad> load = new ArrayList<>();
        for (int m = 0; m < model.machines.size(); m++) {
            Map<LocalDate, long[]> weeks = new TreeMap<>();
            for (int operation : timed.sequence(m)) {
                book(weeks, m, timed.setupStart(operation), timed.start(operation), 1);
                book(weeks, m, timed.start(operation), timed.end(operation), 0);
            }
            for (Map.Entry<LocalDate, long[]> week : weeks.entrySet()) {
                load.add(new MachineLoad(
                        model.machines.get(m).code(),
                        model.machines.get(m).workCentre(),
                        week.getKey(),
                        capacity(m, week.getKey()),
                        Duration.ofMinutes(week.getValue()[0]),
                        Duration.ofMinutes(week.getValue()[1])));
            }
        }
        return load;
    }

    /** @param frozenUntil operations starting before this stay where they are in the next run */
    List<ScheduledOperation> operations(Instant frozenUntil) {
        Set<OrderLineId> late = new HashSet<>();
        lateLines().forEach(line -> late.add(line.line()));
        List<ScheduledOperation> scheduled = new ArrayList<>();
        for (PlacedOperation placed : model.placed(timed)) {
            Operation operation = model.operations.get(model.operation(placed.operation()));
            ProductionOrder order = model.orderOf(placed.operation());
            scheduled.add(new ScheduledOperation(
                    placed,
                    operation.name(),
                    operation.workCentre(),
                    order.item(),
                    order.quantity(),
                    order.orderLine(),
                    placed.start().isBefore(frozenUntil),
                    late.contains(order.orderLine())));
        }
        scheduled.sort(
                Comparator.comparing((ScheduledOperation each) -> each.placed().start())
                        .thenComparing(each -> each.placed().operation()));
        return scheduled;
    }

    /** What must be bought before the plan can be carried out, earliest first. */
    List<MaterialPeg> shortages() {
        return pegs.stream()
                .filter(peg -> peg.source() == MaterialPeg.Source.PURCHASE)
                .sorted(Comparator.comparing(MaterialPeg::available)
                        .thenComparing(MaterialPeg::component)
                        .thenComparing(MaterialPeg::operation))
                .toList();
    }

    private long lateMinutes(TimedPlan plan, int job) {
        Duration late = Duration.between(model.jobs.get(job).due(), model.at(PlanState.completion(model, plan, job)));
        return Math.max(0, late.plusSeconds(59).toMinutes());
    }

    private LateLine lateLine(int job, long minutes) {
        PlanModel.Job each = model.jobs.get(job);
        return new LateLine(
                each.line(),
                each.promisedEnd() != null,
                each.due(),
                model.at(PlanState.completion(model, timed, job)),
                Duration.ofMinutes(minutes),
                causes(job));
    }

    /** The links of the chain that are waits, longest first; what merely ran is no cause. */
    private List<Binding> causes(int job) {
        record Cause(Binding binding, int minutes) {}
        List<Cause> causes = new ArrayList<>();
        for (Link link : Explanation.of(model.problem, timed, job).links()) {
            Binding binding = binding(link);
            if (binding != null) {
                causes.add(new Cause(binding, link.until() - link.from()));
            }
        }
        if (causes.isEmpty()) {
            int last = model.problem.finals(job)[0];
            return List.of(new Binding.Nothing(model.operations.get(last).id(), model.at(timed.start(last))));
        }
        return causes.stream()
                .sorted(Comparator.comparing(Cause::minutes).reversed())
                .map(Cause::binding)
                .toList();
    }

    /** What kept each operation from starting earlier; absent where nothing did. */
    Map<OperationId, Binding> waits() {
        Map<OperationId, List<MaterialPeg>> pegged = pegs.stream().collect(groupingBy(MaterialPeg::operation));
        Map<OperationId, Binding> waits = new HashMap<>();
        List<List<Link>> each = Explanation.ofEach(model.problem, timed);
        for (int o = 0; o < each.size(); o++) {
            OperationId id = model.operations.get(o).id();
            Binding wait = wait(o, each.get(o), new PlanReport(model, timed, pegged.getOrDefault(id, List.of())));
            if (wait != null) {
                waits.put(id, wait);
            }
        }
        return waits;
    }

    /** The longest wait once everything was there; else what came last of it. */
    private @Nullable Binding wait(int o, List<Link> links, PlanReport own) {
        Optional<Link> longest = links.stream()
                .filter(link ->
                        !(link instanceof Link.Ran || link instanceof Link.Fixed || link instanceof Link.Material))
                .max(Comparator.comparing(link -> link.until() - link.from()));
        if (longest.isPresent()) {
            return own.binding(longest.get());
        }
        if (links.stream().anyMatch(link -> link instanceof Link.Fixed)) {
            return null;
        }
        OperationId id = model.operations.get(o).id();
        return Arrays.stream(model.problem.predecessors(o))
                .boxed()
                .max(Comparator.comparing(timed::end))
                .<Binding>map(last -> new Binding.WaitsForPredecessor(
                        id, model.operations.get(last).id(), model.at(timed.end(last))))
                .orElseGet(() -> own.releaseOrMaterial(id));
    }

    /** By when each line must end and when it ends; of several releases the one that is the most late. */
    Map<OrderLineId, PlanBoard.Due> dues() {
        Map<OrderLineId, PlanBoard.Due> dues = new HashMap<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            PlanModel.Job each = model.jobs.get(job);
            dues.merge(
                    each.line(),
                    new PlanBoard.Due(
                            each.due(), model.at(PlanState.completion(model, timed, job)), each.promisedEnd() != null),
                    (a, b) -> Duration.between(a.due(), a.end()).compareTo(Duration.between(b.due(), b.end())) >= 0
                            ? a
                            : b);
        }
        return dues;
    }

    private @Nullable Binding binding(Link link) {
        OperationId id = model.operations.get(link.operation()).id();
        Instant until = model.at(link.until());
        return switch (link) {
            case Link.Ran ran -> null;
            case Link.MachineBusy busy ->
                new Binding.MachineBusy(id, machine(busy.machine()), model.at(busy.from()), until);
            case Link.Transfer transfer ->
                new Binding.WaitsForPredecessor(
                        id, model.operations.get(transfer.predecessor()).id(), until);
            case Link.Material material -> releaseOrMaterial(id);
            case Link.Closed closed -> new Binding.CalendarClosed(id, machine(closed.machine()), until);
            case Link.MachineUnavailable unavailable ->
                new Binding.MachineBusy(id, machine(unavailable.machine()), model.at(unavailable.from()), until);
            case Link.Fixed fixed -> new Binding.Nothing(id, model.at(fixed.from()));
        };
    }

    /** Whichever comes last. */
    private @Nullable Binding releaseOrMaterial(OperationId id) {
        Instant now = model.facts.now();
        Instant released = model.orderOf(id).releasedFrom(now);
        Binding.WaitsForMaterial material = material(id);
        return released.isAfter(now)
                        && (material == null || !material.available().isAfter(released))
                ? new Binding.NotReleased(id, released)
                : material;
    }

    private Binding.@Nullable WaitsForMaterial material(OperationId id) {
        return pegs.stream()
                .filter(peg -> peg.operation().equals(id) && peg.available().isAfter(model.facts.now()))
                .max(Comparator.comparing(MaterialPeg::available))
                .map(peg -> new Binding.WaitsForMaterial(
                        id, peg.component(), peg.quantity(), peg.source(), peg.reference(), peg.available()))
                .orElse(null);
    }

    private MachineCode machine(int index) {
        return model.machines.get(index).code();
    }

    /** Adds the working minutes of a span to the weeks it lies in. */
    private void book(Map<LocalDate, long[]> weeks, int machine, int from, int to, int column) {
        int at = from;
        while (at < to) {
            LocalDate monday = monday(model.at(at));
            int weekEnd = model.facts.minute(startOf(monday.plusWeeks(1)));
            int until = Math.min(to, weekEnd);
            weeks.computeIfAbsent(monday, key -> new long[2])[column] +=
                    model.problem.calendar(machine).between(at, until);
            at = until;
        }
    }

    private Duration capacity(int machine, LocalDate monday) {
        Instant from = startOf(monday);
        Instant to = startOf(monday.plusWeeks(1));
        return model.facts.working().getOrDefault(machine(machine), List.<TimeWindow>of()).stream()
                .filter(window -> window.from().isBefore(to) && from.isBefore(window.to()))
                .map(window -> Duration.between(
                        window.from().isBefore(from) ? from : window.from(),
                        window.to().isAfter(to) ? to : window.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private LocalDate monday(Instant at) {
        return at.atZone(model.facts.zone()).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(model.facts.zone()).toInstant();
    }
}
