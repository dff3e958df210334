package org.duebook.balancesheet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.fulfilment.LineBalance;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.Policies;
import org.duebook.production.Operation;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.promising.Promising;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Joins order lines with what has happened to them and what is planned: one read for each kind of fact. */
@Component
class LinesSoFar {

    private final Customers customers;
    private final Orders orders;
    private final Production production;
    private final Planning planning;
    private final Promising promising;
    private final Fulfilment fulfilment;
    private final Policies policies;
    private final Clock clock;

    LinesSoFar(
            Customers customers,
            Orders orders,
            Production production,
            Planning planning,
            Promising promising,
            Fulfilment fulfilment,
            Policies policies,
            Clock clock) {
        this.customers = customers;
        this.orders = orders;
        this.production = production;
        this.planning = planning;
        this.promising = promising;
        this.fulfilment = fulfilment;
        this.policies = policies;
        this.clock = clock;
    }

    List<OrderBalance> balance(List<BalanceSheet.Line> lines, boolean withDelivered, AsOf asOf) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Facts facts = load(lines, asOf);
        List<OrderBalance> rows = new ArrayList<>(lines.size());
        for (BalanceSheet.Line line : lines) {
            LineBalance balance = LineBalance.of(
                    line.line().quantity(), facts.deliveriesOf(line.line().id()));
            if (withDelivered || !balance.isComplete()) {
                rows.add(row(line, balance, facts, asOf));
            }
        }
        return rows;
    }

    /** How far work is, is known of now only. */
    private Facts load(List<BalanceSheet.Line> lines, AsOf asOf) {
        Set<OrderLineId> open = lines.stream()
                .filter(line -> !asOf.isPast() && line.order().status().isOpen())
                .map(line -> line.line().id())
                .collect(Collectors.toSet());
        Set<OrderLineId> all = lines.stream().map(line -> line.line().id()).collect(Collectors.toSet());
        Set<OrderNumber> numbers =
                lines.stream().map(line -> line.order().number()).collect(Collectors.toSet());
        Map<OrderLineId, List<ProductionOrder>> made = asOf.isPast() ? Map.of() : production.ofLines(open);
        return new Facts(
                customersOf(lines),
                orders.holdsOf(numbers),
                fulfilment.deliveries(all),
                promising.promisedDays(all, asOf.until()),
                promising.firstDaysOfRevised(all, asOf.until()),
                made,
                asOf.isPast() ? Map.of() : projectedDays(open, made),
                asOf);
    }

    private Map<CustomerNumber, Customer> customersOf(List<BalanceSheet.Line> lines) {
        return customers.findAll(
                lines.stream().map(line -> line.order().customer()).collect(Collectors.toSet()));
    }

    /** Of what the plan has, when it ends by the plan; of what is made already, as if it left now. */
    private Map<OrderLineId, LocalDate> projectedDays(
            Set<OrderLineId> open, Map<OrderLineId, List<ProductionOrder>> made) {
        Map<OrderLineId, Instant> ends = new TreeMap<>(planning.projectedEnds(open));
        Instant now = clock.instant();
        for (OrderLineId line : open) {
            List<ProductionOrder> orders = made.getOrDefault(line, List.of());
            if (Stage.isMade(orders)) {
                ends.put(line, lastFinished(orders, now));
            }
        }
        return promising.deliveryDays(ends);
    }

    private static Instant lastFinished(List<ProductionOrder> orders, Instant otherwise) {
        return orders.stream()
                .flatMap(order -> order.operations().stream())
                .map(Operation::finishedAt)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(otherwise);
    }

    private OrderBalance row(BalanceSheet.Line which, LineBalance balance, Facts facts, AsOf asOf) {
        LocalDate today = asOf.day();
        var order = which.order();
        var line = which.line();
        List<OrderHold> holds = facts.holdsOf(order.number());
        List<Delivery> deliveries = facts.deliveriesOf(line.id());
        @Nullable LocalDate promised = facts.promised(line.id());
        @Nullable LocalDate projected = balance.isComplete() ? null : notBefore(today, facts.projected.get(line.id()));
        Lateness lateness = lateness(which, balance, facts, promised, there(balance, deliveries, projected, today));
        @Nullable Customer customer = facts.customers.get(order.customer());
        return new OrderBalance(
                line.id(),
                asOf.isPast() ? 0 : order.version(),
                order.orderDate(),
                order.status(),
                order.customer(),
                customer == null ? "" : customer.name(),
                line.item(),
                line.itemName(),
                line.shortDescription(),
                line.specification(),
                line.tolerancesAccepted(),
                Approvals.inWords(holds),
                balance.ordered(),
                line.releases().stream()
                        .map(release -> new OrderBalance.Part(release.requested(), release.quantity()))
                        .toList(),
                line.requested(),
                promised,
                facts.firstPromised(line.id(), promised),
                deliveries.stream()
                        .map(delivery -> new OrderBalance.Part(delivery.on(), delivery.quantity()))
                        .toList(),
                balance.delivered(),
                balance.open(),
                stage(which, balance, holds, facts),
                projected,
                lateness.days(),
                lateness.penalty(),
                lateness.reason());
    }

    private static @Nullable LocalDate notBefore(LocalDate today, @Nullable LocalDate day) {
        return day != null && day.isBefore(today) ? today : day;
    }

    private static LocalDate there(
            LineBalance balance, List<Delivery> deliveries, @Nullable LocalDate projected, LocalDate today) {
        if (balance.isComplete() && !deliveries.isEmpty()) {
            return deliveries.getLast().on();
        }
        return projected == null ? today : projected;
    }

    private static Phrase stage(BalanceSheet.Line which, LineBalance balance, List<OrderHold> holds, Facts facts) {
        if (balance.isComplete()) {
            return Stage.DELIVERED;
        }
        return switch (which.order().status()) {
            case HELD -> Stage.held(holds);
            case REJECTED -> Phrase.of("rejected");
            case CANCELLED -> Phrase.of("cancelled");
            case ACCEPTED, PARTLY_DELIVERED, DELIVERED ->
                facts.asOf.isPast()
                        ? Stage.then(!balance.delivered().isZero())
                        : Stage.open(
                                which.line().item(),
                                facts.made.getOrDefault(which.line().id(), List.of()),
                                !balance.delivered().isZero());
        };
    }

    private Lateness lateness(
            BalanceSheet.Line which, LineBalance balance, Facts facts, @Nullable LocalDate promised, LocalDate there) {
        OrderStatus status = which.order().status();
        if (status == OrderStatus.REJECTED || status == OrderStatus.CANCELLED) {
            return Lateness.unpriced(0);
        }
        if (promised == null) {
            return Lateness.unpriced(Lateness.daysBetween(which.line().requested(), there));
        }
        long days = Lateness.daysBetween(promised, there);
        @Nullable Customer customer = facts.customers.get(which.order().customer());
        if (days == 0 || customer == null || facts.asOf.isPast()) {
            return Lateness.unpriced(days);
        }
        Quantity late = balance.isComplete() ? balance.ordered() : balance.open();
        PenaltyVerdict verdict = policies.penalty(new PenaltyFacts(
                customer.contractClass(),
                OrderFacts.Type.valueOf(which.order().type().name()),
                which.order().orderDate(),
                which.line().unitPrice().times(late.amount()),
                promised,
                there));
        return switch (verdict) {
            case PenaltyVerdict.None none -> Lateness.unpriced(days);
            case PenaltyVerdict.Owed owed -> new Lateness(days, owed.amount(), Penalties.inWords(owed));
        };
    }

    /** Everything that was read for some lines. */
    private record Facts(
            Map<CustomerNumber, Customer> customers,
            Map<OrderNumber, List<OrderHold>> holds,
            Map<OrderLineId, List<Delivery>> deliveries,
            Map<OrderLineId, LocalDate> promises,
            Map<OrderLineId, LocalDate> firstPromises,
            Map<OrderLineId, List<ProductionOrder>> made,
            Map<OrderLineId, LocalDate> projected,
            AsOf asOf) {

        List<Delivery> deliveriesOf(OrderLineId line) {
            List<Delivery> booked = Objects.requireNonNullElse(deliveries.get(line), List.of());
            return asOf.isPast()
                    ? booked.stream()
                            .filter(delivery -> asOf.knows(delivery.at()))
                            .toList()
                    : booked;
        }

        /** Holds as they stood: one answered later was open still. */
        List<OrderHold> holdsOf(OrderNumber order) {
            List<OrderHold> all = holds.getOrDefault(order, List.of());
            return asOf.isPast()
                    ? all.stream()
                            .filter(hold -> asOf.knows(hold.since()))
                            .map(this::asItStood)
                            .toList()
                    : all;
        }

        private OrderHold asItStood(OrderHold hold) {
            OrderHold.Resolved resolved = hold.resolved();
            return resolved == null || asOf.knows(resolved.at()) ? hold : hold.stillOpen();
        }

        /** The date promised first, where it is another one. */
        @Nullable
        LocalDate firstPromised(OrderLineId line, @Nullable LocalDate promised) {
            LocalDate first = firstPromises.get(line);
            return first == null || first.equals(promised) ? null : first;
        }

        @Nullable
        LocalDate promised(OrderLineId line) {
            return promises.get(line);
        }
    }
}
