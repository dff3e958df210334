package org.duebook.planning;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.production.Operation;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;

/**
 * The published plan with its journal, timed anew from what is true now: the order of work on each machine is the
 * plan's, the times follow from calendars, material and what the shop floor reported. Immutable.
 */
final class PlanState {

    private final PlanBook.Head head;
    final PlanModel model;
    final TimedPlan timed;
    final List<PlanRow> rows;
    final List<MaterialPeg> pegs;
    private final Supplies supplies;
    private final Timeline timeline;
    private final PlanReport report;
    final List<PlanBook.HoldRow> holds;
    /** Open production orders that have no place yet. */
    final List<ProductionOrder> unplaced;

    private final Production production;

    private PlanState(
            PlanBook.Head head,
            PlanModel model,
            List<PlanRow> rows,
            List<MaterialPeg> pegs,
            Supplies supplies,
            List<PlanBook.HoldRow> holds,
            List<ProductionOrder> unplaced,
            Production production) {
        this.head = head;
        this.model = model;
        this.rows = List.copyOf(rows);
        this.pegs = List.copyOf(pegs);
        this.supplies = supplies;
        this.holds = List.copyOf(holds);
        this.unplaced = List.copyOf(unplaced);
        this.production = production;
        this.timeline = time(model);
        this.timed = timeline.timedPlan();
        this.report = new PlanReport(model, timed, this.pegs);
    }

    /**
     * @param head the published schedule and the journal's last number
     * @param rows every operation that has a place; orders without a place wait for the next run
     * @param pegs what those operations were pegged to when they were placed
     * @param apart operations of orders that have a place which wait for one themselves
     * @param holds proposals that quotes hold; their operations have rows too
     * @param now the instant it is timed from
     */
    static PlanState of(
            PlanBook.Head head,
            List<PlanRow> rows,
            List<MaterialPeg> pegs,
            Set<OperationId> apart,
            List<PlanBook.HoldRow> holds,
            PlanFactsReader reader,
            Production production,
            Instant now) {
        List<Proposal> held = proposals(holds);
        List<ProductionOrder> heldOrders = held.stream()
                .flatMap(proposal -> proposal.productionOrders().stream())
                .toList();
        PlanFacts all = reader.read(heldOrders, now);
        PlanFacts facts = placedOnly(all, rows, apart);
        Supplies supplies = Supplies.of(facts, reader::free);
        Set<OperationId> waiting = facts.operations()
                .filter(operation -> operation.startedAt() == null)
                .map(Operation::id)
                .collect(Collectors.toSet());
        Map<OperationId, Instant> starts = new HashMap<>();
        rows.forEach(row -> starts.put(row.placed().operation(), row.placed().start()));
        List<MaterialPeg> retaken = supplies.retake(
                pegs.stream()
                        .filter(peg -> waiting.contains(peg.operation()))
                        .sorted(Comparator.comparing(
                                        (MaterialPeg peg) -> starts.getOrDefault(peg.operation(), Instant.MAX))
                                .thenComparing(MaterialPeg::operation)
                                .thenComparing(MaterialPeg::component))
                        .toList(),
                item -> facts.leadTimeDays().getOrDefault(item, 0));
        PlanModel model = new PlanModel(facts, retaken, PlanModel.sequences(rows));
        return new PlanState(head, model, rows, retaken, supplies, holds, unplaced(all, facts), production);
    }

    private static List<ProductionOrder> unplaced(PlanFacts all, PlanFacts placed) {
        Set<ProductionOrder> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(placed.orders());
        return all.orders().stream().filter(order -> !known.contains(order)).toList();
    }

    private static PlanFacts placedOnly(PlanFacts facts, List<PlanRow> rows, Set<OperationId> apart) {
        Set<ProductionOrderNumber> placed = new HashSet<>();
        rows.forEach(row -> placed.add(row.placed().operation().productionOrder()));
        List<ProductionOrder> orders = facts.orders().stream()
                .filter(order -> placed.contains(order.number()))
                .map(order -> order.operations().stream().noneMatch(each -> apart.contains(each.id()))
                        ? order
                        : order.withOperations(order.operations().stream()
                                .filter(each -> !apart.contains(each.id()))
                                .toList()))
                .toList();
        return facts.withOrders(orders);
    }

    private static List<Proposal> proposals(List<PlanBook.HoldRow> holds) {
        return holds.stream().flatMap(hold -> hold.proposals().stream()).toList();
    }

