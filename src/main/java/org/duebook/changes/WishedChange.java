package org.duebook.changes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.promising.OrderChange;
import org.duebook.shared.Fault;
import org.duebook.shared.Quantity;

/** A wish as a change that can be tried on the plan. */
sealed interface WishedChange {

    record Asked(OrderChange change) implements WishedChange {}

    /** There is nothing to try. */
    record NotAsked(Fault fault) implements WishedChange {}

    static WishedChange of(ChangeProposal proposal, Orders orders) {
        if (proposal.status() != ChangeProposal.Status.OPEN) {
            return new NotAsked(new Fault(
                    "id",
                    "proposal " + proposal.id() + " is " + proposal.status(),
                    "an open proposal",
                    "ask for the impact on the order itself"));
        }
        Wish wish = proposal.wish();
        int line = wish.line().line();
        return switch (wish.field()) {
            case QUANTITY ->
                orders.findLines(List.of(wish.line())).stream()
                        .map(OrderLine::quantity)
                        .findFirst()
                        .map(now -> quantity(line, new BigDecimal(wish.to()), now))
                        .map(change -> asked(wish, change))
                        .orElseGet(() -> new NotAsked(new Fault(
                                "id", wish.line().toString(), "a line that is on the books", "withdraw the proposal")));
            case REQUESTED_DATE, PROMISED_DATE -> asked(wish, OrderChange.Line.of(line, LocalDate.parse(wish.to())));
            case SPECIFICATION, DIMENSIONS, TOLERANCES ->
                new NotAsked(
                        new Fault(
                                "field",
                                wish.field() + " of " + wish.line(),
                                "another quantity or day",
                                "what is made otherwise, by another routing or bill, is another item: ask for that on the order"));
        };
    }

    private static OrderChange.Line quantity(int line, BigDecimal wanted, Quantity now) {
        return wanted.signum() == 0
                ? OrderChange.Line.cancelled(line)
                : OrderChange.Line.of(line, Quantity.of(wanted, now.unit()));
    }

    private static WishedChange asked(Wish wish, OrderChange.Line line) {
        return new Asked(new OrderChange(wish.line().order(), false, List.of(line)));
    }
}
