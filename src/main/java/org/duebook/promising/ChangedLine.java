package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Release;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An order line before and after a change.
 *
 * @param at its place in what was asked, from 0
 * @param delivered so much of it is at the customer
 * @param promised dates of its releases by now
 * @param quantity all of it then
 * @param releases what is wanted then and when; empty when nothing is owed any more
 * @param dayAsked whether the customer asks for other days
 */
record ChangedLine(
        int at,
        OrderLine before,
        Quantity delivered,
        Map<Integer, LocalDate> promised,
        ItemNumber item,
        Quantity quantity,
        List<Release> releases,
        boolean dayAsked) {

    ChangedLine {
        promised = Map.copyOf(promised);
        releases = List.copyOf(releases);
    }

    static ChangedLine of(
            int at, OrderChange.Line change, OrderLine before, Quantity delivered, Map<Integer, LocalDate> promised) {
        ItemNumber item = change.item() == null ? before.item() : change.item();
        if (change.cancel()) {
            return new ChangedLine(at, before, delivered, promised, item, delivered, List.of(), false);
        }
        Quantity quantity = change.quantity() == null ? before.quantity() : change.quantity();
        boolean dayAsked = change.requested() != null || !change.releases().isEmpty();
        return new ChangedLine(
                at,
                before,
                delivered,
                promised,
                item,
                quantity,
                releases(change, before, quantity, promised),
                dayAsked);
    }

    private static List<Release> releases(
            OrderChange.Line change, OrderLine before, Quantity quantity, Map<Integer, LocalDate> promised) {
        if (!change.releases().isEmpty()) {
            return change.releases();
        }
        if (change.requested() != null) {
            return List.of(new Release(change.requested(), quantity));
        }
        List<Release> dated = new ArrayList<>();
        for (int i = 0; i < before.releases().size(); i++) {
            Release release = before.releases().get(i);
            dated.add(new Release(promised.getOrDefault(i + 1, release.requested()), release.quantity()));
        }
        return dated.getFirst().quantity().unit().equals(quantity.unit()) ? fitted(dated, quantity) : dated;
    }

    /** What is more comes with the last; what is less is taken from the last ones. */
    private static List<Release> fitted(List<Release> dated, Quantity quantity) {
        List<Release> fitted = new ArrayList<>();
        Quantity left = quantity;
        for (int i = 0; i < dated.size() && !left.isZero(); i++) {
            boolean last = i == dated.size() - 1;
            Quantity part = last ? left : left.min(dated.get(i).quantity());
            fitted.add(new Release(dated.get(i).requested(), part));
            left = left.minus(part);
        }
        return fitted;
    }

    int line() {
        return before.id().line();
    }

    boolean isOver() {
        return releases.isEmpty() || quantity.equals(delivered);
    }

    boolean isAnotherItem() {
        return !item.equals(before.item());
    }

    /** Whether work that has begun is of use to it. */
    boolean keepsWork() {
        return !isOver() && !isAnotherItem();
    }

    /** The day of its last release as it is promised; null where it is not. */
    @Nullable
    LocalDate promisedDay() {
        return promised.values().stream().max(LocalDate::compareTo).orElse(null);
    }

    /** The last day wanted. */
    @Nullable
    LocalDate wantedDay() {
        return isOver()
                ? null
                : releases.stream()
                        .map(Release::requested)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
    }

    /** What some lines of an order would be as if they were asked for anew; days that stay may have passed. */
    static OrderDraft draft(CustomerOrder order, List<ChangedLine> owed, LocalDate today) {
        return new OrderDraft(
                null,
                order.customer(),
                order.shipTo(),
                order.type(),
                order.channel(),
                order.priority(),
                order.orderDate(),
                order.clerk(),
                order.region(),
                order.customerReference(),
                order.deliveryTerm(),
                order.currency(),
                order.project(),
                order.depositPaidPercent(),
                owed.stream().map(line -> line.asked(today)).toList());
    }

    private OrderDraft.Line asked(LocalDate today) {
        List<Release> days = dayAsked
                ? releases
                : releases.stream()
                        .map(release ->
                                release.requested().isBefore(today) ? new Release(today, release.quantity()) : release)
                        .toList();
        boolean whole = days.size() == 1 && days.getFirst().quantity().equals(quantity);
        return new OrderDraft.Line(
                line(),
                item,
                quantity,
                null,
                days.getFirst().requested(),
                whole ? List.of() : days,
                isAnotherItem() ? null : before.specification(),
                before.tolerancesAccepted());
    }
}
