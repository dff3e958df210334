package org.duebook.planning;

import static java.util.stream.Collectors.toSet;

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
 * Gives what is made again a place in the published plan at once: in the first gaps that fit, moving nobody but what
 * waits for it, so that its lateness shows. The next run may place it better. Before the first plan there is nothing to do.
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
        PlanState state = journal.remember(reader.state(head, opening));
        Fitting fitting = Fitting.of(state, opening, Map.of(), facts::leadTimeDays);
        journal.append(
                new JournalEntry.MadeAgain(
                        again.lost(), again.quantity(), again.orders(), fitting.placed(), fitting.pegs()),
                Actor.SYSTEM);
    }
}
