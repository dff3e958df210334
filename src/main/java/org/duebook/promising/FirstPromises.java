package org.duebook.promising;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.Orders;
import org.duebook.planning.Outlook;
import org.duebook.planning.Planning;
import org.duebook.planning.ReleaseOutlook;
import org.duebook.planning.SchedulePublished;
import org.duebook.production.OperationStatus;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises what was accepted before there was a plan to ask, as soon as one is published. A promise given is never moved
 * here: what the new plan cannot keep shows as a late line.
 */
@Component
class FirstPromises {

    static final String FIRST_PLAN = "first plan";

    private final Planning planning;
    private final Orders orders;
    private final Production production;
    private final PromiseStore promises;
    private final Acceptance acceptance;
    private final DeliveryTimes times;
    private final Clock clock;

    FirstPromises(
            Planning planning,
            Orders orders,
            Production production,
            PromiseStore promises,
            Acceptance acceptance,
            DeliveryTimes times,
            Clock clock) {
        this.planning = planning;
        this.orders = orders;
        this.production = production;
        this.promises = promises;
        this.acceptance = acceptance;
        this.times = times;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SchedulePublished published) {
        List<AcceptedRelease> unpromised = promises.unpromised();
        if (unpromised.isEmpty()) {
            return;
        }
        Set<OrderNumber> open =
                orders.openOrders().stream().map(CustomerOrder::number).collect(Collectors.toSet());
        List<AcceptedRelease> due = unpromised.stream()
                .filter(release -> open.contains(release.order()))
                .toList();
        Map<OrderLineId, List<ProductionOrder>> made = production.ofLines(
                due.stream().map(AcceptedRelease::line).distinct().toList());
        Map<Release, Outlook> planned = planned(made.keySet());
        Confidence confidence = times.usualConfidence();
        Map<Integer, DeliveryTime> byTransit = new HashMap<>();
        for (AcceptedRelease release : due) {
            DeliveryTime time = byTransit.computeIfAbsent(release.transitDays(), times::with);
            outlook(made.getOrDefault(release.line(), List.of()), release, planned)
                    .ifPresent(outlook -> promise(release, outlook, confidence, time));
        }
    }

    private record Release(OrderLineId line, int release) {}

    private void promise(AcceptedRelease release, Outlook outlook, Confidence confidence, DeliveryTime time) {
        LocalDate earliest = time.deliveryDay(outlook.endWith(confidence.share()));
        LocalDate requested = release.owed().requested();
        LocalDate date = earliest.isAfter(requested) ? earliest : requested;
        acceptance.promise(
                release.order(),
                release.owed(),
                date,
                Assurance.of(outlook, confidence, time.latestEnd(date)),
                FIRST_PLAN,
                time,
                Actor.SYSTEM);
    }

    /** When a release is done: now when stock covers it, never while part of it is not planned. */
    private Optional<Outlook> outlook(
            List<ProductionOrder> ofLine, AcceptedRelease release, Map<Release, Outlook> planned) {
        boolean open = ofLine.stream()
                .filter(order -> order.parent() == null
                        && order.release() == release.owed().release()
                        && order.status().isOpen())
                .anyMatch(order -> order.operations().getLast().status() != OperationStatus.FINISHED);
        return open
                ? Optional.ofNullable(
                        planned.get(new Release(release.line(), release.owed().release())))
                : Optional.of(Outlook.certain(clock.instant()));
    }

    private Map<Release, Outlook> planned(Collection<OrderLineId> lines) {
        return planning.lockedSnapshot().map(plan -> plan.outlooks(lines)).orElse(List.of()).stream()
                .collect(Collectors.toMap(each -> new Release(each.line(), each.release()), ReleaseOutlook::outlook));
    }
}
