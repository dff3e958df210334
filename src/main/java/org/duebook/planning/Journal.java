package org.duebook.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.production.Proposal;
import org.duebook.shared.Actor;
import org.duebook.shared.MachineCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes journal entries and what they do to the plan's rows. Within one transaction it remembers the locked state that
 * placements were computed on, and the places of holds that ended, so that a confirmed order stands where its hold stood.
 */
@Component
class Journal {

    private final PlanBook book;

    Journal(PlanBook book) {
        this.book = book;
    }

    private static final class Work {
        @Nullable
        PlanState state;

        final Map<Holds.Place, Double> freed = new HashMap<>();
    }

    /** Keeps the state that the current transaction places on. */
    PlanState remember(PlanState state) {
        work().state = state;
        return state;
    }

    long append(JournalEntry entry, Actor by) {
        switch (entry) {
            case JournalEntry.Held held -> hold(held);
            case JournalEntry.HoldEnded ended -> end(ended);
            case JournalEntry.Promised promised -> {
                book.insertRows(new Positions(state()).of(promised.operations(), work().freed, null));
                book.insertPegs(promised.pegs());
            }
            case JournalEntry.MadeAgain again -> {
                book.deletePlaces(again.operations().stream()
                        .map(PlacedOperation::operation)
                        .toList());
                book.insertRows(new Positions(state()).of(again.operations(), Map.of(), null));
                book.insertPegs(again.pegs());
            }
            case JournalEntry.Closed closed -> book.deleteLine(closed.line());
            case JournalEntry.OfTheDay entered -> {
                // The module that owns the fact knows it; the plan is timed from there.
            }
        }
        return book.append(entry.getClass().getSimpleName(), entry, by);
    }

    void appendPromised(List<JournalEntry.Promised> entries, Actor by) {
        List<PlacedOperation> operations =
                entries.stream().flatMap(entry -> entry.operations().stream()).toList();
        book.insertRows(new Positions(state()).of(operations, work().freed, null));
        book.insertPegs(entries.stream().flatMap(entry -> entry.pegs().stream()).toList());
        entries.forEach(entry -> book.append(entry.getClass().getSimpleName(), entry, by));
    }

    private void hold(JournalEntry.Held held) {
        Holds.Kept kept = Holds.keep(held.quote(), held.placements());
        book.insertHold(held.quote(), held.expires(), kept.proposals());
        book.insertRows(new Positions(state()).of(kept.operations(), Map.of(), held.quote()));
        book.insertPegs(kept.pegs());
    }

    private void end(JournalEntry.HoldEnded ended) {
        book.rowsOfHold(ended.quote()).forEach(row -> {
            MachineCode machine = row.placed().machine();
            if (machine != null) {
                work().freed.put(new Holds.Place(machine, row.placed().start()), row.position());
            }
        });
        List<Proposal> proposals = new ArrayList<>();
        book.holds().stream()
                .filter(hold -> hold.quote().equals(ended.quote()))
                .forEach(hold -> proposals.addAll(hold.proposals()));
        book.deleteHold(ended.quote(), proposals);
    }

    private PlanState state() {
        PlanState state = work().state;
        if (state == null) {
            throw new IllegalStateException("nothing was placed in this transaction; take a locked snapshot first");
        }
        return state;
    }

    /** What the current transaction has done so far; gone with it. */
    private Work work() {
        Work work = (Work) TransactionSynchronizationManager.getResource(this);
        if (work != null) {
            return work;
        }
        Work fresh = new Work();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Journal.this);
            }
        });
        return fresh;
    }
}
