package org.duebook.planning;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.production.MadeAgain;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.ProductionOrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives what is made again a place in the published plan at once, so that its lateness shows: next in line, or in the first
 * gaps that fit, with what waits for it, whichever leaves less weighted lateness. The next run may do better. Before the
 * first plan there is nothing to do.
 */
@Component
class Remakes {

    private final PlanBook book;
    private final PlanReader reader;
    private final PlanFactsReader facts;
    private final Production production;
    private final Journal journal;

    Remakes(PlanBook book, PlanReader reader, PlanFactsReader facts, Production production, Journal journal) {
        this.book = book;
        this.reader = reader;
        this.facts = facts;
        this.production = production;
        this.journal = journal;
    }

    @EventListener
    void on(MadeAgain again) {
        PlanBook.Head head = book.lockedHead();
        if (head.schedule() == null || again.orders().isEmpty()) {
            return;
        }
        PlanState before = reader.state(head);
        List<PlanRow> rows = book.rows();
        Set<ProductionOrderNumber> known = rows.stream()
                .map(row -> row.placed().operation().productionOrder())
                .collect(toSet());
        known.addAll(again.orders());
        Opening opening = Opening.of(
                rows,
                book.pegs(),
                production.open().stream()
                        .filter(order -> known.contains(order.number()))
                        .toList());
        PlanState opened = reader.state(head, opening);
        Fitting fitting = Fitting.of(opened, opening, Map.of(), facts::leadTimeDays);
        Candidate gaps = new Candidate(opened, fitting.placed());
        Candidate next = new Candidate(before, NextInLine.of(opened, opening, before.byOperation(), fitting.pegs()));
        boolean better = lateness(head, opened, next, fitting.pegs()) <= lateness(head, opened, gaps, fitting.pegs());
        Candidate chosen = better ? next : gaps;
        journal.append(
                new JournalEntry.MadeAgain(
                        again.lost(), again.quantity(), again.orders(), chosen.slots(), fitting.pegs()),
                Actor.SYSTEM);
    }

    /** @param basis the plan by whose times the operations are put in line */
    private record Candidate(PlanState basis, List<PlacedOperation> placed) {

        List<Slot> slots() {
            return new Positions(basis).of(placed);
        }
    }

    /** Weighted lateness of the plan with the operations added. */
    private long lateness(PlanBook.Head head, PlanState opened, Candidate candidate, List<MaterialPeg> added) {
        List<PlanRow> rows = new ArrayList<>(opened.rows);
        candidate.slots().forEach(slot -> rows.add(new PlanRow(slot.placed(), slot.position(), null)));
        List<MaterialPeg> pegs = new ArrayList<>(opened.pegs);
        pegs.addAll(added);
        PlanState whole = reader.state(head, rows, pegs);
        return new PlanReport(whole.model, whole.timed, whole.pegs).figures().weightedLateness();
    }
}
