package org.duebook.promising;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderDraft.Line;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderType;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkingCalendar;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.Policies;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the delivery time of an order: the days of release, the plant's days, the rules' hours of today, the road to its ship-to. */
@Component
class DeliveryTimes {

    private final Plant plant;
    private final Policies policies;
    private final Customers customers;
    private final Catalog catalog;
    private final Clock clock;

    DeliveryTimes(Plant plant, Policies policies, Customers customers, Catalog catalog, Clock clock) {
        this.plant = plant;
        this.policies = policies;
        this.customers = customers;
        this.catalog = catalog;
        this.clock = clock;
    }

    DeliveryTime of(OrderDraft draft) {
        Map<ItemNumber, Item> items = catalog.findAll(
                draft.lines().stream().map(Line::item).distinct().toList());
        Days days = days(plant.profile(), plant.calendars());
        return days.with(
                transitDays(draft.customer(), draft.shipTo(), draft.deliveryTerm()),
                days.starts(draft, item -> Optional.ofNullable(items.get(item))));
    }

    /** By what was so a moment ago, for those who only ask. */
    DeliveryTime lately(OrderDraft draft) {
        int transitDays = draft.deliveryTerm() == DeliveryTerm.EX_WORKS
                ? 0
                : transitDays(customers.findLately(draft.customer()), draft.shipTo(), draft.deliveryTerm());
        Days days = days(plant.profileLately(), plant.calendarsLately());
        return days.with(transitDays, days.starts(draft, catalog::findLately));
    }

    DeliveryTime of(CustomerOrder order) {
        Map<ItemNumber, Item> items = catalog.findAll(
                order.lines().stream().map(OrderLine::item).distinct().toList());
        Days days = days(plant.profile(), plant.calendars());
        return days.with(
                transitDays(order.customer(), order.shipTo(), order.deliveryTerm()), days.starts(order, items));
    }

    /** For work that is released. */
    DeliveryTime with(int transitDays) {
        return days(plant.profile(), plant.calendars()).with(transitDays, Map.of());
    }

    /**
     * Delivery times of orders that are looked at together, with one read of the plant's days and the rules' hours; they are
     * released already.
     */
    Function<CustomerOrder, DeliveryTime> ofMany(Collection<CustomerOrder> orders) {
        Days days = days(plant.profile(), plant.calendars());
        Map<CustomerNumber, Customer> known = customers.findAll(
                orders.stream().map(CustomerOrder::customer).distinct().toList());
        return order -> days.with(
                transitDays(Optional.ofNullable(known.get(order.customer())), order.shipTo(), order.deliveryTerm()),
                Map.of());
    }

    /** The plant's days with the rules of today. */
    private record Days(StartDays starts, Duration afterProduction) {

        DeliveryTime with(int transitDays, Map<Integer, StartOfWork> startsOfLines) {
            return new DeliveryTime(starts.zone(), starts.workingDay(), afterProduction, transitDays, startsOfLines);
        }

        Map<Integer, StartOfWork> starts(OrderDraft draft, Function<ItemNumber, Optional<Item>> items) {
            return draft.lines().stream()
                    .collect(Collectors.toMap(
                            Line::line,
                            line -> start(draft.type(), line.specification(), items.apply(line.item())),
                            (one, other) -> one));
        }

        Map<Integer, StartOfWork> starts(CustomerOrder order, Map<ItemNumber, Item> items) {
            return order.lines().stream()
                    .collect(Collectors.toMap(
                            line -> line.id().line(),
                            line -> start(
                                    order.type(), line.specification(), Optional.ofNullable(items.get(line.item())))));
        }

        private StartOfWork start(OrderType type, @Nullable Specification given, Optional<Item> item) {
            Specification usual = item.map(Item::specification).orElse(Specification.NONE);
            Specification said = given == null ? usual : given.over(usual);
            return starts.of(OrderFacts.Type.valueOf(type.name()), !said.equals(usual), said.text());
        }
    }

    private Days days(PlantProfile profile, List<WorkingCalendar> calendars) {
        LocalDate today = today(profile);
        PromiseParameters parameters = policies.promiseParameters(today);
        Duration after = parameters.inspection().plus(parameters.packing()).plus(parameters.dispatch());
        Map<LocalDate, Boolean> asked = new ConcurrentHashMap<>();
        Predicate<LocalDate> working = day ->
                asked.computeIfAbsent(day, each -> calendars.stream().anyMatch(calendar -> calendar.worksOn(each)));
        return new Days(new StartDays(profile.zone(), working, today, policies.releases(today)), after);
    }

    /** The rules' parameters of today, in the plant's zone as it was a moment ago. */
    PromiseParameters parameters() {
        return policies.promiseParameters(today());
    }

    /** With which dates are told where nobody asks for another. */
    Confidence usualConfidence() {
        return new Confidence(policies.variation(today()).confidence());
    }

    /** Today in the plant's zone as it was a moment ago. */
    LocalDate today() {
        return today(plant.profileLately());
    }

    private LocalDate today(PlantProfile profile) {
        return clock.instant().atZone(profile.zone()).toLocalDate();
    }

    /** Where an order goes: the ship-to it names, the customer's first when it names none. */
    Optional<ShipTo> shipTo(Customer customer, String code) {
        return code.isEmpty() ? customer.shipTos().stream().findFirst() : customer.shipTo(code);
    }

    private int transitDays(CustomerNumber customer, String shipTo, DeliveryTerm term) {
        return term == DeliveryTerm.EX_WORKS ? 0 : transitDays(customers.find(customer), shipTo, term);
    }

    private int transitDays(Optional<Customer> customer, String shipTo, DeliveryTerm term) {
        return switch (term) {
            case EX_WORKS -> 0;
            case DELIVERED ->
                customer.flatMap(known -> shipTo(known, shipTo))
                        .map(ShipTo::transitDays)
                        .orElse(0);
        };
    }
}
