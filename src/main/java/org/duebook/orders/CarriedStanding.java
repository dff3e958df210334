package org.duebook.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duebook.catalog.Item;
import org.duebook.policy.Decision;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/** Where an order stood before it came here takes the place of the rules' verdict. */
final class CarriedStanding {

    static final String WORDS = "It stood so before it came here.";
    private static final String RULE = "CARRIED-OVER";

    private CarriedStanding() {}

    /** Only what is new or still waits is judged. */
    static boolean isJudged(@Nullable OrderStatus standing) {
        return standing == null || standing == OrderStatus.HELD;
    }

    static boolean isCarried(OrderVerdict verdict) {
        return verdict.ruleSet().equals(RULE);
    }

    /** What was held waits on: for what the rules ask, or else for a person. */
    static OrderVerdict over(OrderVerdict judged, @Nullable OrderStatus standing) {
        if (standing == null || judged instanceof OrderVerdict.Held) {
            return judged;
        }
        Decision because = decision(OrderStatus.HELD, Decision.Outcome.CLARIFY);
        List<Decision> decisions = new ArrayList<>(judged.decisions());
        decisions.add(because);
        return new OrderVerdict.Held(judged.ruleSet(), decisions, List.of(new Hold.Clarification(because)));
    }

    static OrderVerdict verdict(@Nullable OrderStatus standing) {
        if (standing == OrderStatus.REJECTED || standing == OrderStatus.CANCELLED) {
            Decision because = decision(standing, Decision.Outcome.REJECT);
            return new OrderVerdict.Rejected(RULE, List.of(because), List.of(because));
        }
        return new OrderVerdict.Accepted(RULE, List.of(decision(OrderStatus.ACCEPTED, Decision.Outcome.APPROVE)));
    }

    /** What an order that binds must name: a customer and items that exist, in the items' units. */
    static List<Fault> faults(DraftReading.Reading reading, @Nullable OrderStatus standing) {
        List<Fault> faults = new ArrayList<>();
        if (standing == null || !(standing.isOpen() || standing == OrderStatus.DELIVERED)) {
            return faults;
        }
        if (reading.customer() == null) {
            faults.add(new Fault(
                    "customer",
                    reading.draft().customer().value(),
                    "a customer that exists",
                    "add the customer first"));
        }
        List<OrderDraft.Line> lines = reading.draft().lines();
        for (int i = 0; i < lines.size(); i++) {
            OrderDraft.Line line = lines.get(i);
            Optional<Item> item = Optional.ofNullable(reading.items().get(line.item()));
            if (item.isEmpty()) {
                faults.add(new Fault(
                        "lines[" + i + "].item", line.item().value(), "an item that exists", "add the item first"));
            } else if (!item.get().unit().equals(line.quantity().unit())) {
                faults.add(new Fault(
                        "lines[" + i + "].quantity",
                        line.quantity().toString(),
                        "a quantity in " + item.get().unit(),
                        "give it in the unit of the item"));
            }
        }
        return faults;
    }

    private static Decision decision(OrderStatus standing, Decision.Outcome outcome) {
        return new Decision(
                "carried over", RULE, "orders", 1, outcome, "status", standing.name(), "", WORDS, List.of());
    }
}
