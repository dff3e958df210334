package org.duebook.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.production.ProgressOutcome;
import org.duebook.production.ProgressReport;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.springframework.stereotype.Component;

/**
 * Books the entries of the day. Each holds the plan's head row, so its number in the journal, the fact it states and what
 * it did to the plan, timed just before and just after, belong together.
 */
@Component
class EntryDesk {

    private static final int LONGEST_REASON = 200;

    private final PlanBook book;
    private final PlanReader reader;
    private final PlanFactsReader facts;
    private final Journal journal;
    private final EntryRows entries;
    private final CapacityEntries capacity;
    private final MaterialEntries material;
    private final Production production;
    private final Plant plant;

    EntryDesk(
            PlanBook book,
            PlanReader reader,
            PlanFactsReader facts,
            Journal journal,
            EntryRows entries,
            CapacityEntries capacity,
            MaterialEntries material,
            Production production,
            Plant plant) {
        this.book = book;
        this.reader = reader;
        this.facts = facts;
        this.journal = journal;
        this.entries = entries;
        this.capacity = capacity;
        this.material = material;
        this.production = production;
        this.plant = plant;
    }

    /** Entries booked on a day of the plant, the latest first. */
    List<BookedEntry> of(LocalDate day) {
        ZoneId zone = plant.profile().zone();
        return entries.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    Optional<BookedEntry> find(long number) {
        return entries.find(number);
    }

    EntryOutcome enter(DayEntry asked, Actor by) {
        Moment before = moment();
        List<Fault> reason = reasonFaults(asked.reason());
        if (!reason.isEmpty()) {
            return new EntryOutcome.Refused(reason);
        }
        return switch (check(asked)) {
            case CheckedEntry.Faulty faulty -> new EntryOutcome.Refused(faulty.faults());
            case CheckedEntry.Sound sound -> {
                long number = journal.append(sound.entry(), by);
                keep(number, sound.entry());
                yield booked(number, before);
            }
        };
    }

    /** What the shop floor reports; its journal entry is written where production tells that it was booked. */
    EntryOutcome report(ProgressReport report, Actor by) {
        Moment before = moment();
        return switch (production.report(report, by)) {
            case ProgressOutcome.Booked done -> booked(before.head().sequence() + 1, before);
            case ProgressOutcome.Refused refused -> new EntryOutcome.Refused(refused.faults());
            case ProgressOutcome.Unknown unknown -> new EntryOutcome.Unknown();
        };
    }

    EntryOutcome withdraw(long number, String reason, Actor by) {
        Moment before = moment();
        Optional<BookedEntry> found = entries.find(number);
        if (found.isEmpty()) {
            return new EntryOutcome.Unknown();
        }
        List<Fault> reasonFaults = reasonFaults(reason);
        List<Fault> faults = reasonFaults.isEmpty() ? faultsOfWithdrawing(found.get()) : reasonFaults;
        if (!faults.isEmpty()) {
            return new EntryOutcome.Refused(faults);
        }
        long withdrawal = journal.append(new JournalEntry.Withdrawn(number, reason), by);
        undo(found.get());
        return booked(withdrawal, before);
    }

    private CheckedEntry check(DayEntry asked) {
        return switch (asked) {
            case DayEntry.Down down -> capacity.check(down);
            case DayEntry.Back back -> capacity.check(back);
            case DayEntry.ExtraHours extra -> capacity.check(extra);
            case DayEntry.Receipt receipt -> material.check(receipt);
            case DayEntry.StockCount count -> material.check(count);
        };
    }

    private void keep(long number, JournalEntry.OfTheDay entry) {
        switch (entry) {
            case JournalEntry.Down down -> capacity.keep(number, down);
            case JournalEntry.Back back -> capacity.keep(back);
            case JournalEntry.ExtraHours extra -> capacity.keep(number, extra);
            case JournalEntry.Receipt receipt -> material.keep(receipt);
            case JournalEntry.StockCount count -> material.keep(count);
            case JournalEntry.Progressed progressed -> {
                // Production keeps it.
            }
            case JournalEntry.Withdrawn withdrawn -> {
                // What it withdraws is undone.
            }
        }
    }

    private void undo(BookedEntry entry) {
        switch (entry.what()) {
            case JournalEntry.Down down -> capacity.undo(entry.number());
            case JournalEntry.Back back -> capacity.undo(back);
            case JournalEntry.ExtraHours extra -> capacity.undo(entry.number());
            case JournalEntry.Receipt receipt -> material.undo(receipt);
            case JournalEntry.StockCount count -> material.undo(count);
            case JournalEntry.Progressed progressed -> throw notWithdrawn(entry);
            case JournalEntry.Withdrawn withdrawn -> throw notWithdrawn(entry);
        }
    }

    private static IllegalStateException notWithdrawn(BookedEntry entry) {
        return new IllegalStateException("entry " + entry.number() + " was to be refused: " + entry.what());
    }

    private List<Fault> faultsOfWithdrawing(BookedEntry entry) {
        if (entry.withdrawnBy() != null) {
            return List.of(new Fault(
                    "number",
                    entry.number() + ", withdrawn by " + entry.withdrawnBy(),
                    "an entry that still counts",
                    "nothing to do"));
        }
        return switch (entry.what()) {
            case JournalEntry.Down down -> List.of();
            case JournalEntry.Back back -> List.of();
            case JournalEntry.ExtraHours extra -> List.of();
            case JournalEntry.Receipt receipt -> material.faultsOfUndoing(receipt);
            case JournalEntry.StockCount count -> material.faultsOfUndoing(count);
            case JournalEntry.Progressed progressed ->
                List.of(new Fault(
                        "number",
                        entry.number() + ", a report of " + progressed.operation(),
                        "an entry about a machine, a receipt or a stock",
                        "goods and material are booked with a report; correct the stock by a count"));
            case JournalEntry.Withdrawn withdrawn ->
                List.of(new Fault(
                        "number",
                        entry.number() + ", the withdrawal of " + withdrawn.entry(),
                        "an entry that is no withdrawal",
                        "enter again what was withdrawn"));
        };
    }

    private static List<Fault> reasonFaults(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? List.of(new Fault(
                        "reason", reason, "1 to " + LONGEST_REASON + " characters that say why", "fill in the reason"))
                : List.of();
    }

    /** The plan just before an entry, with its head row locked. */
    private record Moment(PlanBook.Head head, Instant at, Optional<PlanState> plan) {}

    private Moment moment() {
        PlanBook.Head head = book.lockedHead();
        Instant at = facts.now();
        return new Moment(head, at, state(head, at));
    }

    private EntryOutcome booked(long number, Moment before) {
        Optional<PlanState> after = state(book.head(), before.at());
        entries.insertEffect(number, EntryEffect.between(before.plan(), after));
        return new EntryOutcome.Booked(entries.find(number).orElseThrow());
    }

    private Optional<PlanState> state(PlanBook.Head head, Instant at) {
        return head.schedule() == null ? Optional.empty() : Optional.of(reader.state(head, at));
    }
}
