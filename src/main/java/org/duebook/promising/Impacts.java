package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.inventory.Inventory;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.planning.ReleaseEnd;
import org.duebook.planning.Supposition;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Component;

/**
 * Finds what a change of an accepted order would do: its lines are taken off the plan in memory and placed there again as
 * they would be, by the promises they have or the days asked for, all other promises kept. Reads only.
 */
@Component
class Impacts {

    private final Planning planning;
    private final Orders orders;
    private final Production production;
    private final Inventory inventory;
    private final PromiseStore promises;
    private final DeliveryTimes times;
    private final Quoting quoting;
    private final ChangeFaults faults;
    private final OthersMoved others;
    private final NearerLines nearer;
    private final Alternatives alternatives;
    private final ImpactCosts costs;

    Impacts(
            Planning planning,
            Orders orders,
            Production production,
            Inventory inventory,
            PromiseStore promises,
            DeliveryTimes times,
            Quoting quoting,
            ChangeFaults faults,
            OthersMoved others,
            NearerLines nearer,
            Alternatives alternatives,
            ImpactCosts costs) {
        this.planning = planning;
        this.orders = orders;
        this.production = production;
        this.inventory = inventory;
        this.promises = promises;
        this.times = times;
        this.quoting = quoting;
        this.faults = faults;
        this.others = others;
        this.nearer = nearer;
        this.alternatives = alternatives;
        this.costs = costs;
    }

    ImpactOutcome of(OrderChange change, Map<OrderLineId, Quantity> delivered) {
        Optional<CustomerOrder> found = orders.find(change.order());
        if (found.isEmpty()) {
            return new ImpactOutcome.Unknown();
        }
        CustomerOrder order = found.get();
        if (!order.status().isOpen()) {
            return new ImpactOutcome.NotOpen(ChangeFaults.notOpen(order));
        }
        List<Fault> wrong = faults.of(change, order, delivered);
        if (!wrong.isEmpty()) {
            return new ImpactOutcome.Refused(wrong);
        }
        List<ChangedLine> lines = lines(change, order, delivered);
        List<Fault> impossible = faults.of(order, lines);
        if (!impossible.isEmpty()) {
            return new ImpactOutcome.Refused(impossible);
        }
        return planning.snapshot()
                .<ImpactOutcome>map(plan -> new ImpactOutcome.Computed(of(order, lines, plan)))
                .orElseGet(() -> new ImpactOutcome.Refused(QuoteFaults.noPlan()));
    }

