package org.duebook.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.Specification;
import org.duebook.customers.CreditPosition;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.orders.DraftReading.Reading;
import org.duebook.policy.CustomerFacts;
import org.duebook.policy.LineFacts;
import org.duebook.policy.OrderFacts;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Money;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the rules may know of an order. */
@Component
class FactsOfOrder {

    private final Customers customers;
    private final Catalog catalog;
    private final OrderRows rows;
    private final OrdersSettings settings;

    FactsOfOrder(Customers customers, Catalog catalog, OrderRows rows, OrdersSettings settings) {
        this.customers = customers;
        this.catalog = catalog;
        this.rows = rows;
        this.settings = settings;
    }

    /** By what the books say at this moment. */
    OrderFacts gather(Reading reading) {
        Set<ItemNumber> made = catalog.routingsOf(reading.items().keySet()).keySet();
        return gather(reading, standing(made::contains, customers::creditPosition));
    }

    /** By what they said a moment ago, for those who only ask. */
    OrderFacts gatherLately(Reading reading) {
        return gather(
                reading,
                standing(
                        item -> !catalog.structureLately(item).routing(item).isEmpty(),
                        customers::creditPositionLately));
    }

    private Standing standing(
            Predicate<ItemNumber> hasRouting, BiFunction<CustomerNumber, LocalDate, CreditPosition> account) {
        return new Standing() {
            @Override
            public Optional<OrderNumber> sameAs(CustomerOrder order) {
                return rows.sameAs(order, settings.duplicateWithinDays());
            }

            @Override
            public CreditPosition account(CustomerNumber customer, LocalDate on) {
                return account.apply(customer, on);
            }

            @Override
            public boolean hasDelivered(CustomerNumber customer) {
                return rows.hasDelivered(customer);
            }

            @Override
            public boolean hasRouting(ItemNumber item) {
                return hasRouting.test(item);
            }
        };
    }

    static OrderFacts gather(Reading reading, Standing standing) {
        CustomerOrder order = reading.order();
        return new OrderFacts(
                order.number().value(),
                OrderFacts.Type.valueOf(order.type().name()),
                OrderFacts.Channel.valueOf(order.channel().name()),
                order.orderDate(),
                order.priority(),
                reading.exchange().toHouse(order.amount()),
                order.currency().getCurrencyCode(),
                margin(reading),
                order.depositPaidPercent(),
                project(order.project()),
                contradictions(order),
                standing.sameAs(order).map(OrderNumber::value).orElse(null),
                customer(reading, standing),
                lines(reading, standing));
    }

    private static OrderFacts.Project project(@Nullable Project project) {
        return project == null
                ? OrderFacts.Project.NONE
                : new OrderFacts.Project(!project.name().isBlank(), true, project.signedOff());
    }

    private static List<String> contradictions(CustomerOrder order) {
        List<String> found = new ArrayList<>();
        Project project = order.project();
        if (project != null && order.type() != OrderType.PROJECT) {
            found.add("a project is named but the order is " + order.type());
        }
        for (OrderLine line : order.lines()) {
            String which = "line " + line.id().line();
            if (line.releases().size() > 1 && order.type() != OrderType.BLANKET) {
                found.add(which + " has dated releases but the order is " + order.type());
            }
            if (project != null && line.requested().isAfter(project.term())) {
                found.add(which + " is wanted on " + line.requested() + ", after the project's term " + project.term());
            }
            line.releases().stream()
                    .map(Release::requested)
                    .filter(day -> day.isBefore(order.orderDate()) && !day.equals(line.requested()))
                    .findFirst()
                    .ifPresent(day -> found.add(
                            which + " has a release on " + day + ", before the order date " + order.orderDate()));
        }
        return found;
    }