    private static Timeline time(PlanModel model) {
        int[][] sequences = new int[model.machines.size()][];
        for (int machine = 0; machine < sequences.length; machine++) {
            sequences[machine] = model.problem.frozen(machine);
        }
        Timeline timeline = Timeline.of(model.problem, ReferencePlan.none(model.problem.operationCount()), sequences);
        if (timeline.looped()) {
            throw new IllegalStateException("the published plan's sequences contradict the order of operations");
        }
        return timeline;
    }

    PlanBook.Head head() {
        return head;
    }

    long sequence() {
        return head.sequence();
    }

    /** The published schedule it goes back to; empty before the first. */
    Optional<UUID> schedule() {
        return Optional.ofNullable(head.schedule());
    }

    /** When what is in the plan, or done, before an operation that is not in it lets it begin. */
    Instant readyFor(OperationId id) {
        Instant ready = model.facts.now();
        Optional<ProductionOrder> order = production.find(id.productionOrder());
        if (order.isEmpty()) {
            return ready;
        }
        List<Operation> all = new ArrayList<>();
        order.get().operations().stream()
                .takeWhile(each -> !each.id().equals(id))
                .reduce((earlier, later) -> later)
                .ifPresent(all::add);
        model.facts.orders().stream()
                .filter(part -> id.productionOrder().equals(part.parent())
                        && part.parentOperation() == id.sequence()
                        && !part.operations().isEmpty())
                .forEach(part -> all.add(part.operations().getLast()));
        for (Operation each : all) {
            Instant end = each.finishedAt();
            if (end == null && model.has(each.id())) {
                end = model.at(timed.end(model.operation(each.id())));
            }
            if (end != null && end.plus(each.transfer()).isAfter(ready)) {
                ready = end.plus(each.transfer());
            }
        }
        return ready;
    }

    /** What stands, to be changed; nobody on it gives way. */
    BoardDraft draft() {
        return Board.rigid(timeline).draft();
    }

    /** To be read only. */
    Timeline timeline() {
        return timeline;
    }

    /** What is free of components, as a copy that may be taken from. */
    Supplies supplies() {
        return supplies.copy();
    }

    /** What it reads like; the same for as long as this state serves. */
    PlanReport report() {
        return report;
    }

    /** Where and when everything is done by now. */
    List<PlacedOperation> placed() {
        return model.placed(timed);
    }

    /** Where every operation of the plan stands by now, with its position and hold. */
    Map<OperationId, PlacedOperation> byOperation() {
        return placed().stream().collect(toMap(PlacedOperation::operation, Function.identity()));
    }

    /** When production of each line ends; what quotes hold is left out. */
    Map<OrderLineId, Instant> ends() {
        Map<OrderLineId, Instant> ends = new HashMap<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            if (!Holds.isHeld(
                    model.operations.get(model.problem.finals(job)[0]).id().productionOrder())) {
                Instant end = model.at(completion(model, timed, job));
                ends.merge(model.jobs.get(job).line(), end, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return ends;
    }

    /**
     * When production of a line ends, seen from the release that is worst off.
     *
     * @param due by when it must end: for the promise, or for the requested date while nothing is promised
     */
    record LineEnd(boolean promised, Instant due, Instant end) {

        boolean late() {
            return end.isAfter(due);
        }

        private Duration lateness() {
            return Duration.between(due, end);
        }
    }

    /** Ends of all lines by their worst release; what quotes hold is left out. */
    Map<OrderLineId, LineEnd> lineEnds() {
        Map<OrderLineId, LineEnd> ends = new HashMap<>();
        for (int job = 0; job < model.jobs.size(); job++) {
            if (!Holds.isHeld(
                    model.operations.get(model.problem.finals(job)[0]).id().productionOrder())) {
                PlanModel.Job of = model.jobs.get(job);
                LineEnd end = new LineEnd(of.promisedEnd() != null, of.due(), model.at(completion(model, timed, job)));
                ends.merge(of.line(), end, (a, b) -> a.lateness().compareTo(b.lateness()) >= 0 ? a : b);
            }
        }
        return ends;
    }

    static int completion(PlanModel model, TimedPlan timed, int job) {
        int completion = 0;
        for (int operation : model.problem.finals(job)) {
            completion = Math.max(completion, timed.end(operation));
        }
        return completion;
    }
}
