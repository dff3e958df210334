package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duebook.orders.ApprovalOutcome;
import org.duebook.orders.CancelOutcome;
import org.duebook.orders.EntryOutcome;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.orders.Resolution;
import org.duebook.planning.Planning;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Door to promise dates. Orders are entered, approved and cancelled through here, because an accepted order gets its
 * production orders and its promise in the same transaction. Every step that may bind takes its locks in one order, so that
 * nobody waits in a circle: the plan's head row, the quote, the order or its customer's account, production, stock.
 */
@Service
public class Promising {

    private final Planning planning;
    private final Orders orders;
    private final Production production;
    private final Acceptance acceptance;
    private final EarlierOrders earlierOrders;
    private final QuoteDesk desk;
    private final QuoteStore quotes;
    private final PromiseStore promises;
    private final TakenOrders takenOrders;
    private final DeliveryTimes times;
    private final WorkInOrder work;
    private final Alternatives alternatives;
    private final Impacts impacts;

    Promising(
            Planning planning,
            Orders orders,
            Production production,
            Acceptance acceptance,
            EarlierOrders earlierOrders,
            QuoteDesk desk,
            QuoteStore quotes,
            PromiseStore promises,
            TakenOrders takenOrders,
            DeliveryTimes times,
            WorkInOrder work,
            Alternatives alternatives,
            Impacts impacts) {
        this.planning = planning;
        this.orders = orders;
        this.production = production;
        this.acceptance = acceptance;
        this.earlierOrders = earlierOrders;
        this.desk = desk;
        this.quotes = quotes;
        this.promises = promises;
        this.takenOrders = takenOrders;
        this.times = times;
        this.work = work;
        this.alternatives = alternatives;
        this.impacts = impacts;
    }

    /** Enters an order: rules decide; when accepted it becomes production orders and is promised from the published plan. */
    @Transactional
    public EntryResult enter(OrderDraft draft, Actor by) {
        List<Fault> unworkable = work.faults(draft);
        if (!unworkable.isEmpty()) {
            return new EntryResult.Refused(unworkable);
        }
        planning.lock();
        return switch (orders.enter(draft, by)) {
            case EntryOutcome.Refused refused -> new EntryResult.Refused(refused.faults());
            case EntryOutcome.Taken taken -> {
                acceptance.accept(taken.order(), by);
                yield new EntryResult.Taken(takenOrders.of(taken.order(), taken.verdict()));
            }
        };
    }

    /**
     * Enters orders that another system already took, a few hundred at once for the cost of a few statements: dates by
     * line carry over as first promises, lines without one are promised by the next published plan. What became of each
     * comes in the order given; a number that comes twice is an error of the caller. One that was cancelled after it had
     * been accepted is open here until the caller, its deliveries booked, cancels it.
     */
    @Transactional
    public List<EntryOutcome> enterCarriedOver(List<OrderBefore> before, Actor by) {
        planning.lock();
        return earlierOrders.enter(before, by);
    }

    /** Dates by line and release (from 1) as promised; of a line that is not accepted, as carried over (0: all of it). */
    @Transactional(readOnly = true)
    public Map<OrderLineId, Map<Integer, LocalDate>> releaseDates(Collection<OrderLineId> lines) {
        return promises.releaseDates(lines);
    }

    /** Grants or refuses a hold of an order; granting the last one accepts and promises it. */
    @Transactional
    public ApprovalOutcome resolve(OrderNumber order, int hold, Resolution resolution, String comment, Actor by) {
        planning.lock();
        ApprovalOutcome outcome = orders.resolve(order, hold, resolution, comment, by);
        switch (outcome) {
            case ApprovalOutcome.Accepted accepted -> {
                if (!desk.bindWaiting(accepted.order(), by)) {
                    acceptance.accept(accepted.order(), by);
                }
            }
            case ApprovalOutcome.Rejected rejected -> desk.releaseWaiting(order, by);
            case ApprovalOutcome.StillHeld held -> {}
            case ApprovalOutcome.NotAllowed refused -> {}
            case ApprovalOutcome.Unknown unknown -> {}
        }
        return outcome;
    }

    /** Cancels an order, ends its production, frees its capacity and material. */
    @Transactional
    public CancelOutcome cancelOrder(OrderNumber order, String reason, Actor by) {
        planning.lock();
        CancelOutcome outcome = orders.cancel(order, reason, by);
        if (outcome instanceof CancelOutcome.Cancelled cancelled) {
            desk.releaseWaiting(order, by);
            cancelled.order().lines().stream().map(OrderLine::id).forEach(line -> production.close(line, reason, by));
        }
        return outcome;
    }

    /** Inquiry: dates from the published plan and its journal, as sure as the rules say, nothing reserved. */
    @Transactional
    public QuoteOutcome quote(OrderDraft draft, Actor by) {
        return desk.quote(draft, null, by);
    }

    /**
     * The same.
     *
     * @param confidence in per cent, with which its dates are to hold; null for that of the rules
     */
    @Transactional
    public QuoteOutcome quote(OrderDraft draft, @Nullable Integer confidence, Actor by) {
        return desk.quote(draft, confidence, by);
    }

    @Transactional(readOnly = true)
    public Optional<Quote> find(UUID quote) {
        return quotes.find(quote).map(StoredQuote::quote);
    }

    /** The actor's quotes that are still open, latest first. */
    @Transactional(readOnly = true)
    public List<Quote> openQuotes(Actor by) {
        return quotes.openOf(by).stream().map(StoredQuote::quote).toList();
    }

