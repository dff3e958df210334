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
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.duebook.customers.Customer;
import org.duebook.customers.Customers;
import org.duebook.customers.ShipTo;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkingCalendar;
import org.duebook.policy.Policies;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.CustomerNumber;
import org.springframework.stereotype.Component;

/** Finds the delivery time of an order: the plant's days, the rules' hours of today, the road to its ship-to. */
@Component
class DeliveryTimes {

    private final Plant plant;
    private final Policies policies;
    private final Customers customers;
    private final Clock clock;

    DeliveryTimes(Plant plant, Policies policies, Customers customers, Clock clock) {
        this.plant = plant;
        this.policies = policies;
        this.customers = customers;
        this.clock = clock;
    }

    DeliveryTime of(OrderDraft draft) {
        return with(transitDays(draft.customer(), draft.shipTo(), draft.deliveryTerm()));
    }

    /** By what was so a moment ago, for those who only ask. */
    DeliveryTime lately(OrderDraft draft) {
        int transitDays = draft.deliveryTerm() == DeliveryTerm.EX_WORKS
                ? 0
                : transitDays(customers.findLately(draft.customer()), draft.shipTo(), draft.deliveryTerm());
        return days(plant.profileLately(), plant.calendarsLately()).apply(transitDays);
    }

    DeliveryTime of(CustomerOrder order) {
        return with(transitDays(order.customer(), order.shipTo(), order.deliveryTerm()));
    }

    DeliveryTime with(int transitDays) {
        return days(plant.profile(), plant.calendars()).apply(transitDays);
    }

    /** Delivery times of orders that are looked at together, with one read of the plant's days and the rules' hours. */
    Function<CustomerOrder, DeliveryTime> ofMany(Collection<CustomerOrder> orders) {
        IntFunction<DeliveryTime> days = days(plant.profile(), plant.calendars());
        Map<CustomerNumber, Customer> known = customers.findAll(
                orders.stream().map(CustomerOrder::customer).distinct().toList());
        return order -> days.apply(
                transitDays(Optional.ofNullable(known.get(order.customer())), order.shipTo(), order.deliveryTerm()));
    }

    private IntFunction<DeliveryTime> days(PlantProfile profile, List<WorkingCalendar> calendars) {
        PromiseParameters parameters = policies.promiseParameters(today(profile));
        Duration after = parameters.inspection().plus(parameters.packing()).plus(parameters.dispatch());
        Map<LocalDate, Boolean> asked = new ConcurrentHashMap<>();
        Predicate<LocalDate> working = day ->
                asked.computeIfAbsent(day, each -> calendars.stream().anyMatch(calendar -> calendar.worksOn(each)));
        return transitDays -> new DeliveryTime(profile.zone(), working, after, transitDays);
    }

    /** The rules' parameters of today, in the plant's zone as it was a moment ago. */
    PromiseParameters parameters() {
        return policies.promiseParameters(today());
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
