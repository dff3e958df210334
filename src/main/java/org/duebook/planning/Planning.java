package org.duebook.planning;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.production.OperationProgressed;
import org.duebook.production.ProductionClosed;
import org.duebook.production.ProgressReport;
import org.duebook.shared.Actor;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Door to planning: runs, schedules, the published plan and its journal. The scheduler comes lazily: it is made of every
 * module's jobs, some of which ask this door.
 */
@Service
public class Planning {

    private final PlanBook book;
    private final PlanReader reader;
    private final PlanMemory memory;
    private final Schedules schedules;
    private final PlanningRuns runs;
    private final PlanMaker maker;
    private final Publisher publisher;
    private final Journal journal;
    private final EntryDesk entries;
    private final SearchCores cores;
    private final SchedulerClient jobs;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    Planning(
            PlanBook book,
            PlanReader reader,
            PlanMemory memory,
            Schedules schedules,
            PlanningRuns runs,
            PlanMaker maker,
            Publisher publisher,
            Journal journal,
            EntryDesk entries,
            SearchCores cores,
            @Lazy SchedulerClient jobs,
            Clock clock) {
        this.book = book;
        this.reader = reader;
        this.memory = memory;
        this.schedules = schedules;
        this.runs = runs;
        this.maker = maker;
        this.publisher = publisher;
        this.journal = journal;
        this.entries = entries;
        this.cores = cores;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** A state that was read, good for as long as the journal has not moved and the minute is the same. */
    private record Remembered(PlanBook.Head head, Instant at, PlanState state) {}

    /** Asks for a run; a background job takes it up at once. */
    @Transactional
    public PlanningRun start(Duration limit, boolean publishWhenDone, Actor by) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        runs.insert(id, limit, publishWhenDone, by, now);
        jobs.scheduleIfNotExists(
                PlanningJob.TASK.instance(id.toString()).data(id.toString()).scheduledTo(Instant.EPOCH));
        return runs.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<PlanningRun> run(UUID id) {
        return runs.find(id);
    }

    /** Latest runs first. */
    @Transactional(readOnly = true)
    public List<PlanningRun> runs(int limit) {
        return runs.latest(limit);
    }

    /** How long a run searches unless it is told, from the planner's settings. */
    public Duration usualLimit() {
        return maker.usualLimit();
    }

    /** Asks a run to stop; it keeps its best plan as its schedule. A run that is over stays as it is. */
    @Transactional
    public Optional<PlanningRun> stop(UUID id) {
        runs.requestStop(id);
        return runs.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Schedule> schedule(UUID id) {
        return schedules.find(id).map(Schedules.Stored::schedule);
    }

    /** The published plan with what was promised and reported since; empty before the first is published. */
    @Transactional(readOnly = true)
    public Optional<Schedule> published() {
        return current().map(this::published);
    }

    private Schedule published(PlanState state) {
        Schedule made = state.schedule().flatMap(schedules::find).orElseThrow().schedule();
        PlanReport report = state.report();
        Instant frozenUntil = state.model.facts.now().plus(maker.frozenHorizon().orElseGet(made::frozenHorizon));
        return new Schedule(
                made.id(),
                made.from(),
                frozenUntil,
                made.publishedAt(),
                report.figures(),
                made.dispatch(),
                made.movedOperations(),
                report.operations(frozenUntil).stream()
                        .filter(operation ->
                                !Holds.isHeld(operation.placed().operation().productionOrder()))
                        .toList(),
                report.shortages());
    }

    /** The published plan as a planner's board shows it; empty before the first is published. */
    @Transactional(readOnly = true)
    public Optional<PlanBoard> board() {
        return current().map(state -> {
            PlanReport report = state.report();
            Schedule schedule = published(state);
            return new PlanBoard(
                    schedule,
                    state.model.facts.now(),
                    state.sequence(),
                    held(state, report.operations(schedule.frozenUntil())),
                    report.waits(),
                    report.dues(),
                    state.model.facts.working(),
                    state.unplaced);
        });
    }

    private static List<PlanBoard.HeldOperation> held(PlanState state, List<ScheduledOperation> operations) {
        Map<String, PlanBook.HoldRow> holds =
                state.holds.stream().collect(Collectors.toMap(PlanBook.HoldRow::quote, Function.identity()));
        Map<OperationId, PlanBook.HoldRow> byOperation = new HashMap<>();
        for (PlanRow row : state.rows) {
            PlanBook.HoldRow hold = row.hold() == null ? null : holds.get(row.hold());
            if (hold != null) {
                byOperation.put(row.placed().operation(), hold);
            }
        }
        List<PlanBoard.HeldOperation> held = new ArrayList<>();
        for (ScheduledOperation operation : operations) {
            PlanBook.HoldRow hold = byOperation.get(operation.placed().operation());
            if (hold != null) {
                held.add(new PlanBoard.HeldOperation(hold.quote(), hold.expires(), operation));
            }
        }
        return held;
    }

    /**
     * Which plan is in force: its schedule and the journal's last number, cheap to ask every few seconds. Empty before
     * the first is published.
     */
    @Transactional(readOnly = true)
    public Optional<Standing> standing() {
        PlanBook.Head head = book.head();
        return Optional.ofNullable(head.schedule()).map(schedule -> new Standing(schedule, head.sequence()));
    }

    /** A published schedule and the number of the journal's last entry on it. */
    public record Standing(UUID schedule, long sequence) {}

    /** Puts a schedule in force; what was bound since it was made is fitted in. */
    public PublishOutcome publish(UUID schedule, Actor by) {
        return publisher.publish(schedule, by);
    }

    /** Late lines of a schedule; of the published one as it stands now. */
    @Transactional(readOnly = true)
    public Optional<List<LateLine>> lateLines(UUID schedule) {
        return isPublished(schedule)
                ? current().map(state -> state.report().lateLines())
                : schedules.find(schedule).map(stored -> stored.detail().lateLines());
    }

    /** Every release that the published plan makes, as it stands now; nothing before the first is published. */
    @Transactional(readOnly = true)
    public List<PlannedRelease> plannedReleases() {
        return current().map(state -> state.report().releases()).orElse(List.of());
    }

    /** Load of a schedule by machine and week; of the published one as it stands now. */
    @Transactional(readOnly = true)
    public Optional<List<MachineLoad>> load(UUID schedule) {
        return isPublished(schedule)
                ? current().map(state -> state.report().load())
                : schedules.find(schedule).map(stored -> stored.detail().load());
    }

    private boolean isPublished(UUID schedule) {
        return schedule.equals(book.head().schedule());
    }

    /** When production of each line's releases ends by the published plan and its journal; lines not in it are absent. */
    @Transactional(readOnly = true)
    public Map<OrderLineId, Instant> projectedEnds(Collection<OrderLineId> lines) {
        Map<OrderLineId, Instant> ends = current().map(PlanState::ends).orElse(Map.of());
        Map<OrderLineId, Instant> wanted = new HashMap<>();
        lines.stream().filter(ends::containsKey).forEach(line -> wanted.put(line, ends.get(line)));
        return wanted;
    }

    /**
     * The published plan with its journal, from memory, as it was a moment ago at most; empty before the first is published.
     */
    public Optional<PlanSnapshot> snapshot() {
        cores.quoteIsServed();
        return memory.asked().map(Function.identity());
    }

    /** The same, with the plan's head row locked until the current transaction ends: what it says stays true until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PlanSnapshot> lockedSnapshot() {
        cores.quoteIsServed();
        return memory.locked(book.lockedHead()).map(Function.identity());
    }

    /** Has the next who places or asks read everything afresh: stock turned out to be less than was thought. */
    public void forgetWhatIsKnown() {
        memory.forget();
    }

    /**
     * Locks the plan's head row until the current transaction ends. Whoever changes orders, stock or production in a way
     * that may end in a journal entry takes it first, so that no two wait for each other in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        book.lockedHead();
    }

    /** Appends to the journal; the head row must be locked by the current transaction. Gives the entry's sequence number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(JournalEntry entry, Actor by) {
        return journal.append(entry, by);
    }

    /** Books what somebody says about the day, with immediate effect on the plan and on quotes. */
    @Transactional
    public EntryOutcome enter(DayEntry entry, Actor by) {
        return entries.enter(entry, by);
    }

    /** Withdraws an entry by a new one; what it said does not count any more. */
    @Transactional
    public EntryOutcome withdraw(long number, String reason, Actor by) {
        return entries.withdraw(number, reason, by);
    }

    /** Appends what many orders take, placed together on the locked snapshot of the current transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendPromised(List<JournalEntry.Promised> entries, Actor by) {
        journal.appendPromised(entries, by);
    }

    /**
     * Books what the shop floor says about an operation. The head row is locked first, as by everyone who binds, so that
     * a report and a cancellation never wait for each other.
     */
    @Transactional
    public EntryOutcome report(ProgressReport report, Actor by) {
        return entries.report(report, by);
    }

    /** Entries booked on a day of the plant, the latest first. */
    @Transactional(readOnly = true)
    public List<BookedEntry> entries(LocalDate day) {
        return entries.of(day);
    }

    /** An entry of the day by its number in the journal. */
    @Transactional(readOnly = true)
    public Optional<BookedEntry> entry(long number) {
        return entries.find(number);
    }

    @EventListener
    void on(OperationProgressed progressed) {
        book.lockedHead();
        ProgressReport report = progressed.report();
        journal.append(
                new JournalEntry.Progressed(
                        report.operation(),
                        report.finished(),
                        report.at(),
                        report.machine(),
                        report.good(),
                        report.scrap()),
                progressed.by());
    }

    @EventListener
    void on(ProductionClosed closed) {
        book.lockedHead();
        journal.append(new JournalEntry.Closed(closed.line()), Actor.SYSTEM);
    }

    private Optional<PlanState> current() {
        PlanBook.Head head = book.head();
        if (head.schedule() == null) {
            return Optional.empty();
        }
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            // Within a transaction that writes, what is read may not be so for others, nor for itself a moment later.
            return Optional.of(reader.state(head));
        }
        Instant now = clock.instant();
        Remembered last = remembered;
        if (last != null
                && last.head().equals(head)
                && Duration.between(last.at(), now).abs().compareTo(Duration.ofSeconds(2)) < 0) {
            return Optional.of(last.state());
        }
        PlanState state = reader.state(head);
        remembered = new Remembered(head, now, state);
        return Optional.of(state);
    }
}
