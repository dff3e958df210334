package org.duebook.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duebook.catalog.Specification;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/** Compares a draft that comes again with the order on the books. What a draft leaves open agrees with whatever was taken. */
final class SameOrder {

    private final CustomerOrder order;
    private final List<Fault> differences = new ArrayList<>();

    private SameOrder(CustomerOrder order) {
        this.order = order;
    }

    /** What differs; empty when it is the same order. */
    static List<Fault> differences(OrderDraft draft, CustomerOrder order) {
        SameOrder comparison = new SameOrder(order);
        comparison.compareHeads(draft);
        comparison.compareLines(draft);
        return comparison.differences;
    }

    private void compareHeads(OrderDraft draft) {
        same("customer", draft.customer(), order.customer());
        if (!draft.shipTo().isEmpty()) {
            same("shipTo", draft.shipTo(), order.shipTo());
        }
        same("type", draft.type(), order.type());
        same("channel", draft.channel(), order.channel());
        same("priority", draft.priority(), order.priority());
        if (draft.orderDate() != null) {
            same("orderDate", draft.orderDate(), order.orderDate());
        }
        same("clerk", draft.clerk(), order.clerk());
        same("region", draft.region(), order.region());
        same("customerReference", draft.customerReference(), order.customerReference());
        same("deliveryTerm", draft.deliveryTerm(), order.deliveryTerm());
        same("currency", draft.currency(), order.currency());
        same("project", draft.project(), order.project());
        if (draft.depositPaidPercent().compareTo(order.depositPaidPercent()) != 0) {
            same("depositPaidPercent", draft.depositPaidPercent(), order.depositPaidPercent());
        }
    }

    private void compareLines(OrderDraft draft) {
        List<OrderDraft.Line> asked = draft.lines();
        if (asked.size() != order.lines().size()) {
            same("lines", asked.size() + " lines", order.lines().size() + " lines");
            return;
        }
        for (int index = 0; index < asked.size(); index++) {
            String at = "lines[" + index + "]";
            int position = asked.get(index).line();
            OrderLine taken = order.lines().stream()
                    .filter(line -> line.id().line() == position)
                    .findFirst()
                    .orElse(null);
            if (taken == null) {
                same(at + ".line", position, "no such line");
            } else {
                compare(at, asked.get(index), taken);
            }
        }
    }

    private void compare(String at, OrderDraft.Line asked, OrderLine taken) {
        same(at + ".item", asked.item(), taken.item());
        same(at + ".quantity", asked.quantity(), taken.quantity());
        if (asked.unitPrice() != null) {
            same(at + ".unitPrice", asked.unitPrice(), taken.unitPrice());
        }
        same(at + ".requested", asked.requested(), taken.requested());
        if (!asked.releases().isEmpty()) {
            same(at + ".releases", asked.releases(), taken.releases());
        }
        same(at + ".tolerancesAccepted", asked.tolerancesAccepted(), taken.tolerancesAccepted());
        Specification own = asked.specification();
        if (own != null) {
            same(at + ".specification", own.over(taken.specification()), taken.specification());
        }
    }

    private void same(String field, @Nullable Object found, @Nullable Object taken) {
        if (!Objects.equals(found, taken)) {
            differences.add(new Fault(
                    field,
                    shown(found),
                    shown(taken) + " as order " + order.number() + " has it",
                    "give another order number, or ask for a change of the order"));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
