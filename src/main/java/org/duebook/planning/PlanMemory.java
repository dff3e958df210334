package org.duebook.planning;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the published plan in memory, caught up with the journal: what was held, promised and given back is put on it entry
 * by entry; after any other entry, and every now and then since time goes on, it is read anew. Who binds sees every entry up
 * to the head row it has locked, and bills, routings and stock as they are now; who only asks sees what was so a moment ago.
 * A calendar or a machine that was changed, which no entry tells, is seen when the plan is next read anew, after two minutes
 * at the latest.
 */
@Component
class PlanMemory {

    private static final Logger LOG = LoggerFactory.getLogger(PlanMemory.class);

    /** Nobody is served a plan that was timed longer ago. */
    private static final Duration TOO_OLD = Duration.ofMinutes(2);
    /** A plan timed longer ago is timed anew beside the questions. */
    private static final Duration OLD = Duration.ofSeconds(30);
    /** Reading a plan anew may take this part of the time, so that a large plant is not always at it. */
    private static final int SELDOM = 20;
    /** For so long nobody who only asks looks whether the journal has moved. */
    private static final long UNSEEN_NANOS = Duration.ofMillis(50).toNanos();
    /** More entries than this are not put on one by one. */
    private static final int MANY = 300;

    private static final Set<String> PUT_ON = Set.of(
            JournalEntry.Held.class.getSimpleName(),
            JournalEntry.HoldEnded.class.getSimpleName(),
            JournalEntry.Promised.class.getSimpleName());

