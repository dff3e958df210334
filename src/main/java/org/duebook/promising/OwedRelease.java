package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Release;
import org.duebook.production.Demand;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;

/** One dated part of an order line as the plant owes it. {@code release} counts from 1; the quantity is zero once delivered. */
record OwedRelease(int line, int release, ItemNumber item, Quantity quantity, LocalDate requested) {

    static final Comparator<OwedRelease> BY_DAY = Comparator.comparing(OwedRelease::requested)
            .thenComparing(OwedRelease::line)
            .thenComparing(OwedRelease::release);

    /** What a draft asks for, the earliest day first: that is the order in which the plan is asked. */
    static List<OwedRelease> of(OrderDraft draft) {
        return draft.lines().stream()
                .flatMap(line ->
                        of(
                                line.line(),
                                line.item(),
                                releases(line),
                                Quantity.zero(line.quantity().unit()))
                                .stream())
                .sorted(BY_DAY)
                .toList();
    }

    /** What an order asks for less what was delivered of its lines, the earliest releases first. */
    static List<OwedRelease> of(CustomerOrder order, Map<Integer, Quantity> delivered) {
        return order.lines().stream()
                .flatMap(line -> of(line, delivered).stream())
                .sorted(BY_DAY)
                .toList();
    }

    boolean isDelivered() {
        return quantity.isZero();
    }

    OrderLineId lineOf(OrderNumber order) {
        return new OrderLineId(order, line);
    }

    Demand demand(OrderNumber order, DeliveryTime time, int priority) {
        return new Demand(
                lineOf(order), release, item, quantity, time.latestEnd(requested), priority, time.notBefore(line));
    }

    private static List<OwedRelease> of(OrderLine line, Map<Integer, Quantity> delivered) {
        Quantity none = Quantity.zero(line.quantity().unit());
        int number = line.id().line();
        return of(number, line.item(), line.releases(), delivered.getOrDefault(number, none));
    }

    /** What is still owed of a line's releases when so much of them is delivered, or underway: the earliest are served first. */
    static List<OwedRelease> of(int line, ItemNumber item, List<Release> releases, Quantity delivered) {
        List<OwedRelease> owed = new ArrayList<>();
        Quantity left = delivered;
        List<Integer> earliestFirst = IntStream.range(0, releases.size())
                .boxed()
                .sorted(Comparator.comparing(index -> releases.get(index).requested()))
                .toList();
        for (int index : earliestFirst) {
            Release release = releases.get(index);
            owed.add(new OwedRelease(line, index + 1, item, release.quantity().minusUpTo(left), release.requested()));
            left = left.minusUpTo(release.quantity());
        }
        return owed;
    }

    private static List<Release> releases(OrderDraft.Line line) {
        return line.releases().isEmpty() ? List.of(new Release(line.requested(), line.quantity())) : line.releases();
    }
}
