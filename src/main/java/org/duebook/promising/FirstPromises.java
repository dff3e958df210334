package org.duebook.promising;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.planning.SchedulePublished;
import org.duebook.planning.ScheduledOperation;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.Actor;
import org.duebook.shared.OperationId;
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
        Map<OperationId, Instant> ends = ends();
        Map<Integer, DeliveryTime> byTransit = new HashMap<>();
        for (AcceptedRelease release : due) {
            DeliveryTime time = byTransit.computeIfAbsent(release.transitDays(), times::with);
            projectedEnd(made.getOrDefault(release.line(), List.of()), release, ends)
                    .ifPresent(end -> promise(release, end, time));
        }
    }

    private void promise(AcceptedRelease release, Instant end, DeliveryTime time) {
        LocalDate earliest = time.deliveryDay(end);
        LocalDate requested = release.owed().requested();
        acceptance.promise(
                release.order(),
                release.owed(),
                earliest.isAfter(requested) ? earliest : requested,
                FIRST_PLAN,
                time,
                Actor.SYSTEM);
    }

    /** When the plan is done with a release: now when stock covers it, never while part of it is not planned. */
    private Optional<Instant> projectedEnd(
            List<ProductionOrder> ofLine, AcceptedRelease release, Map<OperationId, Instant> ends) {
        Instant end = clock.instant();
        for (ProductionOrder order : ofLine) {
            boolean top =
                    order.parent() == null && order.release() == release.owed().release();
            if (!top || !order.status().isOpen()) {
                continue;
            }
            Operation last = order.operations().getLast();
            if (last.status() != OperationStatus.FINISHED) {
                Instant planned = ends.get(last.id());
                if (planned == null) {
                    return Optional.empty();
                }
                end = planned.isAfter(end) ? planned : end;
            }
        }
        return Optional.of(end);
    }

    private Map<OperationId, Instant> ends() {
        return planning.published().map(Schedule::operations).orElse(List.of()).stream()
                .map(ScheduledOperation::placed)
                .collect(Collectors.toMap(placed -> placed.operation(), placed -> placed.end(), (one, other) -> one));
    }
}