    private List<ChangedLine> lines(OrderChange change, CustomerOrder order, Map<OrderLineId, Quantity> delivered) {
        Map<OrderLineId, Map<Integer, LocalDate>> promised =
                promises.releaseDates(order.lines().stream().map(OrderLine::id).toList());
        List<OrderChange.Line> asked = change.cancel() ? allOwed(order, delivered) : change.lines();
        List<ChangedLine> lines = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            OrderChange.Line line = asked.get(i);
            OrderLine before = order.lines().stream()
                    .filter(each -> each.id().line() == line.line())
                    .findFirst()
                    .orElseThrow();
            lines.add(ChangedLine.of(
                    i,
                    line,
                    before,
                    ChangeFaults.deliveredOf(before, delivered),
                    promised.getOrDefault(before.id(), Map.of())));
        }
        return lines;
    }

    private static List<OrderChange.Line> allOwed(CustomerOrder order, Map<OrderLineId, Quantity> delivered) {
        return order.lines().stream()
                .filter(line -> ChangeFaults.deliveredOf(line, delivered).compareTo(line.quantity()) < 0)
                .map(line -> OrderChange.Line.cancelled(line.id().line()))
                .toList();
    }

    private Impact of(CustomerOrder order, List<ChangedLine> lines, PlanSnapshot plan) {
        Map<Integer, WorkOfLine> work = work(lines);
        DeliveryTime time = time(order, lines, work);
        Confidence sure = times.usualConfidence();
        Instant now = quoting.now();
        PlanSnapshot then = plan.supposing(without(work.values()));
        List<OwedRelease> owed = owed(lines, work);
        List<FittedRelease> fitted = FittedRelease.fit(then, order.number(), owed, time, sure, order.priority(), now);
        List<Demand> placed = owed.stream()
                .filter(release -> !release.isDelivered())
                .map(release -> release.demand(order.number(), time, order.priority()))
                .toList();
        Set<OrderLineId> own = lines.stream().map(line -> line.before().id()).collect(Collectors.toSet());
        Set<OrderLineId> rest = new HashSet<>(plan.lines());
        rest.removeAll(own);
        List<ReleaseEnd> endsNow = plan.ends(rest);
        List<ReleaseEnd> endsThen = then.ends(rest, placed, sure.share());
        OthersMoved.Found moved = others.between(endsNow, endsThen);
        List<LikelyEnd> underway = LikelyEnd.of(then.ends(own, placed, sure.share()), then.outlooks(own), sure);
        List<LikelyEnd> ownNow = LikelyEnd.of(plan.ends(own), plan.outlooks(own), sure);
        List<Impact.Line> dated = dated(lines, fitted, underway, time);
        List<Impact.Material> material = ImpactMaterial.of(plan, work.values(), fitted, time.zone(), times.today());
        ImpactCosts.Found cost =
                costs.of(order, lines, dated, ownNow, underway, fitted, time, material, moved.others());
        Impact impact = new Impact(
                order.number(),
                List.of(),
                dated,
                moved.others(),
                moved.shifted(),
                nearer.of(plan, then, placed, endsThen),
                material,
                cost.costs(),
                begun(lines, work),
                alternatives.of(
                        new AskedAgain(order.number(), time, sure, order.priority(), now, then, given(fitted), fitted)),
                cost.notKnown(),
                plan.sequence());
        return ImpactWords.spoken(impact, lines);
    }

    private Map<Integer, WorkOfLine> work(List<ChangedLine> lines) {
        Map<OrderLineId, List<ProductionOrder>> made = production.ofLines(
                lines.stream().map(line -> line.before().id()).toList());
        Map<Integer, WorkOfLine> work = new LinkedHashMap<>();
        for (ChangedLine line : lines) {
            OrderLineId id = line.before().id();
            work.put(
                    line.line(),
                    WorkOfLine.of(
                            made.getOrDefault(id, List.of()),
                            inventory.reservedUnder(Production.reference(id)),
                            line.keepsWork()));
        }
        return work;
    }

    /** The road agreed at acceptance; the same item keeps its day of release, another one is new work. */
    private DeliveryTime time(CustomerOrder order, List<ChangedLine> lines, Map<Integer, WorkOfLine> work) {
        OrderLineId some = lines.getFirst().before().id();
        Integer transit = promises.transitDays(List.of(some)).get(some);
        List<ChangedLine> owed = lines.stream().filter(line -> !line.isOver()).toList();
        DeliveryTime anew =
                owed.isEmpty() ? times.of(order) : times.lately(ChangedLine.draft(order, owed, times.today()));
        Map<Integer, StartOfWork> starts = new HashMap<>();
        for (ChangedLine line : owed) {
            WorkOfLine of = Objects.requireNonNull(work.get(line.line()));
            StartOfWork start = line.isAnotherItem() || of.isNone()
                    ? anew.starts().get(line.line())
                    : of.released(quoting.now(), anew.zone());
            if (start != null) {
                starts.put(line.line(), start);
            }
        }
        return new DeliveryTime(
                anew.zone(),
                anew.workingDay(),
                anew.afterProduction(),
                transit == null ? anew.transitDays() : transit,
                starts);
    }

    private static Supposition.Without without(Collection<WorkOfLine> work) {
        Set<ProductionOrderNumber> gone = new HashSet<>();
        Map<ItemNumber, Quantity> givenBack = new HashMap<>();
        for (WorkOfLine each : work) {
            gone.addAll(each.numbersGone());
            each.givenBack().forEach((item, quantity) -> givenBack.merge(item, quantity, Quantity::plus));
        }
        return new Supposition.Without(gone, givenBack);
    }

    /** What is to be made anew or taken from stock: that which is neither delivered nor underway. */
    private static List<OwedRelease> owed(List<ChangedLine> lines, Map<Integer, WorkOfLine> work) {
        return lines.stream()
                .filter(line -> !line.isOver())
                .flatMap(line -> OwedRelease.of(line.line(), line.item(), line.releases(), served(line, work)).stream())
                .sorted(OwedRelease.BY_DAY)
                .toList();
    }

    private static Quantity served(ChangedLine line, Map<Integer, WorkOfLine> work) {
        return line.isAnotherItem()
                ? Quantity.zero(line.quantity().unit())
                : Objects.requireNonNull(work.get(line.line())).underway(line.delivered());
    }

    private List<Impact.Line> dated(
            List<ChangedLine> lines, List<FittedRelease> fitted, List<LikelyEnd> underway, DeliveryTime time) {
        Map<Integer, QuotedLine> quoted =
                quoting.lines(fitted, time).stream().collect(Collectors.toMap(QuotedLine::line, line -> line));
        return lines.stream()
                .map(line -> dated(
                        line,
                        Optional.ofNullable(quoted.get(line.line())),
                        underway.stream()
                                .filter(end -> end.line().equals(line.before().id()))
                                .toList(),
                        time))
                .toList();
    }

    /** A line is there when what is placed anew is, and what goes on of it. */
    private Impact.Line dated(
            ChangedLine line, Optional<QuotedLine> anew, List<LikelyEnd> underway, DeliveryTime time) {
        LocalDate wanted = line.wantedDay();
        if (wanted == null) {
            return new Impact.Line(
                    line.line(), line.item(), line.quantity(), line.promisedDay(), null, null, null, null, List.of());
        }
        Instant end = later(anew.map(QuotedLine::productionEnd), latest(underway, LikelyEnd::end))
                .orElseGet(quoting::now);
        LocalDate earliest = later(anew.map(QuotedLine::earliest), Optional.of(time.deliveryDay(end)))
                .orElseThrow();
        Instant surely = latest(underway, LikelyEnd::surely).orElseGet(quoting::now);
        LocalDate sure = later(anew.map(QuotedLine::date), Optional.of(time.deliveryDay(surely)))
                .orElseThrow();
        return new Impact.Line(
                line.line(),
                line.item(),
                line.quantity(),
                line.promisedDay(),
                wanted,
                sure.isAfter(wanted) ? sure : wanted,
                earliest,
                end,
                anew.map(QuotedLine::causes).orElse(List.of()));
    }

    private static Optional<Instant> latest(List<LikelyEnd> ends, Function<LikelyEnd, Instant> of) {
        return ends.stream().map(of).max(Comparator.naturalOrder());
    }

    private static <T extends Comparable<? super T>> Optional<T> later(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().compareTo(other.get()) >= 0 ? one.get() : other.get())
                : one.or(() -> other);
    }

    private static List<DatedRelease> given(List<FittedRelease> fitted) {
        return fitted.stream().map(FittedRelease::dated).toList();
    }

    private static List<Impact.Begun> begun(List<ChangedLine> lines, Map<Integer, WorkOfLine> work) {
        List<Impact.Begun> begun = new ArrayList<>();
        for (ChangedLine line : lines) {
            WorkOfLine of = Objects.requireNonNull(work.get(line.line()));
            boolean tooMuch = line.keepsWork() && of.underway(line.delivered()).compareTo(line.quantity()) > 0;
            of.kept()
                    .forEach(lot -> lot.begun()
                            .map(order -> begun(line, order, tooMuch ? Impact.Fate.TOO_MUCH : Impact.Fate.GOES_ON))
                            .forEach(begun::add));
            of.gone()
                    .forEach(lot -> lot.begun()
                            .map(order -> begun(line, order, Impact.Fate.GIVEN_UP))
                            .forEach(begun::add));
        }
        return begun;
    }

    private static Impact.Begun begun(ChangedLine line, ProductionOrder order, Impact.Fate fate) {
        Quantity made = order.operations().stream()
                .map(operation -> operation.good())
                .filter(good -> !good.isZero())
                .reduce(Quantity.zero(order.quantity().unit()), (earlier, later) -> later);
        return new Impact.Begun(line.line(), order.number(), order.item(), order.quantity(), made, fate);
    }
}
