package org.duebook.planning;

import java.util.ArrayList;
import java.util.List;
import org.duebook.production.Proposal;
import org.duebook.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes journal entries and what they do to the plan's rows. */
@Component
class Journal {

    private final PlanBook book;

    private final PlanMemory memory;

    Journal(PlanBook book, PlanMemory memory) {
        this.book = book;
        this.memory = memory;
    }

    long append(JournalEntry entry, Actor by) {
        memory.moves();
        switch (entry) {
            case JournalEntry.Held held -> hold(held);
            case JournalEntry.HoldEnded ended -> end(ended);
            case JournalEntry.Promised promised -> {
                book.insertRows(rows(promised.slots(), null));
                book.insertPegs(promised.pegs());
            }
            case JournalEntry.MadeAgain again -> {
                book.deletePlaces(again.slots().stream()
                        .map(slot -> slot.placed().operation())
                        .toList());
                book.insertRows(rows(again.slots(), null));
                book.insertPegs(again.pegs());
            }
            case JournalEntry.Closed closed -> book.deleteLine(closed.line());
            case JournalEntry.Repromised later -> {
                // Production keeps the new end; the plan is timed against it from there.
            }
            case JournalEntry.OfTheDay entered -> {
                // The module that owns the fact knows it; the plan is timed from there.
            }
        }
        return book.append(entry.getClass().getSimpleName(), entry, by);
    }

    void appendPromised(List<JournalEntry.Promised> entries, Actor by) {
        memory.moves();
        book.insertRows(
                rows(entries.stream().flatMap(entry -> entry.slots().stream()).toList(), null));
        book.insertPegs(entries.stream().flatMap(entry -> entry.pegs().stream()).toList());
        entries.forEach(entry -> book.append(entry.getClass().getSimpleName(), entry, by));
    }

    private void hold(JournalEntry.Held held) {
        Holds.Kept kept = Holds.keep(held.quote(), held.placements());
        book.insertHold(held.quote(), held.expires(), kept.proposals());
        book.insertRows(rows(kept.slots(), held.quote()));
        book.insertPegs(kept.pegs());
    }

    private void end(JournalEntry.HoldEnded ended) {
        List<Proposal> proposals = new ArrayList<>();
        book.holds().stream()
                .filter(hold -> hold.quote().equals(ended.quote()))
                .forEach(hold -> proposals.addAll(hold.proposals()));
        book.deleteHold(ended.quote(), proposals);
    }

    private static List<PlanRow> rows(List<Slot> slots, @Nullable String hold) {
        return slots.stream()
                .map(slot -> new PlanRow(slot.placed(), slot.position(), hold))
                .toList();
    }
}
