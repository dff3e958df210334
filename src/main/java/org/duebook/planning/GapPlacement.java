package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.duebook.planning.futures.Futures;
import org.duebook.planning.futures.Step;
import org.duebook.planning.futures.Supply;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.planning.timeline.NewOperation;
import org.duebook.planning.timeline.Placement.Bound;
import org.duebook.production.MaterialNeed;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.jspecify.annotations.Nullable;

/** Fits one proposal into the gaps of a plan and puts what bound it into the plant's terms. */
final class GapPlacement {

    private final PlanModel model;
    private final Supplies supplies;
    private final BoardDraft draft;
    private final LinePositions positions;
    private final ToIntFunction<ItemNumber> leadTimeDays;
    private final Function<OperationId, Instant> ready;
    private final Map<OperationId, Integer> index = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    /** When each is released; now where it is already. */
    private final List<Instant> releases = new ArrayList<>();

    private final List<NewOperation> fresh = new ArrayList<>();
    private final List<MaterialPeg> pegs = new ArrayList<>();
    private final Proposal proposal;
    private List<org.duebook.planning.timeline.Placement> placed = List.of();

    private GapPlacement(
            PlanModel model,
            BoardDraft draft,
            LinePositions positions,
            Supplies supplies,
            ToIntFunction<ItemNumber> leadTimeDays,
            Function<OperationId, Instant> ready,
            Proposal proposal) {
        this.model = model;
        this.draft = draft;
        this.positions = positions;
        this.supplies = supplies;
        this.leadTimeDays = leadTimeDays;
        this.ready = ready;
        this.proposal = proposal;
    }

    /**
     * Takes material from {@code supplies}, puts the proposal on the draft and its positions among the others.
     *
     * @param thrift see {@link BoardDraft#insert}
     * @param ready when what is there before an operation lets it begin
     */
    static GapPlacement of(
            PlanModel model,
            BoardDraft draft,
            LinePositions positions,
            int thrift,
            Supplies supplies,
            Proposal proposal,
            ToIntFunction<ItemNumber> leadTimeDays,
            Function<OperationId, Instant> ready) {
        GapPlacement gaps = new GapPlacement(model, draft, positions, supplies, leadTimeDays, ready, proposal);
        // Parents come before their parts in a proposal, and parts must be placed first.
        proposal.productionOrders().reversed().forEach(order -> gaps.add(order, proposal.productionOrders()));
        gaps.placed = draft.insert(gaps.fresh, thrift);
        return gaps;
    }

    /** Whether stock covers it all, so that nothing was placed. */
    boolean isEmpty() {
        return placed.isEmpty();
    }

    /** The minute at which the last operation of the top production order ends; only where something was placed. */
    int end() {
        return placed.get(last()).end();
    }

    /** Indices on the board of what must be done for it to be done. */
    int[] finals() {
        return lastOfTop().mapToInt(at -> placed.get(at).index()).toArray();
    }

