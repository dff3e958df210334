package org.duebook.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a draft against the master data: names, list prices, the first ship-to, today. */
@Component
class DraftReading {

    /**
     * An order as it would be taken, with the master data it was read against.
     *
     * @param customer null when unknown
     * @param items known ones, the order's among them
     */
    record Reading(
            OrderDraft draft,
            CustomerOrder order,
            @Nullable Customer customer,
            Map<ItemNumber, Item> items,
            Exchange exchange) {}

    /** Master data that drafts name, as it was when read. */
    record Known(
            Exchange exchange, ZoneId zone, Map<CustomerNumber, Customer> customers, Map<ItemNumber, Item> items) {}

    private final Customers customers;
    private final Catalog catalog;
    private final Plant plant;
    private final OrdersSettings settings;
    private final Clock clock;

    DraftReading(Customers customers, Catalog catalog, Plant plant, OrdersSettings settings, Clock clock) {
        this.customers = customers;
        this.catalog = catalog;
        this.plant = plant;
        this.settings = settings;
        this.clock = clock;
    }

    Exchange exchange() {
        return new Exchange(plant.profile().currency(), settings.exchangeRates());
    }

    /** By the profile as it was a moment ago, for those who only ask. */
    Exchange exchangeLately() {
        return new Exchange(plant.profileLately().currency(), settings.exchangeRates());
    }

    /** Microseconds are what the database keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Reading read(OrderDraft draft, OrderNumber number) {
        return read(draft, number, known(List.of(draft)));
    }

    /** By master data as it was a moment ago, for those who only ask. */
    Reading readLately(OrderDraft draft, OrderNumber number) {
        Map<CustomerNumber, Customer> customer = new HashMap<>();
        customers.findLately(draft.customer()).ifPresent(known -> customer.put(known.number(), known));
        Map<ItemNumber, Item> items = new HashMap<>();
        for (OrderDraft.Line line : draft.lines()) {
            catalog.findLately(line.item()).ifPresent(known -> items.put(known.number(), known));
        }
        return read(
                draft, number, new Known(exchangeLately(), plant.profileLately().zone(), customer, items));
    }

    /** What these drafts name of the master data, in a few reads. */
    Known known(Collection<OrderDraft> drafts) {
        PlantProfile profile = plant.profile();
        return new Known(
                new Exchange(profile.currency(), settings.exchangeRates()),
                profile.zone(),
                customers.findAll(
                        drafts.stream().map(OrderDraft::customer).distinct().toList()),
                catalog.findAll(drafts.stream()
                        .flatMap(draft -> draft.lines().stream())
                        .map(OrderDraft.Line::item)
                        .distinct()
                        .toList()));
    }

    Reading read(OrderDraft draft, OrderNumber number, Known known) {
        Exchange exchange = known.exchange();
        Map<ItemNumber, Item> items = known.items();
        Customer customer = known.customers().get(draft.customer());
        Instant now = now();
        LocalDate orderDate = draft.orderDate();
        CustomerOrder order = new CustomerOrder(
                number,
                draft.customer(),
                draft.shipTo().isEmpty() ? firstShipTo(customer) : draft.shipTo(),
                draft.type(),
                draft.channel(),
                draft.priority(),
                orderDate == null ? LocalDate.ofInstant(now, known.zone()) : orderDate,
                draft.clerk(),
                draft.region(),
                draft.customerReference(),
                draft.deliveryTerm(),
                draft.currency(),
                draft.project(),
                draft.depositPaidPercent(),
                OrderStatus.HELD,
                now,
                1,
                draft.lines().stream()
                        .map(line -> line(number, draft, line, items.get(line.item()), exchange))
                        .toList());
        return new Reading(draft, order, customer, items, exchange);
    }

    private static String firstShipTo(@Nullable Customer customer) {
        return Optional.ofNullable(customer)
                .flatMap(known -> known.shipTos().stream().findFirst())
                .map(ShipTo::code)
                .orElse("");
    }

    private static OrderLine line(
            OrderNumber order, OrderDraft draft, OrderDraft.Line line, @Nullable Item item, Exchange exchange) {
        return new OrderLine(
                new OrderLineId(order, line.line()),
                line.item(),
                item == null ? "" : item.name(),
                item == null ? "" : item.shortDescription(),
                specification(line, item),
                line.quantity(),
                price(draft, line, item, exchange),
                line.requested(),
                line.releases().isEmpty() ? List.of(new Release(line.requested(), line.quantity())) : line.releases(),
                line.tolerancesAccepted());
    }

    /** The customer's own, and where that is silent the item's. */
    private static Specification specification(OrderDraft.Line line, @Nullable Item item) {
        Specification usual = item == null ? Specification.NONE : item.specification();
        Specification own = line.specification();
        return own == null ? usual : own.over(usual);
    }

    private static Money price(OrderDraft draft, OrderDraft.Line line, @Nullable Item item, Exchange exchange) {
        Money given = line.unitPrice();
        if (given != null) {
            return given;
        }
        return item != null && exchange.knows(item.price().currency())
                ? exchange.convert(item.price(), draft.currency())
                : Money.zero(draft.currency());
    }
}