    /** Share of the amount that is left after standard cost; unknown when an item or a cost is. */
    private static @Nullable BigDecimal margin(Reading reading) {
        Exchange exchange = reading.exchange();
        Money amount = exchange.toHouse(reading.order().amount());
        Money cost = Money.zero(exchange.house());
        for (OrderLine line : reading.order().lines()) {
            Item item = reading.items().get(line.item());
            if (item == null
                    || item.cost().amount().signum() == 0
                    || !exchange.knows(item.cost().currency())) {
                return null;
            }
            cost = cost.plus(exchange.toHouse(item.cost()).times(line.quantity().amount()));
        }
        return amount.amount().signum() <= 0
                ? null
                : amount.minus(cost).amount().movePointRight(2).divide(amount.amount(), 2, RoundingMode.HALF_UP);
    }

    private static CustomerFacts customer(Reading reading, Standing standing) {
        Customer customer = reading.customer();
        Exchange exchange = reading.exchange();
        if (customer == null) {
            return unknown(reading.draft(), exchange);
        }
        CustomerOrder order = reading.order();
        CreditPosition account = standing.account(customer.number(), order.orderDate());
        ShipTo place = customer.shipTo(order.shipTo()).orElse(null);
        return new CustomerFacts(
                customer.number().value(),
                true,
                customer.status() == CustomerStatus.BLOCKED
                        ? CustomerFacts.Status.BLOCKED
                        : CustomerFacts.Status.ACTIVE,
                customer.status() == CustomerStatus.NEW && !standing.hasDelivered(customer.number()),
                !customer.contact().isBlank(),
                place != null,
                customer.country(),
                place == null ? null : place.country(),
                exchange.toHouse(account.limit()),
                exchange.toHouse(account.exposure()),
                exchange.toHouse(account.overdue()),
                account.oldestOverdueDays(),
                customer.paymentTermsDays(),
                customer.contractClass());
    }

    private static CustomerFacts unknown(OrderDraft draft, Exchange exchange) {
        Money nothing = Money.zero(exchange.house());
        return new CustomerFacts(
                draft.customer().value(),
                false,
                CustomerFacts.Status.PROSPECT,
                true,
                false,
                false,
                null,
                null,
                nothing,
                nothing,
                nothing,
                0,
                0,
                "");
    }

    private static List<LineFacts> lines(Reading reading, Standing standing) {
        List<LineFacts> facts = new ArrayList<>();
        for (int index = 0; index < reading.order().lines().size(); index++) {
            facts.add(line(
                    reading,
                    reading.draft().lines().get(index),
                    reading.order().lines().get(index),
                    standing));
        }
        return facts;
    }

    private static LineFacts line(Reading reading, OrderDraft.Line asked, OrderLine line, Standing standing) {
        Item item = reading.items().get(line.item());
        Specification specification = line.specification();
        boolean priced = asked.unitPrice() != null || line.unitPrice().amount().signum() > 0;
        return new LineFacts(
                line.id().line(),
                line.item().value(),
                item != null,
                item != null && item.price().amount().signum() > 0,
                item != null && (item.type() == ItemType.COMPONENT || standing.hasRouting(item.number())),
                line.quantity(),
                item == null ? null : item.unit(),
                item == null || item.minimumOrder().isZero()
                        ? null
                        : item.minimumOrder().amount(),
                item == null || item.orderMultiple().isZero()
                        ? null
                        : item.orderMultiple().amount(),
                line.requested(),
                hasSpecification(reading.order().type(), asked, specification),
                !specification.material().isBlank(),
                !specification.finish().isBlank(),
                !specification.qualityStandard().isBlank(),
                !specification.tolerances().isBlank(),
                line.tolerancesAccepted(),
                priced ? line.unitPrice() : null,
                item == null ? null : item.price());
    }

    /** A custom or special order lives by the customer's own sheet; the item's does not stand in for it. */
    private static boolean hasSpecification(OrderType type, OrderDraft.Line asked, Specification resulting) {
        Specification own = asked.specification();
        return switch (type) {
            case CUSTOM, SPECIAL -> own != null && !own.sheet().isBlank();
            case STANDARD, RUSH, BLANKET, PROJECT -> !resulting.sheet().isBlank();
        };
    }
}