    /** Its operations for futures that have the numbers of the board it was put on. */
    List<Step> chain(Futures futures) {
        List<@Nullable Supply> deliveries = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            MaterialPeg peg = latestOnTheWay(operations.get(i).id());
            deliveries.add(
                    peg == null
                            ? null
                            : PlanFutures.supply(model, peg, fresh.get(i).earliest(), releases.get(i)));
        }
        return Step.chain(futures, fresh, placed, deliveries);
    }

    /** The material that each operation waits for, in the order of the chain; null where all is there. */
    List<@Nullable MaterialPeg> material() {
        List<@Nullable MaterialPeg> material = new ArrayList<>();
        operations.forEach(operation -> material.add(latestOnTheWay(operation.id())));
        return material;
    }

    /** Whoever is placed after this lets it end by then. */
    void keep(int by) {
        for (int o : finals()) {
            draft.promise(o, by);
        }
    }

    private void add(ProductionOrder order, List<ProductionOrder> all) {
        for (int i = 0; i < order.operations().size(); i++) {
            Operation operation = order.operations().get(i);
            int earliest = model.facts.minuteFrom(material(order, operation));
            List<NewOperation.After> after = new ArrayList<>();
            if (i > 0) {
                after.add(after(order.operations().get(i - 1)));
            }
            for (ProductionOrder part : all) {
                if (order.number().equals(part.parent())
                        && part.parentOperation() == operation.id().sequence()
                        && !part.operations().isEmpty()) {
                    after.add(after(part.operations().getLast()));
                }
            }
            fresh.add(
                    operation.outside() == null
                            ? NewOperation.onMachines(
                                    model.states.number(operation.setupState()), earliest, options(operation), after)
                            : NewOperation.outside(
                                    earliest, (int) operation.outside().toMinutes(), after));
            index.put(operation.id(), operations.size());
            operations.add(operation);
            releases.add(order.releasedFrom(model.facts.now()));
        }
    }

    private List<NewOperation.Option> options(Operation operation) {
        return operation.machines().stream()
                .map(able -> new NewOperation.Option(
                        model.machine(able.machine()), (int) able.time().toMinutes()))
                .toList();
    }

    private NewOperation.After after(Operation before) {
        Integer at = index.get(before.id());
        if (at == null) {
            throw new IllegalStateException(before.id() + " was not placed before what follows it");
        }
        return new NewOperation.After(at, (int) before.transfer().toMinutes());
    }

    /** Pegs the operation's material and says when it may begin, released and with the last of it there. */
    private Instant material(ProductionOrder order, Operation operation) {
        Instant there = order.releasedFrom(ready.apply(operation.id()));
        for (MaterialNeed need : order.materials()) {
            if (need.reserved() || need.operation() != operation.id().sequence()) {
                continue;
            }
            for (MaterialPeg peg : supplies.peg(operation.id(), need.component(), need.quantity(), leadTimeDays)) {
                pegs.add(peg);
                there = peg.available().isAfter(there) ? peg.available() : there;
            }
        }
        return there;
    }

    /** What it is told as, with what may become of its end. */
    Placement placement(Outlook outlook) {
        if (placed.isEmpty()) {
            return new Placement(proposal, List.of(), List.of(), model.facts.now(), List.of(), outlook);
        }
        List<Slot> result = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            org.duebook.planning.timeline.Placement p = placed.get(i);
            PlacedOperation stands = new PlacedOperation(
                    operations.get(i).id(),
                    machine(p.machine()),
                    model.at(p.setupStart()),
                    model.at(p.start()),
                    model.at(p.end()),
                    operations.get(i).setupState());
            result.add(new Slot(stands, positions.give(draft, p.index())));
        }
        return new Placement(proposal, result, pegs, model.at(end()), causes(placed, last()), outlook);
    }

    /** The same of what ends as planned. */
    Placement placement() {
        return placement(Outlook.certain(placed.isEmpty() ? model.facts.now() : model.at(end())));
    }

    /** The last operation of the top production order that ends last; there are several where a lot would be too large. */
    private int last() {
        return lastOfTop().max(Comparator.comparing(at -> placed.get(at).end())).orElse(placed.size() - 1);
    }

    private Stream<Integer> lastOfTop() {
        ProductionOrder top = proposal.productionOrders().getFirst();
        return proposal.productionOrders().stream()
                .filter(order -> Objects.equals(order.parent(), top.parent())
                        && !order.operations().isEmpty())
                .map(order -> index.get(order.operations().getLast().id()))
                .filter(Objects::nonNull);
    }

    /** Walks back from the last operation over what bound each, longest wait first. */
    private List<Binding> causes(List<org.duebook.planning.timeline.Placement> placed, int last) {
        record Cause(Binding binding, Duration waited) {}
        List<Cause> causes = new ArrayList<>();
        int at = last;
        while (at >= 0) {
            org.duebook.planning.timeline.Placement p = placed.get(at);
            OperationId id = operations.get(at).id();
            switch (p.bound()) {
                case Bound.MachineBusy busy ->
                    causes.add(new Cause(
                            new Binding.MachineBusy(id, machineOf(p), model.at(busy.from()), model.at(busy.until())),
                            Duration.ofMinutes(busy.until() - busy.from())));
                case Bound.MachineUnavailable unavailable ->
                    causes.add(new Cause(
                            new Binding.MachineBusy(id, machineOf(p), model.facts.now(), model.at(unavailable.until())),
                            Duration.between(model.facts.now(), model.at(unavailable.until()))));
                case Bound.Closed closed ->
                    causes.add(new Cause(
                            new Binding.CalendarClosed(id, machineOf(p), model.at(closed.until())),
                            Duration.ofMinutes(closed.until() - closed.from())));
                case Bound.Earliest earliest -> {
                    // Its release or its material, which are asked below for every operation, or nothing.
                }
                case Bound.Predecessor predecessor -> {
                    // The walk goes on there.
                }
            }
            int before = latestBefore(placed, at);
            Binding.WaitsForMaterial material = latestMaterial(id);
            Instant released = releases.get(at);
            Instant there = material == null ? model.facts.now() : material.available();
            int ready = ready(placed, at, before);
            if (material != null && !released.isAfter(there) && model.facts.minuteFrom(there) >= ready) {
                causes.add(new Cause(material, Duration.between(model.facts.now(), there)));
                before = -1;
            } else if (released.isAfter(there) && model.facts.minuteFrom(released) >= ready) {
                causes.add(new Cause(
                        new Binding.NotReleased(id, released), Duration.between(model.facts.now(), released)));
                before = -1;
            }
            at = before;
        }
        List<Binding> bindings = new ArrayList<>(causes.stream()
                .sorted(Comparator.comparing(Cause::waited).reversed())
                .map(Cause::binding)
                .toList());
        if (bindings.isEmpty()) {
            bindings.add(new Binding.Nothing(
                    operations.getFirst().id(), model.at(placed.getFirst().start())));
        }
        return bindings;
    }

    /** The predecessor that ended last, so that the walk goes on behind a machine that was busy; -1 at the beginning. */
    private int latestBefore(List<org.duebook.planning.timeline.Placement> placed, int at) {
        return fresh.get(at).after().stream()
                .max(Comparator.comparingInt(
                        after -> placed.get(after.operation()).end() + after.lag()))
                .map(NewOperation.After::operation)
                .orElse(-1);
    }

    /** When the predecessor lets the operation begin; long ago where there is none. */
    private int ready(List<org.duebook.planning.timeline.Placement> placed, int at, int before) {
        return fresh.get(at).after().stream()
                .filter(after -> after.operation() == before)
                .mapToInt(after -> placed.get(before).end() + after.lag())
                .findFirst()
                .orElse(Integer.MIN_VALUE);
    }

    private Binding.@Nullable WaitsForMaterial latestMaterial(OperationId id) {
        MaterialPeg peg = latestPeg(id);
        return peg == null
                ? null
                : new Binding.WaitsForMaterial(
                        id, peg.component(), peg.quantity(), peg.source(), peg.reference(), peg.available());
    }

    private @Nullable MaterialPeg latestPeg(OperationId id) {
        return pegs.stream()
                .filter(peg -> peg.operation().equals(id) && peg.available().isAfter(model.facts.now()))
                .max(Comparator.comparing(MaterialPeg::available))
                .orElse(null);
    }

    private @Nullable MaterialPeg latestOnTheWay(OperationId id) {
        MaterialPeg peg = latestPeg(id);
        return peg == null || peg.source() == MaterialPeg.Source.STOCK ? null : peg;
    }

    private @Nullable MachineCode machine(int machine) {
        return machine < 0 ? null : model.machines.get(machine).code();
    }

    private MachineCode machineOf(org.duebook.planning.timeline.Placement placement) {
        return model.machines.get(placement.machine()).code();
    }
}
