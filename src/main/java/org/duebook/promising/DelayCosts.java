package org.duebook.promising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderHead;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.planning.ReleaseEnd;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.Policies;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whose lines are there later when their production ends later, and what that costs by their contracts. */
@Component
class DelayCosts {

    private final Orders orders;
    private final Customers customers;
    private final Policies policies;
    private final PromiseStore promises;
    private final DeliveryTimes times;

    DelayCosts(Orders orders, Customers customers, Policies policies, PromiseStore promises, DeliveryTimes times) {
        this.orders = orders;
        this.customers = customers;
        this.policies = policies;
        this.promises = promises;
        this.times = times;
    }

    /** A release whose production ends later. */
    private record Moved(ReleaseEnd before, ReleaseEnd after) {

        OrderLineId line() {
            return after.line();
        }

        static Stream<Moved> of(ReleaseEnd before, List<ReleaseEnd> all) {
            return all.stream()
                    .filter(after -> after.line().equals(before.line())
                            && after.release() == before.release()
                            && after.end().isAfter(before.end()))
                    .map(after -> new Moved(before, after));
        }
    }

    /** Lines with a release that is there on a later day, by order and line; each with its worst release. */
    List<Alternative.Delayed> of(List<ReleaseEnd> before, List<ReleaseEnd> after) {
        List<Moved> moved = before.stream().flatMap(end -> Moved.of(end, after)).toList();
        Set<OrderLineId> lines = new HashSet<>();
        moved.forEach(each -> lines.add(each.line()));
        Map<OrderLineId, Integer> transit = promises.transitDays(lines);
        Map<OrderLineId, Map<Integer, LocalDate>> promised = promises.releaseDates(lines);
        Map<OrderNumber, Optional<CustomerOrder>> known = new HashMap<>();
        Map<OrderLineId, List<Alternative.Delayed>> delayed = new TreeMap<>();
        for (Moved each : moved) {
            OrderLineId line = each.line();
            DeliveryTime time = times.with(transit.getOrDefault(line, 0));
            LocalDate anyway = time.deliveryDay(each.before.end());
            @Nullable LocalDate given = promised.getOrDefault(line, Map.of()).get(each.after.release());
            LocalDate from = given == null || anyway.isAfter(given) ? anyway : given;
            LocalDate to = time.deliveryDay(each.after.end());
            if (to.isAfter(from)) {
                Optional<Money> penalty = known.computeIfAbsent(line.order(), orders::find)
                        .flatMap(order -> penalty(order, each.after, given, from, to));
                delayed.computeIfAbsent(line, key -> new ArrayList<>())
                        .add(new Alternative.Delayed(line, from, to, penalty.orElse(null)));
            }
        }
        return delayed.values().stream().map(DelayCosts::together).toList();
    }

    private static Alternative.Delayed together(List<Alternative.Delayed> releases) {
        Alternative.Delayed worst = releases.stream()
                .max(Comparator.comparingLong(
                        each -> each.to().toEpochDay() - each.from().toEpochDay()))
                .orElseThrow();
        Money penalty = releases.stream()
                .flatMap(each -> Optional.ofNullable(each.penalty()).stream())
                .reduce(Money::plus)
                .orElse(null);
        return new Alternative.Delayed(worst.line(), worst.from(), worst.to(), penalty);
    }

    /** What is owed more than it would be anyway; nothing for what was never promised. */
    private Optional<Money> penalty(
            CustomerOrder order, ReleaseEnd release, @Nullable LocalDate promised, LocalDate from, LocalDate to) {
        Optional<Customer> customer = customers.find(order.customer());
        Optional<Money> amount = order.lines().stream()
                .filter(line ->
                        line.id().equals(release.line()) && line.releases().size() >= release.release())
                .map(line -> amount(line, release.release()))
                .findFirst();
        if (promised == null || customer.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        Money more = owed(order, customer.get(), amount.get(), promised, to)
                .minus(owed(order, customer.get(), amount.get(), promised, from));
        return more.amount().signum() > 0 ? Optional.of(more) : Optional.empty();
    }

    private static Money amount(OrderLine line, int release) {
        return line.unitPrice()
                .times(line.releases().get(release - 1).quantity().amount());
    }

    private Money owed(CustomerOrder order, Customer customer, Money amount, LocalDate promised, LocalDate there) {
        return owed(customer.contractClass(), OrderHead.of(order), amount, promised, there);
    }

    /** What is owed by contract when a release of that amount is there on that day. */
    Money owed(String contractClass, OrderHead order, Money amount, LocalDate promised, LocalDate there) {
        return policies.penalty(new PenaltyFacts(
                        contractClass,
                        OrderFacts.Type.valueOf(order.type().name()),
                        order.orderDate(),
                        amount,
                        promised,
                        there))
                .amount();
    }
}
