package org.duebook.fulfilment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.inventory.Inventory;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryStep;
import org.duebook.orders.OrderLine;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Door to deliveries. What is delivered of a line never exceeds what is owed of it, however many deliver at once: the
 * order's row is locked before its balance is read.
 */
@Service
public class Fulfilment {

    private final DeliveryRows rows;
    private final EarlierDeliveries earlier;
    private final Orders orders;
    private final Inventory inventory;
    private final Production production;
    private final Planning planning;
    private final Plant plant;
    private final Clock clock;

    Fulfilment(
            DeliveryRows rows,
            EarlierDeliveries earlier,
            Orders orders,
            Inventory inventory,
            Production production,
            Planning planning,
            Plant plant,
            Clock clock) {
        this.rows = rows;
        this.earlier = earlier;
        this.orders = orders;
        this.inventory = inventory;
        this.production = production;
        this.planning = planning;
        this.plant = plant;
        this.clock = clock;
    }

    /** Books a delivery under the next number and takes the goods from stock. */
    @Transactional
    public DeliveryOutcome deliver(OrderLineId line, Quantity quantity, LocalDate on, String note, Actor by) {
        Optional<CustomerOrder> order = locked(line);
        if (order.isEmpty()) {
            return new DeliveryOutcome.Unknown();
        }
        if (on.isBefore(order.get().orderDate())) {
            return new DeliveryOutcome.Refused(List.of(new Fault(
                    "on",
                    on.toString(),
                    "the order's day " + order.get().orderDate() + " or later",
                    "check the year; nothing is delivered before it is ordered")));
        }
        DeliveryOutcome outcome = book(order.get(), delivery(rows.drawNumber(), line, quantity, on, note, by));
        if (outcome instanceof DeliveryOutcome.Delivered) {
            inventory.issue(lineOf(order.get(), line).item(), quantity, Production.reference(line));
            outcome = closed(outcome, line, by);
        }
        return outcome;
    }

    /**
     * Books deliveries that another system made under numbers of its own, one after another for the cost of a few
     * statements. Stock is not touched: its count was taken after. The same number with the same content changes nothing.
     * What became of each comes in the order given; a number that comes twice is an error of the caller.
     */
    @Transactional
    public List<DeliveryOutcome> carryOver(List<EarlierDelivery> deliveries, Actor by) {
        planning.lock();
        return earlier.book(deliveries, by);
    }

    /** Deliveries by line, oldest first, in one read; a line without any has an empty list. */
    @Transactional(readOnly = true)
    public Map<OrderLineId, List<Delivery>> deliveries(Collection<OrderLineId> lines) {
        return rows.of(lines);
    }

    /** Lines of which something was delivered from the first to the last of these days. */
    @Transactional(readOnly = true)
    public Set<OrderLineId> linesDelivered(LocalDate from, LocalDate to) {
        return rows.lines(from, to);
    }

    private Optional<CustomerOrder> locked(OrderLineId line) {
        planning.lock();
        return orders.findForUpdate(line.order());
    }

    private DeliveryOutcome book(CustomerOrder order, Delivery delivery) {
        Optional<OrderLine> line = order.lines().stream()
                .filter(candidate -> candidate.id().equals(delivery.line()))
                .findFirst();
        if (line.isEmpty()) {
            return new DeliveryOutcome.Unknown();
        }
        List<Fault> faults = DeliveryForm.faults(
                delivery,
                order.number(),
                order.status(),
                balance(line.get(), rows.of(List.of(delivery.line()))),
                today());
        if (!faults.isEmpty()) {
            return new DeliveryOutcome.Refused(faults);
        }
        rows.insert(delivery);
        return mark(order, delivery);
    }

    private DeliveryOutcome mark(CustomerOrder order, Delivery delivery) {
        Map<OrderLineId, List<Delivery>> deliveries =
                rows.of(order.lines().stream().map(OrderLine::id).toList());
        Money open = Money.zero(order.currency());
        boolean complete = true;
        Quantity left = Quantity.zero(delivery.quantity().unit());
        for (OrderLine line : order.lines()) {
            LineBalance balance = balance(line, deliveries);
            open = open.plus(line.unitPrice().times(balance.open().amount()));
            complete &= balance.isComplete();
            left = line.id().equals(delivery.line()) ? balance.open() : left;
        }
        DeliveryStep step =
                orders.markDelivered(order.number(), open, complete, delivery.by(), DeliveryForm.words(delivery));
        if (!(step instanceof DeliveryStep.Moved)) {
            throw new IllegalStateException("order " + order.number() + " was open and locked, yet: " + step);
        }
        return new DeliveryOutcome.Delivered(delivery, left, Saved.CREATED);
    }

    private DeliveryOutcome closed(DeliveryOutcome outcome, OrderLineId line, Actor by) {
        if (outcome instanceof DeliveryOutcome.Delivered delivered
                && delivered.balance().isZero()) {
            production.close(line, "delivered in full", by);
        }
        return outcome;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.profile().zone());
    }

    private Delivery delivery(String number, OrderLineId line, Quantity quantity, LocalDate on, String note, Actor by) {
        return new Delivery(
                number, line, on, quantity, note, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static LineBalance balance(OrderLine line, Map<OrderLineId, List<Delivery>> deliveries) {
        return LineBalance.of(line.quantity(), deliveries.getOrDefault(line.id(), List.of()));
    }

    private static OrderLine lineOf(CustomerOrder order, OrderLineId id) {
        return order.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
