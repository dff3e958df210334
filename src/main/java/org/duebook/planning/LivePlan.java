package org.duebook.planning;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.production.Demand;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
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
    private final PlanBook.Head head;
    private final PlanModel model;
    private final Board board;
    private final LinePositions positions;
    private final Map<OperationId, Integer> added;
    private final OrderWork work;
    private final Supplies supplies;
    private final Map<String, Hold> holds;
    private final PlanLookup lookup;
    /** What begins before this minute gives way to nobody. */
    private final int frozenUntil;

    private final boolean crowded;
    private final Chances chances;
    private final Map<ItemNumber, Quantity> stock = new ConcurrentHashMap<>();

    /** What a quote holds, under the numbers of its hold. */
    private record Hold(List<Proposal> proposals, List<PlanRow> rows, List<MaterialPeg> pegs) {}

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
            PlanLookup lookup,
            int frozenUntil,
            boolean crowded,
            Chances chances) {
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
        this.chances = chances;
    }

    /**
     * @param frozenUntil what begins before gives way to nobody
     * @param chances of the state
     */
    static LivePlan of(PlanState state, Instant frozenUntil, PlanLookup lookup, Chances chances) {
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
                false,
                chances);
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
            Quantity free = stock.computeIfAbsent(item, lookup.facts()::free);
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
        return placing(null, 0).place(demands).placements();
    }

    /**
     * Others give way to it as far as their dates allow. Where the date asked for can be kept, setups are spared; not so where
     * very many are placed at once.
     */
    @Override
    public List<Placement> place(List<Demand> demands, double confidence) {
        return placing(chances.drawn(), confidence).place(demands).placements();
    }

    private Placing placing(Chances.@Nullable Drawn drawn, double confidence) {
        return new Placing(model, board, supplies, positions, lookup, freeStock(), drawn, confidence);
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
        int[] operations = slots.stream()
                .mapToInt(slot -> index(slot.placed().operation()))
                .toArray();
        Outlook outlook =
                operations.length == 0 ? Outlook.certain(proposal.demand().requestedEnd()) : outlook(operations);
        return new Placement(
                proposal,
                slots,
                hold.pegs().stream()
                        .filter(peg -> numbers.contains(peg.operation().productionOrder()))
                        .toList(),
                outlook.planned(),
                List.of(),
                outlook);
    }

    /** Of when some operations on the board have all ended. */
    private Outlook outlook(int[] operations) {
        int planned = Arrays.stream(operations).map(board::end).max().orElseThrow();
        return new Outlook(model.facts.origin(), chances.drawn().prospect(planned, operations), List::of);
    }

    @Override
    public List<ReleaseOutlook> outlooks(Collection<OrderLineId> lines) {
        record Release(OrderLineId line, int release) {}
        Map<Release, int[]> last = new LinkedHashMap<>();
        work.lastOf(board, lines)
                .forEach(step -> last.merge(
                        new Release(step.line(), step.release()),
                        new int[] {step.operation()},
                        (one, other) -> IntStream.concat(Arrays.stream(one), Arrays.stream(other))
                                .toArray()));
        return last.entrySet().stream()
                .map(each -> new ReleaseOutlook(each.getKey().line, each.getKey().release, outlook(each.getValue())))
                .toList();
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
        Newcomers newcomers = Newcomers.put(model, draft, places, news.allOrders(), news.rows, pegs, frozenUntil);
        indices.putAll(newcomers.indices());
        boolean full = crowded
                || news.rows.stream()
                        .map(row -> indices.get(row.placed().operation()))
                        .anyMatch(o -> o != null && places.isCrowded(draft, o));
        Board now = draft.done();
        return new LivePlan(
                news.head,
                model,
                now,
                places,
                indices,
                work.with(news.orders, indices, work.pegs().with(news.rows, pegs)),
                left,
                holdsNow,
                lookup,
                frozenUntil,
                full,
                chances.joined(newcomers.steps(now), board, now));
    }

    @Override
    public PlanSnapshot supposing(Supposition supposed) {
        return switch (supposed) {
            case Supposition.NotHeld gone ->
                with(new News(head, Set.of(gone.quote()), List.of(), List.of(), List.of(), List.of()));
            case Supposition.Overtime overtime -> {
                Board longer = Supposed.working(overtime, board, model);
                int machine = model.machine(overtime.machine());
                yield on(longer, chances.working(machine, board, longer), work, supplies, lookup);
            }
            case Supposition.Substitute substitute -> on(board, chances, work, supplies, lookup.with(substitute));
            case Supposition.Expedited expedited -> on(board, chances, work, supplies, lookup.with(expedited));
            case Supposition.Later later -> on(Supposed.loosened(later, board, work), chances, work, supplies, lookup);
            case Supposition.Without gone -> without(gone);
        };
    }

    /** The same plan, that looks bills, routings, lead times and free stock up anew. */
    LivePlan lookingUpAfresh() {
        PlanLookup afresh = new PlanLookup(lookup.production(), lookup.facts());
        return new LivePlan(
                head, model, board, positions, added, work, supplies, holds, afresh, frozenUntil, crowded, chances);
    }

    private LivePlan on(Board otherBoard, Chances its, OrderWork otherWork, Supplies others, PlanLookup otherLookup) {
        LivePlan other = new LivePlan(
                head,
                model,
                otherBoard,
                positions,
                added,
                otherWork,
                others,
                holds,
                otherLookup,
                frozenUntil,
                crowded,
                its);
        other.stock.putAll(stock);
        return other;
    }

    private LivePlan without(Supposition.Without gone) {
        LeftOver left = LeftOver.of(gone.orders(), board, work, supplies, added, lookup::leadTimeDays);
        LivePlan other = on(left.board(), chances.moved(board, left.board()), left.work(), left.supplies(), lookup);
        gone.givenBack()
                .forEach((item, more) -> other.stock.put(
                        item, stock.computeIfAbsent(item, lookup.facts()::free).plus(more)));
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
    public List<ReleaseEnd> ends(Collection<OrderLineId> lines) {
        return work.ends(board, lines, board::end);
    }

    @Override
    public List<ReleaseEnd> ends(Collection<OrderLineId> lines, List<Demand> placed, double confidence) {
        Placing then = placing(chances.drawn(), confidence).place(placed);
        return work.ends(board, lines, then::end);
    }

    /** Draws its futures, so that nobody who asks has to wait for them. */
    void drawChances() {
        chances.drawn();
    }

    /** Looks up what the plan before it was asked for, so that nobody who asks has to wait for that. */
    void lookUpLike(LivePlan before) {
        lookup.readLike(before.lookup);
        Set<ItemNumber> items = new HashSet<>(before.stock.keySet());
        items.removeAll(stock.keySet());
        lookup.facts().freeStock(items).forEach(stock::putIfAbsent);
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
