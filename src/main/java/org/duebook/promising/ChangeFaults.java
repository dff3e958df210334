package org.duebook.promising;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderLine;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Component;

/** Finds what makes a change of an order impossible to compute; what could not be quoted cannot be changed to either. */
@Component
class ChangeFaults {

    private final QuoteFaults quotes;
    private final DeliveryTimes times;

    ChangeFaults(QuoteFaults quotes, DeliveryTimes times) {
        this.quotes = quotes;
        this.times = times;
    }

    /** What is wrong with the question itself, before its lines are looked at one by one. */
    List<Fault> of(OrderChange change, CustomerOrder order, Map<OrderLineId, Quantity> delivered) {
        if (change.cancel()) {
            return change.lines().isEmpty()
                    ? List.of()
                    : List.of(new Fault(
                            "lines",
                            change.lines().size() + " lines",
                            "none where all of the order is cancelled",
                            "leave the lines out, or cancel"));
        }
        if (change.lines().isEmpty()) {
            return List.of(new Fault(
                    "lines",
                    "no lines",
                    "at least one changed line, or cancel",
                    "say which line would have another quantity, day or item"));
        }
        List<Fault> faults = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < change.lines().size(); i++) {
            OrderChange.Line line = change.lines().get(i);
            String place = "lines[" + i + "]";
            if (!seen.add(line.line())) {
                faults.add(new Fault(
                        place + ".line", "line " + line.line() + " again", "each line once", "put both into one"));
                continue;
            }
            order.lines().stream()
                    .filter(each -> each.id().line() == line.line())
                    .findFirst()
                    .ifPresentOrElse(
                            known -> ofLine(place, line, known, deliveredOf(known, delivered), faults),
                            () -> faults.add(new Fault(
                                    place + ".line",
                                    "line " + line.line(),
                                    "one of the lines " + numbers(order),
                                    "correct the number")));
        }
        return faults;
    }

    static Quantity deliveredOf(OrderLine line, Map<OrderLineId, Quantity> delivered) {
        return delivered.getOrDefault(line.id(), Quantity.zero(line.quantity().unit()));
    }

    private static String numbers(CustomerOrder order) {
        return String.join(
                ", ",
                order.lines().stream()
                        .map(line -> Integer.toString(line.id().line()))
                        .toList());
    }

    private static void ofLine(
            String place, OrderChange.Line change, OrderLine line, Quantity delivered, List<Fault> faults) {
        if (delivered.compareTo(line.quantity()) >= 0) {
            faults.add(new Fault(
                    place + ".line",
                    "line " + change.line() + ", delivered in full",
                    "a line of which something is still owed",
                    "order what is wanted more as a new order"));
        } else if (change.cancel()) {
            if (change.quantity() != null || asksForDays(change) || change.item() != null) {
                faults.add(new Fault(
                        place + ".cancel",
                        "cancel beside other values",
                        "either",
                        "leave quantity, day and item out of a line that is cancelled"));
            }
        } else if (!changes(change, line)) {
            faults.add(new Fault(
                    place,
                    "line " + change.line() + " as it is on the books",
                    "another quantity, day or item",
                    "say what would change"));
        } else {
            ofValues(place, change, line, delivered, faults);
        }
    }

    private static boolean asksForDays(OrderChange.Line change) {
        return change.requested() != null || !change.releases().isEmpty();
    }

    private static boolean changes(OrderChange.Line change, OrderLine line) {
        return change.quantity() != null && !change.quantity().equals(line.quantity())
                || change.item() != null && !change.item().equals(line.item())
                || change.requested() != null
                        && (line.releases().size() > 1
                                || !line.releases().getFirst().requested().equals(change.requested()))
                || !change.releases().isEmpty() && !change.releases().equals(line.releases());
    }

    private static void ofValues(
            String place, OrderChange.Line change, OrderLine line, Quantity delivered, List<Fault> faults) {
        Quantity quantity = change.quantity();
        if (quantity != null && quantity.isZero()) {
            faults.add(new Fault(
                    place + ".quantity",
                    quantity.toString(),
                    "more than 0",
                    "cancel the line if nothing of it is wanted any more"));
        } else if (quantity != null && quantity.unit().equals(delivered.unit()) && quantity.compareTo(delivered) < 0) {
            faults.add(new Fault(
                    place + ".quantity",
                    quantity.toString(),
                    "at least the " + delivered + " that are delivered",
                    "ask for what is delivered or more"));
        } else if (quantity != null
                && change.item() == null
                && !quantity.unit().equals(line.quantity().unit())) {
            faults.add(new Fault(
                    place + ".quantity",
                    quantity.toString(),
                    "a quantity in " + line.quantity().unit(),
                    "give the quantity in the unit of the line"));
        }
        if (change.item() != null && !change.item().equals(line.item()) && !delivered.isZero()) {
            faults.add(new Fault(
                    place + ".item",
                    change.item().value(),
                    line.item() + ", of which " + delivered + " are delivered",
                    "cancel what is still owed of the line, and order the other item"));
        }
        if (change.requested() != null && !change.releases().isEmpty()) {
            faults.add(new Fault(
                    place + ".requested",
                    "a day beside dated parts",
                    "either",
                    "leave the day out, each part has its own"));
        } else if (change.requested() != null && line.releases().size() > 1) {
            faults.add(new Fault(
                    place + ".requested",
                    "one day for " + line.releases().size() + " dated parts",
                    "the parts with their days",
                    "give them as releases"));
        }
    }

    /** What is wrong with what a line would be; days that stay as they are may have passed. */
    List<Fault> of(CustomerOrder order, List<ChangedLine> lines) {
        List<ChangedLine> owed = lines.stream().filter(line -> !line.isOver()).toList();
        if (owed.isEmpty()) {
            return List.of();
        }
        OrderDraft draft = ChangedLine.draft(order, owed, times.today());
        return quotes.of(draft, null).stream().map(fault -> at(fault, owed)).toList();
    }

    /** The same fault at the line's place in what was asked. */
    private static Fault at(Fault fault, List<ChangedLine> owed) {
        for (int i = 0; i < owed.size(); i++) {
            String place = "lines[" + i + "]";
            if (fault.field().startsWith(place)) {
                return new Fault(
                        "lines[" + owed.get(i).at() + "]" + fault.field().substring(place.length()),
                        fault.found(),
                        fault.wanted(),
                        fault.cure());
            }
        }
        return fault;
    }

    /** Why an order is not one that could be changed. */
    static Fault notOpen(CustomerOrder order) {
        return new Fault(
                "status",
                order.status().name(),
                "an order that is accepted or partly delivered",
                switch (order.status()) {
                    case HELD -> "have its holds answered first";
                    case DELIVERED, REJECTED, CANCELLED -> "enter a new order for what is wanted";
                    case ACCEPTED, PARTLY_DELIVERED -> "ask again";
                });
    }
}
