package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.OrderHead;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.planning.ReleaseEnd;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which lines would be there on another day because others change, and what that costs or saves by their contracts. */
@Component
class OthersMoved {

    private static final Comparator<Impact.Other> HURT_FIRST =
            Comparator.comparing((Impact.Other other) -> !other.isHurt()).thenComparing(Impact.Other::line);

    private final Orders orders;
    private final Customers customers;
    private final PromiseStore promises;
    private final DeliveryTimes times;
    private final DelayCosts costs;

    OthersMoved(Orders orders, Customers customers, PromiseStore promises, DeliveryTimes times, DelayCosts costs) {
        this.orders = orders;
        this.customers = customers;
        this.promises = promises;
        this.times = times;
        this.costs = costs;
    }

    private record Release(OrderLineId line, int release) {}

    /** A release that would be there on another day. */
    private record Moved(Release of, @Nullable LocalDate promised, LocalDate from, LocalDate to) {

        long worse() {
            return to.toEpochDay() - from.toEpochDay();
        }

        boolean mattersToItsPromise() {
            return promised != null && (from.isAfter(promised) || to.isAfter(promised));
        }
    }

    /** @param shifted lines whose production ends at another time */
    record Found(List<Impact.Other> others, int shifted) {}

    /** A release whose production ends at another time. */
    private record Shifted(ReleaseEnd before, ReleaseEnd after) {

        OrderLineId line() {
            return after.line();
        }
    }

    Found between(List<ReleaseEnd> before, List<ReleaseEnd> after) {
        Map<Release, ReleaseEnd> ends = new HashMap<>();
        before.forEach(end -> ends.put(new Release(end.line(), end.release()), end));
        List<Shifted> shifted = new ArrayList<>();
        for (ReleaseEnd end : after) {
            ReleaseEnd was = ends.get(new Release(end.line(), end.release()));
            if (was != null && !was.end().equals(end.end())) {
                shifted.add(new Shifted(was, end));
            }
        }
        Set<OrderLineId> lines = shifted.stream().map(Shifted::line).collect(Collectors.toSet());
        return new Found(others(moved(shifted, lines)), lines.size());
    }

    private List<Moved> moved(List<Shifted> shifted, Set<OrderLineId> lines) {
        Map<OrderLineId, Integer> transit = promises.transitDays(lines);
        Map<OrderLineId, Map<Integer, LocalDate>> promised = promises.releaseDates(lines);
        Map<Integer, DeliveryTime> byTransit = new HashMap<>();
        List<Moved> moved = new ArrayList<>();
        for (Shifted each : shifted) {
            OrderLineId line = each.line();
            int release = each.after.release();
            DeliveryTime time = byTransit.computeIfAbsent(transit.getOrDefault(line, 0), times::with);
            LocalDate from = time.deliveryDay(each.before.end());
            LocalDate to = time.deliveryDay(each.after.end());
            if (!from.equals(to)) {
                LocalDate given = promised.getOrDefault(line, Map.of()).get(release);
                moved.add(new Moved(new Release(line, release), given, from, to));
            }
        }
        return moved;
    }

    private List<Impact.Other> others(List<Moved> moved) {
        Map<Release, Money> penalties =
                penalties(moved.stream().filter(Moved::mattersToItsPromise).toList());
        Map<OrderLineId, List<Moved>> byLine = moved.stream().collect(Collectors.groupingBy(each -> each.of.line));
        return byLine.entrySet().stream()
                .map(entry -> together(entry.getKey(), entry.getValue(), penalties))
                .sorted(HURT_FIRST)
                .toList();
    }

    /** A line by its release that is worst off. */
    private static Impact.Other together(OrderLineId line, List<Moved> releases, Map<Release, Money> penalties) {
        Moved worst = releases.stream()
                .max(Comparator.comparing(Moved::mattersToItsPromise).thenComparing(Moved::worse))
                .orElseThrow();
        Money penalty = releases.stream()
                .map(each -> penalties.get(each.of))
                .filter(each -> each != null && each.amount().signum() != 0)
                .reduce(Money::plus)
                .orElse(null);
        return new Impact.Other(line, worst.promised, worst.from, worst.to, penalty);
    }

    /** What is owed more than by now, in the currencies of the orders. */
    private Map<Release, Money> penalties(List<Moved> late) {
        Set<OrderLineId> ids = new HashSet<>();
        Set<OrderNumber> numbers = new HashSet<>();
        late.forEach(each -> {
            ids.add(each.of.line);
            numbers.add(each.of.line.order());
        });
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<OrderLineId, OrderLine> lines =
                orders.findLines(ids).stream().collect(Collectors.toMap(OrderLine::id, Function.identity()));
        Map<OrderNumber, OrderHead> heads = orders.heads(numbers);
        Map<CustomerNumber, Customer> known = customers.findAll(
                heads.values().stream().map(OrderHead::customer).distinct().toList());
        Map<Release, Money> more = new HashMap<>();
        for (Moved each : late) {
            OrderLine line = lines.get(each.of.line);
            OrderHead head = heads.get(each.of.line.order());
            Customer customer = head == null ? null : known.get(head.customer());
            if (head != null
                    && line != null
                    && customer != null
                    && line.releases().size() >= each.of.release) {
                more.put(each.of, more(each, line, head, customer));
            }
        }
        return more;
    }

    private Money more(Moved moved, OrderLine line, OrderHead head, Customer customer) {
        Money amount = line.unitPrice()
                .times(line.releases().get(moved.of.release - 1).quantity().amount());
        LocalDate promised = Objects.requireNonNull(moved.promised);
        return costs.owed(customer.contractClass(), head, amount, promised, moved.to)
                .minus(costs.owed(customer.contractClass(), head, amount, promised, moved.from));
    }
}
