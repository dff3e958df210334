package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.production.Demand;
import org.duebook.production.Operation;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.production.Proposals;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * The published plan with its journal up to one entry, in memory, ready to be asked for places. Immutable but for what it
 * looks up once: free stock, lead times, bills and routings. Many may ask at once.
 */
final class LivePlan implements PlanSnapshot {
    /** Minutes later that an operation may end for each minute of setup it spares its machine, where the date allows. */
    private static final int THRIFT = 4;
    /** From so many demands on, each is placed once only. */
    private static final int MANY = 100;

    private final PlanBook.Head head;
    private final PlanModel model;
    private final Board board;
    private final LinePositions positions;
    private final Map<OperationId, Integer> added;
    private final OrderWork work;
    private final Supplies supplies;
    private final Map<String, Hold> holds;
    private final Lookup lookup;
    /** What begins before this minute gives way to nobody. */
    private final int frozenUntil;

    private final boolean crowded;
    private final Map<ItemNumber, Quantity> stock = new ConcurrentHashMap<>();

    /** What a quote holds, under the numbers of its hold. */
    private record Hold(List<Proposal> proposals, List<PlanRow> rows, List<MaterialPeg> pegs) {}

    /** What is read when first asked for and kept for as long as the plan is not read anew. */
    record Lookup(
            Production production,
            PlanFactsReader facts,
            Map<ItemNumber, Proposals> structures,
            Map<ItemNumber, Integer> leadTimes,
            List<Supposition.Substitute> substitutes) {

        Lookup(Production production, PlanFactsReader facts) {
            this(production, facts, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), List.of());
        }

        Lookup with(Supposition.Substitute substitute) {
            List<Supposition.Substitute> all = new ArrayList<>(substitutes);
            all.add(substitute);
            return new Lookup(production, facts, structures, leadTimes, all);
        }

        Lookup with(Supposition.Expedited expedited) {
            Map<ItemNumber, Integer> others = new ConcurrentHashMap<>(leadTimes);
            others.put(expedited.component(), expedited.leadTimeDays());
            return new Lookup(production, facts, structures, others, substitutes);
        }

        Proposal propose(Demand demand, Function<ItemNumber, Quantity> free) {
            Proposal proposal = structures
                    .computeIfAbsent(demand.item(), item -> production.proposals(List.of(item)))
                    .propose(demand, free);
            for (Supposition.Substitute substitute : substitutes) {
                proposal = proposal.alsoOn(substitute.substitute(), substitute.named());
            }
            return proposal;
        }

