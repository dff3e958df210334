package org.duebook.promising;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.EntryOutcome;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.planning.JournalEntry;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.Planning;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The life of a quote: inquiry, hold, confirmation, end. Every step that binds locks the plan's head row before the
 * quote and the order it becomes, so the second of two sellers sees what the first took.
 */
@Component
class QuoteDesk {

    private static final String EXPIRED = "expired";
    private static final String CANCELLED = "cancelled";
    private static final String CONFIRMED = "confirmed";

    private final Planning planning;
    private final Orders orders;
    private final QuoteStore quotes;
    private final Quoting quoting;
    private final QuoteFaults faults;
    private final DeliveryTimes times;
    private final Acceptance acceptance;
    private final TakenOrders takenOrders;
    private final TransactionTemplate undoable;

    QuoteDesk(
            Planning planning,
            Orders orders,
            QuoteStore quotes,
            Quoting quoting,
            QuoteFaults faults,
            DeliveryTimes times,
            Acceptance acceptance,
            TakenOrders takenOrders,
            PlatformTransactionManager transactions) {
        this.planning = planning;
        this.orders = orders;
        this.quotes = quotes;
        this.quoting = quoting;
        this.faults = faults;
        this.times = times;
        this.acceptance = acceptance;
        this.takenOrders = takenOrders;
        this.undoable = new TransactionTemplate(transactions);
        this.undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    QuoteOutcome quote(OrderDraft draft, @Nullable Integer percent, Actor by) {
        List<Fault> found = faults.of(draft, percent);
        if (!found.isEmpty()) {
            return new QuoteOutcome.Refused(found);
        }
        Confidence confidence = percent == null ? times.usualConfidence() : Confidence.ofPercent(percent);
        return planning.snapshot()
                .<QuoteOutcome>map(
                        plan -> new QuoteOutcome.Quoted(quotes.note(quoting.inquiry(draft, confidence, plan, by))
                                .quote()))
                .orElseGet(() -> new QuoteOutcome.Refused(QuoteFaults.noPlan()));
    }

    QuoteOutcome hold(UUID id, Actor by) {
        Optional<PlanSnapshot> plan = planning.lockedSnapshot();
        Optional<StoredQuote> found = quotes.lock(id);
        if (found.isEmpty()) {
            return new QuoteOutcome.Unknown();
        }
        StoredQuote stored = found.get();
        List<Fault> refusal = refusal(stored, by);
        if (!refusal.isEmpty()) {
            return new QuoteOutcome.Refused(refusal);
        }
        return switch (stored.quote().status()) {
            case HELD, CONFIRMED -> new QuoteOutcome.Quoted(stored.quote());
            case INQUIRY, CANCELLED, EXPIRED ->
                plan.<QuoteOutcome>map(snapshot -> new QuoteOutcome.Quoted(holdOn(snapshot, stored, by)))
                        .orElseGet(() -> new QuoteOutcome.Refused(QuoteFaults.noPlan()));
        };
    }

    ConfirmOutcome confirm(UUID id, Actor by) {
        Optional<PlanSnapshot> plan = planning.lockedSnapshot();
        Optional<StoredQuote> found = quotes.lock(id);
        if (found.isEmpty()) {
            return new ConfirmOutcome.Unknown();
        }
        StoredQuote stored = found.get();
        Optional<ConfirmOutcome> before = confirmedBefore(stored, by);
        if (before.isPresent()) {
            return before.get();
        }
        List<Fault> refusal = refusal(stored, by);
        if (!refusal.isEmpty()) {
            return new ConfirmOutcome.Refused(refusal);
        }
        return plan.map(snapshot -> bind(stored, snapshot, by))
                .orElseGet(() -> new ConfirmOutcome.Refused(QuoteFaults.noPlan()));
    }

    QuoteOutcome cancel(UUID id, Actor by) {
        planning.lock();
        Optional<StoredQuote> found = quotes.lock(id);
        if (found.isEmpty()) {
            return new QuoteOutcome.Unknown();
        }
        StoredQuote stored = found.get();
        if (stored.quote().status() == QuoteStatus.CANCELLED && stored.isBy(by)) {
            return new QuoteOutcome.Quoted(stored.quote());
        }
        List<Fault> refusal = refusal(stored, by);
        if (!refusal.isEmpty()) {
            return new QuoteOutcome.Refused(refusal);
        }
        if (stored.quote().status() == QuoteStatus.CONFIRMED) {
            return new QuoteOutcome.Refused(List.of(new Fault(
                    "quote",
                    "confirmed as order " + stored.quote().order(),
                    "an inquiry or a held quote",
                    "cancel the order instead")));
        }
        return new QuoteOutcome.Quoted(
                end(stored, QuoteStatus.CANCELLED, CANCELLED, by).quote());
    }

    /** Ends what is past its time. Tells how many quotes that were. */
    int expireOverdue() {
        if (!quotes.anyOverdue(quoting.now())) {
            return 0;
        }
        planning.lock();
        List<StoredQuote> overdue = quotes.lockOverdue(quoting.now());
        overdue.forEach(stored -> end(stored, QuoteStatus.EXPIRED, EXPIRED, Actor.SYSTEM));
        return overdue.size();
    }

    /**
     * Binds an order that its rules have now accepted where capacity was kept for it; false when none is. The customer was told
     * the dates quoted: one that the plan lost meanwhile is promised all the same, at risk until somebody decides.
     */
    boolean bindWaiting(CustomerOrder order, Actor by) {
        Optional<StoredQuote> waiting = quotes.holdingFor(order.number());
        waiting.ifPresent(stored -> {
            Quoting.Fit fit =
                    planning.lockedSnapshot().map(plan -> fit(stored, plan)).orElseThrow();
            end(stored, QuoteStatus.CONFIRMED, CONFIRMED, by);
            acceptance.bind(order, fit.asQuoted(stored.releases()), by);
        });
        return waiting.isPresent();
    }

    /** Gives back what was kept for an order that came to nothing. */
    void releaseWaiting(OrderNumber order, Actor by) {
        quotes.holdingFor(order).ifPresent(stored -> end(stored, QuoteStatus.CONFIRMED, CANCELLED, by));
    }

    /** The same asked again. */
    private StoredQuote ask(Quote again, PlanSnapshot plan, Actor by) {
        UUID id = UUID.randomUUID();
        Quoting.Fit fit = quoting.fit(id, again.draft(), again.confidence(), plan);
        return quotes.save(quoting.inquiry(id, again.draft(), again.confidence(), plan, fit, by));
    }

    private Quote holdOn(PlanSnapshot plan, StoredQuote stored, Actor by) {
        Quoting.Fit fit = fit(stored, plan);
        if (!fit.keeps(stored.releases())) {
            Quote asked = stored.quote();
            return quotes.save(quoting.inquiry(stored.id(), asked.draft(), asked.confidence(), plan, fit, by))
                    .quote();
        }
        Instant expires = quoting.now().plus(times.parameters().quoteHold());
        take(stored, fit, expires, by);
        return quotes.save(stored.held(plan.sequence(), expires)).quote();
    }

    /**
     * Looks at the plan as it is now before anything binds: an inquiry may have been overtaken, a hold may have been moved
     * by a plan published meanwhile, or its stock counted away. What the rules reject leaves no trace.
     */
    private ConfirmOutcome bind(StoredQuote stored, PlanSnapshot plan, Actor by) {
        Quoting.Fit fit = fit(stored, plan);
        if (!fit.keeps(stored.releases())) {
            return quoteAfresh(stored, by);
        }
        try {
            return undoable.execute(step -> {
                ConfirmOutcome outcome = enter(stored, fit, by);
                if (outcome instanceof ConfirmOutcome.Refused) {
                    step.setRollbackOnly();
                }
                return outcome;
            });
        } catch (OptimisticLockingFailureException stockGone) {
            planning.forgetWhatIsKnown();
            return quoteAfresh(stored, by);
        }
    }

    /** Where a quote's releases stand: at the places held for it, else in the plan's gaps. */
    private Quoting.Fit fit(StoredQuote stored, PlanSnapshot plan) {
        OrderDraft draft = stored.quote().draft();
        Confidence confidence = stored.quote().confidence();
        return stored.holdOpen()
                ? quoting.held(stored.id(), draft, confidence, plan)
                : quoting.fit(stored.id(), draft, confidence, plan);
    }

    /** Puts a fresh quote in the place of one that can no longer be kept: overtaken, or its stock was counted away. */
    private ConfirmOutcome quoteAfresh(StoredQuote stored, Actor by) {
        StoredQuote ended = end(stored, QuoteStatus.CANCELLED, CANCELLED, by);
        PlanSnapshot plan = planning.lockedSnapshot().orElseThrow();
        StoredQuote fresh = ask(stored.quote(), plan, by);
        quotes.save(ended.replacedBy(fresh.id()));
        return new ConfirmOutcome.DateMoved(fresh.quote());
    }

    private ConfirmOutcome enter(StoredQuote stored, Quoting.Fit fit, Actor by) {
        EntryOutcome entry = orders.enter(stored.quote().draft(), by);
        return entry instanceof EntryOutcome.Taken taken
                        && taken.order().status() != OrderStatus.REJECTED
                        && taken.order().status() != OrderStatus.CANCELLED
                ? entered(stored, fit, taken, by)
                : new ConfirmOutcome.Refused(QuoteFaults.of(entry));
    }

    private ConfirmOutcome entered(StoredQuote stored, Quoting.Fit fit, EntryOutcome.Taken taken, Actor by) {
        CustomerOrder order = taken.order();
        boolean waiting = order.status() == OrderStatus.HELD;
        Instant expires = waiting
                ? deadline(order, stored.quote().expires())
                : stored.quote().expires();
        if (waiting && !stored.holdOpen()) {
            take(stored, fit, expires, by);
        } else if (!waiting) {
            if (stored.holdOpen()) {
                planning.append(new JournalEntry.HoldEnded(stored.id().toString(), CONFIRMED), by);
            }
            acceptance.bind(order, fit.asQuoted(stored.releases()), by);
        }
        StoredQuote confirmed = quotes.save(stored.confirmed(order, taken.verdict(), waiting, expires));
        return new ConfirmOutcome.Confirmed(confirmed.quote(), takenOrders.of(order, taken.verdict()));
    }

    private Optional<ConfirmOutcome> confirmedBefore(StoredQuote stored, Actor by) {
        if (!stored.isBy(by)) {
            return Optional.empty();
        }
        if (stored.replacedBy() != null) {
            return quotes.find(stored.replacedBy()).map(fresh -> new ConfirmOutcome.DateMoved(fresh.quote()));
        }
        OrderNumber number = stored.quote().order();
        if (number == null) {
            return Optional.empty();
        }
        CustomerOrder order = orders.find(number).orElseThrow();
        return Optional.of(new ConfirmOutcome.Confirmed(
                stored.quote(), takenOrders.of(order, stored.quote().verdict())));
    }

    /** Why this actor may do nothing with the quote now. An overdue hold ends here, by its entry, when nobody ended it yet. */
    private List<Fault> refusal(StoredQuote stored, Actor by) {
        if (!stored.isBy(by)) {
            return QuoteFaults.notOwn(stored);
        }
        QuoteStatus status = stored.quote().status();
        if (status == QuoteStatus.CONFIRMED) {
            return List.of();
        }
        if (status != QuoteStatus.EXPIRED && status != QuoteStatus.CANCELLED && stored.isOverdue(quoting.now())) {
            end(stored, QuoteStatus.EXPIRED, EXPIRED, Actor.SYSTEM);
            status = QuoteStatus.EXPIRED;
        }
        return switch (status) {
            case EXPIRED -> QuoteFaults.expired(stored);
            case CANCELLED -> QuoteFaults.cancelled();
            case INQUIRY, HELD, CONFIRMED -> List.of();
        };
    }

    private void take(StoredQuote stored, Quoting.Fit fit, Instant expires, Actor by) {
        planning.append(
                new JournalEntry.Held(
                        stored.id().toString(), expires, fit.placements(stored.releases(), quoting.now())),
                by);
    }

    private StoredQuote end(StoredQuote stored, QuoteStatus status, String reason, Actor by) {
        if (stored.holdOpen()) {
            planning.append(new JournalEntry.HoldEnded(stored.id().toString(), reason), by);
        }
        return quotes.save(stored.ended(status));
    }

    /** The order keeps its capacity until the last of its holds must be answered. */
    private Instant deadline(CustomerOrder order, Instant otherwise) {
        return orders.holds(order.number()).stream()
                .filter(OrderHold::isOpen)
                .map(OrderHold::deadline)
                .max(Comparator.naturalOrder())
                .orElse(otherwise);
    }
}
