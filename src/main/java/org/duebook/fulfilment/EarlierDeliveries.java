package org.duebook.fulfilment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryMark;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.springframework.stereotype.Component;

/** Books many deliveries of another system, each seeing the ones before it. The caller holds the plan's head row. */
@Component
class EarlierDeliveries {

    private static final String IN_FULL = "delivered in full";

    private final DeliveryRows rows;
    private final Orders orders;
    private final Production production;
    private final Plant plant;
    private final Clock clock;

    EarlierDeliveries(DeliveryRows rows, Orders orders, Production production, Plant plant, Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.production = production;
        this.plant = plant;
        this.clock = clock;
    }

    List<DeliveryOutcome> book(List<EarlierDelivery> wanted, Actor by) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Books books = new Books(
                orders.findForUpdate(wanted.stream()
                        .map(each -> each.line().order())
                        .distinct()
                        .toList()),
                rows.find(wanted.stream().map(EarlierDelivery::number).toList()));
        List<DeliveryOutcome> outcomes =
                wanted.stream().map(each -> books.book(delivery(each, by))).toList();
        rows.insert(books.booked);
        orders.markDelivered(books.marks, by);
        production.closeAll(books.complete, IN_FULL, by);
        return outcomes;
    }

    private Delivery delivery(EarlierDelivery of, Actor by) {
        return new Delivery(
                of.number(),
                of.line(),
                of.on(),
                of.quantity(),
                of.note(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Orders and what was delivered of them, as they stand after each delivery. */
    private final class Books {

        private final Map<OrderNumber, CustomerOrder> known;
        private final Map<String, Delivery> before;
        private final Map<OrderLineId, List<Delivery>> delivered;
        private final Map<OrderNumber, OrderStatus> status = new HashMap<>();
        private final LocalDate today =
                LocalDate.ofInstant(clock.instant(), plant.profile().zone());

        final List<Delivery> booked = new ArrayList<>();
        final List<DeliveryMark> marks = new ArrayList<>();
        final List<OrderLineId> complete = new ArrayList<>();

        Books(Map<OrderNumber, CustomerOrder> known, Map<String, Delivery> before) {
            this.known = known;
            this.before = before;
            this.delivered = rows.of(known.values().stream()
                    .flatMap(order -> order.lines().stream())
                    .map(OrderLine::id)
                    .collect(Collectors.toSet()));
            known.values().forEach(order -> status.put(order.number(), order.status()));
        }

        DeliveryOutcome book(Delivery delivery) {
            CustomerOrder order = known.get(delivery.line().order());
            OrderLine line = order == null
                    ? null
                    : order.lines().stream()
                            .filter(each -> each.id().equals(delivery.line()))
                            .findFirst()
                            .orElse(null);
            if (order == null || line == null) {
                return new DeliveryOutcome.Unknown();
            }
            Delivery same = before.get(delivery.number());
            List<Fault> faults = same == null
                    ? DeliveryForm.faults(
                            delivery,
                            order.number(),
                            status.getOrDefault(order.number(), order.status()),
                            balance(line),
                            today)
                    : DeliveryForm.differences(same, delivery);
            if (!faults.isEmpty()) {
                return new DeliveryOutcome.Refused(faults);
            }
            return same == null
                    ? taken(order, line, delivery)
                    : new DeliveryOutcome.Delivered(same, balance(line).open(), Saved.UNCHANGED);
        }

        private DeliveryOutcome taken(CustomerOrder order, OrderLine line, Delivery delivery) {
            booked.add(delivery);
            delivered.computeIfAbsent(line.id(), key -> new ArrayList<>()).add(delivery);
            Money open = Money.zero(order.currency());
            boolean all = true;
            for (OrderLine each : order.lines()) {
                LineBalance balance = balance(each);
                open = open.plus(each.unitPrice().times(balance.open().amount()));
                all &= balance.isComplete();
            }
            status.put(order.number(), all ? OrderStatus.DELIVERED : OrderStatus.PARTLY_DELIVERED);
            marks.add(new DeliveryMark(order, open, all, DeliveryForm.words(delivery)));
            Quantity left = balance(line).open();
            if (left.isZero()) {
                complete.add(line.id());
            }
            return new DeliveryOutcome.Delivered(delivery, left, Saved.CREATED);
        }

        private LineBalance balance(OrderLine line) {
            return LineBalance.of(line.quantity(), delivered.getOrDefault(line.id(), List.of()));
        }
    }
}