    private final PlanBook book;
    private final PlanReader reader;
    private final PlanMaker maker;
    private final Schedules schedules;
    private final PlanFactsReader facts;
    private final Production production;
    private final PlantExperience experience;
    private final SearchCores cores;
    private final TransactionTemplate reading;
    private final ExecutorService renewing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("plan-memory").factory());
    private final AtomicBoolean renews = new AtomicBoolean();

    private volatile @Nullable LivePlan latest;
    private volatile long seenAt;
    private volatile long readingTook;

    PlanMemory(
            PlanBook book,
            PlanReader reader,
            PlanMaker maker,
            Schedules schedules,
            PlanFactsReader facts,
            Production production,
            PlantExperience experience,
            SearchCores cores,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.reader = reader;
        this.maker = maker;
        this.schedules = schedules;
        this.facts = facts;
        this.production = production;
        this.experience = experience;
        this.cores = cores;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @PreDestroy
    void stop() {
        renewing.shutdownNow();
    }

    /** The plan for who only asks; empty before the first is published. */
    Optional<LivePlan> asked() {
        LivePlan known = latest;
        long now = System.nanoTime();
        if (known != null && seenAt != 0 && now - seenAt < UNSEEN_NANOS && !isOlder(known, TOO_OLD) && !writes()) {
            renewBeside(known);
            return Optional.of(known);
        }
        return reading.execute(status -> {
            PlanBook.Head head = book.head();
            Optional<LivePlan> plan = head.schedule() == null ? Optional.empty() : Optional.of(at(head));
            seenAt = now;
            return plan;
        });
    }

    /** The plan up to the head row that the current transaction has locked, for who binds. */
    Optional<LivePlan> locked(PlanBook.Head head) {
        if (head.schedule() == null) {
            return Optional.empty();
        }
        LivePlan plan = at(head);
        if (plan.isCrowded()) {
            book.spreadPositions();
            book.append("Spread", Map.of(), Actor.SYSTEM);
            moves();
            plan = read(book.head());
        }
        return Optional.of(plan.lookingUpAfresh());
    }

    /** The journal moves with the current transaction; until that has committed, what it wrote is for itself alone. */
    void moves() {
        if (writes()) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PlanMemory.this);
                seenAt = 0;
            }
        });
    }

    /** Reads anew at the next question, since something changed that no entry tells. */
    void forget() {
        latest = null;
    }

    private boolean writes() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    /** One at a time, so that what takes long to read is not read by everybody who asks meanwhile. */
    private synchronized LivePlan at(PlanBook.Head head) {
        LivePlan known = latest;
        LivePlan plan = known == null || !known.isOf(head.schedule()) || isOlder(known, TOO_OLD)
                ? read(head)
                : caughtUp(known, head);
        if (!writes()) {
            latest = plan;
            if (plan != known) {
                renewing.execute(() -> cores.beside(() -> prepareBeside(plan, known)));
            }
        }
        renewBeside(plan);
        return plan;
    }

    /** As the rows and the facts have it now. */
    LivePlan read(PlanBook.Head head) {
        long began = System.nanoTime();
        PlanState state = reader.state(head);
        Duration frozen = maker.frozenHorizon()
                .orElseGet(() -> Optional.ofNullable(head.schedule())
                        .flatMap(schedules::find)
                        .map(stored -> stored.schedule().frozenHorizon())
                        .orElse(Duration.ZERO));
        LivePlan plan = LivePlan.of(
                state,
                state.model.facts.now().plus(frozen),
                new PlanLookup(production, facts),
                Chances.of(() -> experience.draw(Objects.requireNonNull(head.schedule()), state)));
        readingTook = System.nanoTime() - began;
        return plan;
    }

    /** A plan that is known, up to a later head. */
    LivePlan caughtUp(LivePlan known, PlanBook.Head head) {
        if (known.sequence() == head.sequence()) {
            return known;
        }
        List<PlanBook.Told> told = known.sequence() < head.sequence()
                ? book.toldBetween(known.sequence(), head.sequence(), MANY + 1)
                : List.of();
        boolean allPutOn = told.size() == head.sequence() - known.sequence()
                && told.size() <= MANY
                && told.stream().allMatch(each -> PUT_ON.contains(each.kind()));
        if (!allPutOn) {
            return read(head);
        }
        LivePlan.News news = news(head, told);
        return known.takes(news) ? known.with(news) : read(head);
    }

    /** What stands in the rows by now of all that the entries name. */
    private LivePlan.News news(PlanBook.Head head, List<PlanBook.Told> told) {
        Set<String> quotes = new HashSet<>();
        Map<String, List<ProductionOrder>> orders = new LinkedHashMap<>();
        for (PlanBook.Told each : told) {
            if (each.quote() != null) {
                quotes.add(each.quote());
            }
            if (each.order() != null) {
                orders.computeIfAbsent(
                        each.order(), order -> production.list(new OrderNumber(order), null, Integer.MAX_VALUE));
            }
        }
        List<PlanBook.HoldRow> held = quotes.isEmpty()
                ? List.of()
                : book.holds().stream()
                        .filter(hold -> quotes.contains(hold.quote()))
                        .toList();
        List<ProductionOrder> made = orders.values().stream()
                .flatMap(List::stream)
                .filter(order -> order.status().isOpen())
                .toList();
        List<ProductionOrderNumber> numbers = new ArrayList<>();
        made.forEach(order -> numbers.add(order.number()));
        held.forEach(hold -> hold.proposals()
                .forEach(proposal -> proposal.productionOrders().forEach(order -> numbers.add(order.number()))));
        return new LivePlan.News(head, quotes, held, made, book.rowsOf(numbers), book.pegsOf(numbers));
    }

    private boolean isOlder(LivePlan plan, Duration age) {
        return Duration.between(plan.timedFrom(), facts.now()).abs().compareTo(age) >= 0;
    }

    private void renewBeside(LivePlan plan) {
        Duration rest = Duration.ofNanos(readingTook * SELDOM);
        boolean old = isOlder(plan, rest.compareTo(OLD) > 0 ? rest : OLD);
        if (old && renews.compareAndSet(false, true)) {
            renewing.execute(() -> cores.beside(this::renew));
        }
    }

    /**
     * Draws a plan's futures, and looks up what its forerunner was asked for, before anybody asks; who asks sooner does so
     * himself, and says so if he cannot. What has a connection before it begins cannot wait for one while others wait for it.
     */
    private void prepareBeside(LivePlan plan, @Nullable LivePlan known) {
        if (plan == latest) {
            try {
                reading.executeWithoutResult(status -> prepare(plan, known));
            } catch (RuntimeException e) {
                LOG.warn("The published plan could not be prepared for questions", e);
            }
        }
    }

    private static void prepare(LivePlan plan, @Nullable LivePlan known) {
        plan.drawChances();
        if (known != null) {
            plan.lookUpLike(known);
        }
    }

    private void renew() {
        try {
            reading.executeWithoutResult(status -> {
                PlanBook.Head head = book.head();
                if (head.schedule() != null) {
                    LivePlan plan = read(head);
                    prepare(plan, latest);
                    latest = plan;
                    seenAt = 0;
                }
            });
        } catch (RuntimeException e) {
            // The next question tries again, and is served the plan as it was until it is too old.
            LOG.warn("The published plan could not be read anew", e);
        } finally {
            renews.set(false);
        }
    }
}
