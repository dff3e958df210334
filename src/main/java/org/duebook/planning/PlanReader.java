package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.springframework.stereotype.Component;

/** Reads the published plan as it stands now. */
@Component
class PlanReader {

    private final PlanBook book;
    private final PlanFactsReader facts;
    private final Production production;

    PlanReader(PlanBook book, PlanFactsReader facts, Production production) {
        this.book = book;
        this.facts = facts;
        this.production = production;
    }

    PlanBook.Head head() {
        return book.head();
    }

    PlanState state(PlanBook.Head head) {
        return state(head, book.rows(), book.pegs());
    }

    /** The same, timed from an instant: two states of one instant differ by what happened to the plan, not by the clock. */
    PlanState state(PlanBook.Head head, Instant now) {
        return PlanState.of(head, book.rows(), book.pegs(), Set.of(), book.holds(), facts, production, now);
    }

    /** The state a plan of these rows would have. */
    PlanState state(PlanBook.Head head, List<PlanRow> rows, List<MaterialPeg> pegs) {
        return PlanState.of(head, rows, pegs, Set.of(), book.holds(), facts, production, facts.now());
    }

    /** The state of what an opening left in the plan. */
    PlanState state(PlanBook.Head head, Opening opening) {
        return PlanState.of(
                head, opening.rows(), opening.pegs(), opening.freed(), book.holds(), facts, production, facts.now());
    }

    List<ProductionOrder> heldOrders() {
        return book.holds().stream()
                .flatMap(hold -> hold.proposals().stream())
                .flatMap(proposal -> proposal.productionOrders().stream())
                .toList();
    }
}