        int leadTimeDays(ItemNumber item) {
            return leadTimes.computeIfAbsent(item, facts::leadTimeDays);
        }
    }

    /**
     * What the journal changed since an entry.
     *
     * @param ended quotes whose hold ended
     * @param held quotes that hold places
     * @param orders production orders that got places, those of holds not among them
     * @param rows places of both
     * @param pegs material of both
     */
    record News(
            PlanBook.Head head,
            Set<String> ended,
            List<PlanBook.HoldRow> held,
            List<ProductionOrder> orders,
            List<PlanRow> rows,
            List<MaterialPeg> pegs) {

        private List<ProductionOrder> allOrders() {
            return Stream.concat(orders.stream(), held.stream().flatMap(LivePlan::orders))
                    .toList();
        }
    }

    private LivePlan(
            PlanBook.Head head,
            PlanModel model,
            Board board,
            LinePositions positions,
            Map<OperationId, Integer> added,
            OrderWork work,
            Supplies supplies,
            Map<String, Hold> holds,
            Lookup lookup,
            int frozenUntil,
            boolean crowded) {
        this.head = head;
        this.model = model;
        this.board = board;
        this.positions = positions;
        this.added = added;
        this.work = work;
        this.supplies = supplies;
        this.holds = holds;
        this.lookup = lookup;
        this.frozenUntil = frozenUntil;
        this.crowded = crowded;
    }

    /** @param frozenUntil what begins before gives way to nobody */
    static LivePlan of(PlanState state, Instant frozenUntil, Lookup lookup) {
        Map<String, Hold> holds = new HashMap<>();
        for (PlanBook.HoldRow hold : state.holds) {
            holds.put(hold.quote(), hold(hold, state.rows, state.pegs));
        }
        int frozen = state.model.facts.minute(frozenUntil);
        return new LivePlan(
                state.head(),
                state.model,
                Board.yielding(state.timeline(), frozen),
                LinePositions.of(state),
                Map.of(),
                new OrderWork(state.model, List.of(), PlanPegs.of(state.rows, state.pegs)),
                state.supplies().asGround(),
                holds,
                lookup,
                frozen,
                false);
    }

    private static Hold hold(PlanBook.HoldRow hold, Collection<PlanRow> rows, Collection<MaterialPeg> pegs) {
        Set<ProductionOrderNumber> numbers =
                orders(hold).map(ProductionOrder::number).collect(toSet());
        return new Hold(
                hold.proposals(),
                rows.stream()
                        .filter(row -> numbers.contains(row.placed().operation().productionOrder()))
                        .toList(),
                pegs.stream()
                        .filter(peg -> numbers.contains(peg.operation().productionOrder()))
                        .toList());
    }

    private static Stream<ProductionOrder> orders(PlanBook.HoldRow hold) {
        return hold.proposals().stream().flatMap(proposal -> proposal.productionOrders().stream());
    }

    PlanBook.Head head() {
        return head;
    }

    /** When it was timed from. */
    Instant timedFrom() {
        return model.facts.now();
    }

    @Override
    public long sequence() {
        return head.sequence();
    }

    @Override
    public Function<ItemNumber, Quantity> freeStock() {
        return item -> {
            Quantity free = stock.computeIfAbsent(item, lookup.facts::free);
            for (Hold hold : holds.values()) {
                for (Proposal proposal : hold.proposals()) {
                    Quantity taken = proposal.fromStock().get(item);
                    free = taken == null ? free : free.minusUpTo(taken);
                }
            }
            return free;
        };
    }

    /**
     * Others give way to it as far as their dates allow. Where the date asked for can be kept, setups are spared; not so where
     * very many are placed at once.
     */
    @Override
    public List<Placement> place(List<Demand> demands) {
        List<Placement> placements = new ArrayList<>(demands.size());
        placeAll(demands, placements);
        return placements;
    }

    /** The plan with all of them, whose places are added to a list. */
    private WhatIf placeAll(List<Demand> demands, List<Placement> placements) {
        WhatIf now = new WhatIf(board.draft(), supplies.copy(), positions.copy(), new HashMap<>());
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            boolean last = i == demands.size() - 1;
            if (demands.size() > MANY) {
                placements.add(put(now, demand, 0, last));
            } else {
                Board before = now.draft.done();
                WhatIf thrifty = now.on(before);
                Placement placement = put(thrifty, demand, THRIFT, last);
                if (placement.end().isAfter(demand.requestedEnd())) {
                    WhatIf quick = now.on(before);
                    Placement sooner = put(quick, demand, 0, last);
                    boolean better = sooner.end().isBefore(placement.end());
                    placement = better ? sooner : placement;
                    now = better ? quick : thrifty;
                } else {
                    now = thrifty;
                }
                placements.add(placement);
            }
        }
        return now;
    }

    /** A plan with some demands placed. */
    private record WhatIf(
            BoardDraft draft, Supplies supplies, LinePositions positions, Map<ItemNumber, Quantity> taken) {

        /** The same with its board at rest, to be changed on its own. */
        WhatIf on(Board rest) {
            return new WhatIf(rest.draft(), supplies.copy(), positions.copy(), new HashMap<>(taken));
        }
    }

    /** @param last whether nobody asks for a place after it, so that nothing needs to be known of how it gives way */
    private Placement put(WhatIf now, Demand demand, int thrift, boolean last) {
        Function<ItemNumber, Quantity> there = freeStock();
        Proposal proposal = lookup.propose(demand, item -> {
            Quantity gone = now.taken.get(item);
            return gone == null ? there.apply(item) : there.apply(item).minusUpTo(gone);
        });
        proposal.fromStock().forEach((item, quantity) -> now.taken.merge(item, quantity, Quantity::plus));
        Instant from = lookup.facts.now();
        return GapPlacement.of(
                model,
                now.draft,
                now.positions,
                thrift,
                now.supplies,
                proposal,
                lookup::leadTimeDays,
                operation -> from,
                !last);
    }

    @Override
    public List<Placement> held(String quote) {
        Hold hold = holds.get(quote);
        return hold == null
                ? List.of()
                : hold.proposals().stream()
                        .map(proposal -> held(proposal, hold))
                        .toList();
    }

    /** Places and positions as they were given; the end as it would be by now. */
    private Placement held(Proposal proposal, Hold hold) {
        Set<ProductionOrderNumber> numbers = proposal.productionOrders().stream()
                .map(ProductionOrder::number)
                .collect(toSet());
        List<Slot> slots = hold.rows().stream()
                .filter(row -> numbers.contains(row.placed().operation().productionOrder()))
                .map(row -> new Slot(row.placed(), row.position()))
                .toList();
        Instant end = slots.stream()
                .map(slot -> model.at(board.end(index(slot.placed().operation()))))
                .max(Comparator.naturalOrder())
                .orElse(proposal.demand().requestedEnd());
        return new Placement(
                proposal,
                slots,
                hold.pegs().stream()
                        .filter(peg -> numbers.contains(peg.operation().productionOrder()))
                        .toList(),
                end,
                List.of());
    }

    private int index(OperationId operation) {
        Integer index = added.get(operation);
        return index == null ? model.operation(operation) : index;
    }

    /**
     * Whether news can be put on: machines and setup states that nobody had before are not known here, and what stands here
     * already may have moved.
     */
    boolean takes(News news) {
        return news.allOrders().stream()
                        .flatMap(order -> order.operations().stream())
                        .allMatch(
                                operation -> operation.outside() != null || model.states.knows(operation.setupState()))
                && news.rows.stream()
                        .allMatch(row -> (row.placed().machine() == null
                                        || model.knows(row.placed().machine()))
                                && (row.hold() != null
                                        || !board.has(index(row.placed().operation()))));
    }

    /** The plan with what the journal changed. */
    LivePlan with(News news) {
        BoardDraft draft = board.draft();
        Supplies left = supplies.copy();
        Map<String, Hold> holdsNow = new HashMap<>(holds);
        Set<String> gone = new HashSet<>(news.ended);
        news.held.forEach(hold -> gone.add(hold.quote()));
        for (String quote : gone) {
            Hold hold = holdsNow.remove(quote);
            if (hold != null) {
                draft.remove(hold.rows().stream()
                        .mapToInt(row -> index(row.placed().operation()))
                        .toArray());
                hold.pegs().forEach(left::giveBack);
            }
        }
        List<MaterialPeg> pegs = left.retake(news.pegs, lookup::leadTimeDays);
        news.held.forEach(hold -> holdsNow.put(hold.quote(), hold(hold, news.rows, pegs)));
        LinePositions places = positions.copy();
        Map<OperationId, Integer> indices = new HashMap<>(added);
        put(draft, places, indices, news.allOrders(), news.rows, pegs);
        boolean full = crowded
                || news.rows.stream()
                        .map(row -> indices.get(row.placed().operation()))
                        .anyMatch(o -> o != null && places.isCrowded(draft, o));
        return new LivePlan(
                news.head,
                model,
                draft.done(),
                places,
                indices,
                work.with(news.orders, indices, work.pegs().with(news.rows, pegs)),
                left,
                holdsNow,
                lookup,
                frozenUntil,
                full);
    }

    private void put(
            BoardDraft draft,
            LinePositions places,
            Map<OperationId, Integer> indices,
            List<ProductionOrder> orders,
            List<PlanRow> rows,
            List<MaterialPeg> pegs) {
        Map<OperationId, Operation> operations = orders.stream()
                .flatMap(order -> order.operations().stream())
                .collect(toMap(Operation::id, Function.identity()));
        Map<ProductionOrderNumber, ProductionOrder> byNumber =
                orders.stream().collect(toMap(ProductionOrder::number, Function.identity()));
        Map<OperationId, List<MaterialPeg>> material = pegs.stream().collect(groupingBy(MaterialPeg::operation));
        Map<OperationId, Integer> fresh = new HashMap<>();
        rows.stream().sorted(Comparator.comparing(PlanRow::position)).forEach(row -> {
            Operation operation = operations.get(row.placed().operation());
            if (operation != null) {
                Instant released = released(byNumber.get(operation.id().productionOrder()));
                int o = put(draft, places, operation, row, earliest(released, material.get(operation.id())));
                places.set(o, row.position());
                fresh.put(operation.id(), o);
            }
        });
        for (ProductionOrder order : orders) {
            join(draft, fresh, order);
        }
        draft.settle();
        indices.putAll(fresh);
        for (ProductionOrder order : orders) {
            if (order.parent() == null && !order.operations().isEmpty()) {
                Integer last = fresh.get(order.operations().getLast().id());
                if (last != null) {
                    draft.promise(last, model.facts.minute(order.due()));
                }
            }
        }
        fresh.values().stream().filter(o -> draft.start(o) < frozenUntil).forEach(draft::stay);
        draft.settle();
    }

    @Override
    public PlanSnapshot supposing(Supposition supposed) {
        return switch (supposed) {
            case Supposition.NotHeld gone ->
                with(new News(head, Set.of(gone.quote()), List.of(), List.of(), List.of(), List.of()));
            case Supposition.Overtime overtime -> on(Supposed.working(overtime, board, model), work, supplies, lookup);
            case Supposition.Substitute substitute -> on(board, work, supplies, lookup.with(substitute));
            case Supposition.Expedited expedited -> on(board, work, supplies, lookup.with(expedited));
            case Supposition.Later later -> on(Supposed.loosened(later, board, work), work, supplies, lookup);
            case Supposition.Without gone -> without(gone);
        };
    }

    /** The same plan, that looks bills, routings, lead times and free stock up anew. */
    LivePlan lookingUpAfresh() {
        Lookup afresh = new Lookup(lookup.production(), lookup.facts());
        return new LivePlan(head, model, board, positions, added, work, supplies, holds, afresh, frozenUntil, crowded);
    }

    private LivePlan on(Board otherBoard, OrderWork otherWork, Supplies others, Lookup otherLookup) {
        LivePlan other = new LivePlan(
                head, model, otherBoard, positions, added, otherWork, others, holds, otherLookup, frozenUntil, crowded);
        other.stock.putAll(stock);
        return other;
    }

    private LivePlan without(Supposition.Without gone) {
        LeftOver left = LeftOver.of(gone.orders(), board, work, supplies, added, lookup::leadTimeDays);
        LivePlan other = on(left.board(), left.work(), left.supplies(), lookup);
        gone.givenBack()
                .forEach((item, more) -> other.stock.put(
                        item, stock.computeIfAbsent(item, lookup.facts::free).plus(more)));
        return other;
    }

    @Override
    public Set<OrderLineId> lines() {
        return work.lines(board);
    }

    @Override
    public List<MaterialPeg> pegs(Set<ProductionOrderNumber> orders) {
        return work.pegs().of(orders, operation -> board.has(index(operation)));
    }

    @Override
    public List<TimeWindow> closed(MachineCode machine, TimeWindow in, Duration hours) {
        return ClosedTime.in(in, model.facts.working().getOrDefault(machine, List.of()), model.facts.zone(), hours);
    }

    @Override
    public Set<OrderLineId> lowerOn(MachineCode machine, int priority) {
        return work.lowerOn(board, model.machine(machine), priority, o -> board.start(o) < frozenUntil);
    }

    @Override
    public List<ReleaseEnd> ends(Collection<OrderLineId> lines, List<Demand> placed) {
        BoardDraft then = placeAll(placed, new ArrayList<>()).draft;
        return work.ends(board, lines, then::end);
    }

    private int put(BoardDraft draft, LinePositions places, Operation operation, PlanRow row, int earliest) {
        MachineCode on = row.placed().machine();
        if (on == null) {
            return draft.putOutside(
                    operation.outside() == null ? 0 : (int) operation.outside().toMinutes(), earliest);
        }
        int machine = model.machine(on);
        int minutes = operation.machines().stream()
                .filter(able -> able.machine().equals(on))
                .mapToInt(able -> (int) able.time().toMinutes())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(operation.id() + " stands on " + on + ", which cannot do it"));
        return draft.put(
                machine,
                places.behind(draft, machine, row.position()),
                minutes,
                model.states.number(operation.setupState()),
                earliest);
    }

    private Instant released(@Nullable ProductionOrder order) {
        return order == null ? model.facts.now() : order.releasedFrom(model.facts.now());
    }

    private int earliest(Instant released, @Nullable List<MaterialPeg> pegs) {
        Instant earliest = released;
        for (MaterialPeg peg : pegs == null ? List.<MaterialPeg>of() : pegs) {
            earliest = peg.available().isAfter(earliest) ? peg.available() : earliest;
        }
        return model.facts.minuteFrom(earliest);
    }

    private static void join(BoardDraft draft, Map<OperationId, Integer> fresh, ProductionOrder order) {
        List<Operation> operations = order.operations();
        for (int i = 1; i < operations.size(); i++) {
            join(draft, fresh, operations.get(i - 1), operations.get(i).id());
        }
        if (order.parent() != null && !operations.isEmpty()) {
            join(draft, fresh, operations.getLast(), new OperationId(order.parent(), order.parentOperation()));
        }
    }

    private static void join(BoardDraft draft, Map<OperationId, Integer> fresh, Operation before, OperationId after) {
        Integer from = fresh.get(before.id());
        Integer to = fresh.get(after);
        if (from != null && to != null) {
            draft.join(from, to, (int) before.transfer().toMinutes());
        }
    }

    /** Whether there is a place where hardly another operation could be put in line. */
    boolean isCrowded() {
        return crowded;
    }

    /** Whether it goes back to that schedule. */
    boolean isOf(@Nullable UUID schedule) {
        return schedule != null && schedule.equals(head.schedule());
    }
}