    /**
     * Takes capacity and material until the hold expires (minutes from the rules). When the dates no longer stand nothing
     * is taken: the quote comes back as an inquiry with the dates that do.
     */
    @Transactional
    public QuoteOutcome hold(UUID quote, Actor by) {
        return desk.hold(quote, by);
    }

    /** Binds the quoted dates and accepts the order in one transaction; only the quote's author may. */
    @Transactional
    public ConfirmOutcome confirm(UUID quote, Actor by) {
        return desk.confirm(quote, by);
    }

    /**
     * What would bring a late quote nearer to the day asked for, on the plan as it is now; binds nothing.
     *
     * @param anybodys whether the actor may ask about quotes of others
     */
    @Transactional(readOnly = true)
    public AlternativesOutcome alternatives(UUID quote, Actor by, boolean anybodys) {
        return alternatives.of(quote, by, anybodys);
    }

    /**
     * What a change of an accepted order would do, on the plan as it is now; binds nothing and writes nothing.
     *
     * @param delivered of the order's lines; nothing of those that are absent
     */
    @Transactional(readOnly = true)
    public ImpactOutcome impact(OrderChange change, Map<OrderLineId, Quantity> delivered) {
        return impacts.of(change, delivered);
    }

    @Transactional
    public QuoteOutcome cancel(UUID quote, Actor by) {
        return desk.cancel(quote, by);
    }

    /**
     * The day each of these lines is promised for, that of its last release; lines without a promise are absent.
     *
     * @param until as it stood at that instant; null for now
     */
    @Transactional(readOnly = true)
    public Map<OrderLineId, LocalDate> promisedDays(Collection<OrderLineId> lines, @Nullable Instant until) {
        return promises.promisedDays(lines, until);
    }

    /**
     * The day each of these lines was promised for first, of those that were given another date since.
     *
     * @param until as it stood at that instant; null for now
     */
    @Transactional(readOnly = true)
    public Map<OrderLineId, LocalDate> firstDaysOfRevised(Collection<OrderLineId> lines, @Nullable Instant until) {
        return promises.firstDaysOfRevised(lines, until);
    }

    /** Promises by line; lines without one are absent. */
    @Transactional(readOnly = true)
    public Map<OrderLineId, PromiseView> promises(Collection<OrderLineId> lines) {
        return takenOrders.promises(lines);
    }

    /**
     * The day each release of these lines could be told by the plan with the chance that dates are told with; what is not
     * in the plan is absent.
     */
    @Transactional(readOnly = true)
    public Map<ReleaseId, LocalDate> likelyDays(Collection<OrderLineId> lines) {
        double confidence = times.usualConfidence().share();
        Map<ReleaseId, Instant> ends = new HashMap<>();
        planning.snapshot()
                .map(plan -> plan.outlooks(lines))
                .orElse(List.of())
                .forEach(each -> ends.put(
                        new ReleaseId(each.line(), each.release()),
                        each.outlook().endWith(confidence)));
        return deliveryDaysOfReleases(ends);
    }

    /** What was promised of each release of these lines, by line and release; releases without a promise are absent. */
    @Transactional(readOnly = true)
    public List<PromisedRelease> promisedReleases(Collection<OrderLineId> lines) {
        return promises.releases(lines);
    }

    /**
     * Promises a release for another day, and lets the plan know by when its production must end now. The caller's
     * transaction holds the plan's head row and has seen what was promised before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void revise(ReleaseId release, LocalDate promised, String reason, Actor by) {
        int transit = promises.transitDays(List.of(release.line())).getOrDefault(release.line(), 0);
        acceptance.revise(release, promised, reason, times.with(transit), by);
    }

    /** The day the goods of each release are there when its production ends as given; see {@link #deliveryDays}. */
    @Transactional(readOnly = true)
    public Map<ReleaseId, LocalDate> deliveryDaysOfReleases(Map<ReleaseId, Instant> productionEnds) {
        Map<OrderLineId, Integer> transit = promises.transitDays(
                productionEnds.keySet().stream().map(ReleaseId::line).distinct().toList());
        Map<Integer, DeliveryTime> byTransit = new HashMap<>();
        Map<ReleaseId, LocalDate> days = new HashMap<>();
        productionEnds.forEach((release, end) -> {
            Integer onTheRoad = transit.get(release.line());
            if (onTheRoad != null) {
                days.put(
                        release,
                        byTransit.computeIfAbsent(onTheRoad, times::with).deliveryDay(end));
            }
        });
        return days;
    }

    /**
     * The day the goods of each line are there when its production ends as given: inspection, packing, dispatch and the
     * transit agreed at acceptance added. Lines that were never accepted are absent.
     */
    @Transactional(readOnly = true)
    public Map<OrderLineId, LocalDate> deliveryDays(Map<OrderLineId, Instant> productionEnds) {
        Map<OrderLineId, Integer> transit = promises.transitDays(productionEnds.keySet());
        Map<Integer, DeliveryTime> byTransit = new HashMap<>();
        Map<OrderLineId, LocalDate> days = new HashMap<>();
        productionEnds.forEach((line, end) -> {
            Integer onTheRoad = transit.get(line);
            if (onTheRoad != null) {
                DeliveryTime time = byTransit.computeIfAbsent(onTheRoad, times::with);
                days.put(line, time.deliveryDay(end));
            }
        });
        return days;
    }
}
