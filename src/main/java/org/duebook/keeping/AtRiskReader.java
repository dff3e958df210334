package org.duebook.keeping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.planning.PlannedRelease;
import org.duebook.planning.Planning;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.promising.PromisedRelease;
import org.duebook.promising.Promising;
import org.duebook.promising.ReleaseId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Component;

/** Finds the promises of open orders that cannot be kept, by the published plan and by what has left the plant. */
@Component
class AtRiskReader {

    private final Planning planning;
    private final Promising promising;
    private final Production production;
    private final Fulfilment fulfilment;
    private final Plant plant;
    private final KeptRows kept;
    private final Clock clock;

    AtRiskReader(
            Planning planning,
            Promising promising,
            Production production,
            Fulfilment fulfilment,
            Plant plant,
            KeptRows kept,
            Clock clock) {
        this.planning = planning;
        this.promising = promising;
        this.production = production;
        this.fulfilment = fulfilment;
        this.plant = plant;
        this.kept = kept;
        this.clock = clock;
    }

    /** What is still owed of the releases of these orders; what is delivered is absent. */
    Map<ReleaseId, Quantity> owed(Collection<CustomerOrder> orders) {
        List<OrderLine> lines =
                orders.stream().flatMap(order -> order.lines().stream()).toList();
        Map<OrderLineId, List<Delivery>> deliveries =
                fulfilment.deliveries(lines.stream().map(OrderLine::id).toList());
        Map<ReleaseId, Quantity> owed = new HashMap<>();
        lines.forEach(line -> owed.putAll(OwedReleases.of(line, deliveries.getOrDefault(line.id(), List.of()))));
        return owed;
    }

    /** Of some open orders, the latest first. */
    List<PromiseAtRisk> of(Collection<CustomerOrder> orders) {
        Map<ReleaseId, Quantity> owed = owed(orders);
        List<OrderLineId> lines =
                owed.keySet().stream().map(ReleaseId::line).distinct().toList();
        List<PromisedRelease> promised = promising.promisedReleases(lines).stream()
                .filter(each -> owed.containsKey(each.id()))
                .toList();
        Set<ReleaseId> ids = promised.stream().map(PromisedRelease::id).collect(Collectors.toSet());
        Map<ReleaseId, PlannedRelease> planned = planned(ids);
        Map<ReleaseId, LocalDate> projected = projected(ids, planned);
        List<PromisedRelease> late = promised.stream()
                .filter(each -> {
                    LocalDate day = projected.get(each.id());
                    return day != null && day.isAfter(each.current());
                })
                .toList();
        return late.isEmpty() ? List.of() : told(late, orders, owed, planned, projected);
    }

    private Map<ReleaseId, PlannedRelease> planned(Set<ReleaseId> wanted) {
        return planning.plannedReleases().stream()
                .filter(each -> wanted.contains(id(each)))
                .collect(Collectors.toMap(AtRiskReader::id, Function.identity()));
    }

    private static ReleaseId id(PlannedRelease of) {
        return new ReleaseId(of.line(), of.release());
    }

    /** Of what the plan has, when it ends by the plan; of what is made, as if it left now. Never a day that is over. */
    private Map<ReleaseId, LocalDate> projected(Set<ReleaseId> ids, Map<ReleaseId, PlannedRelease> planned) {
        Map<ReleaseId, Instant> ends = new HashMap<>();
        planned.forEach((id, release) -> ends.put(id, release.end()));
        Set<ReleaseId> others = new HashSet<>(ids);
        others.removeAll(planned.keySet());
        Map<OrderLineId, List<ProductionOrder>> made = production.ofLines(
                others.stream().map(ReleaseId::line).distinct().toList());
        Instant now = clock.instant();
        for (ReleaseId id : others) {
            OwedReleases.done(id.release(), made.getOrDefault(id.line(), List.of()), now)
                    .ifPresent(end -> ends.put(id, end));
        }
        LocalDate today = LocalDate.ofInstant(now, plant.profile().zone());
        Map<ReleaseId, LocalDate> days = new HashMap<>(promising.deliveryDaysOfReleases(ends));
        days.replaceAll((id, day) -> day.isBefore(today) ? today : day);
        return days;
    }

    private List<PromiseAtRisk> told(
            List<PromisedRelease> late,
            Collection<CustomerOrder> orders,
            Map<ReleaseId, Quantity> owed,
            Map<ReleaseId, PlannedRelease> planned,
            Map<ReleaseId, LocalDate> projected) {
        Map<OrderNumber, CustomerOrder> byNumber =
                orders.stream().collect(Collectors.toMap(CustomerOrder::number, Function.identity(), (a, b) -> a));
        List<OrderLineId> lines =
                late.stream().map(each -> each.id().line()).distinct().toList();
        Map<ReleaseId, List<KeptPromise>> chased = kept.of(lines);
        Map<ReleaseId, LocalDate> likely = promising.likelyDays(lines);
        Map<OrderLineId, List<ProductionOrder>> again = production.madeAgain(lines);
        RiskCauses causes = causes();
        List<PromiseAtRisk> told = new ArrayList<>();
        for (PromisedRelease each : late) {
            ReleaseId id = each.id();
            PlannedRelease release = planned.get(id);
            LocalDate day = Optional.ofNullable(projected.get(id)).orElseThrow();
            LocalDate sure = likely.getOrDefault(id, day);
            List<KeptPromise> decided = chased.getOrDefault(id, List.of());
            told.add(new PromiseAtRisk(
                    each,
                    version(each, decided),
                    Optional.ofNullable(byNumber.get(id.line().order()))
                            .map(CustomerOrder::customer)
                            .orElseThrow(),
                    Optional.ofNullable(owed.get(id)).orElseThrow(),
                    day,
                    sure.isAfter(day) ? sure : day,
                    release == null
                            ? List.of(new RiskCause("NOT_DELIVERED", "it is made, or in stock, and has not left"))
                            : causes.of(release, again.getOrDefault(id.line(), List.of())),
                    decided));
        }
        told.sort(Comparator.comparing(PromiseAtRisk::daysLate)
                .reversed()
                .thenComparing(each -> each.id().line())
                .thenComparing(each -> each.id().release()));
        return told;
    }

    /** Rises by one with every date given and every decision to keep one. */
    static int version(PromisedRelease promise, List<KeptPromise> kept) {
        return promise.revisions().size() + kept.size();
    }

    List<KeptPromise> keptOf(ReleaseId release) {
        return kept.of(List.of(release.line())).getOrDefault(release, List.of());
    }

    private RiskCauses causes() {
        Optional<Schedule> now = planning.published();
        List<ScheduledOperation> asPublished = now.flatMap(schedule -> planning.schedule(schedule.id()))
                .map(Schedule::operations)
                .orElse(List.of());
        return new RiskCauses(
                plant.profile().zone(),
                clock.instant(),
                now.map(Schedule::operations).orElse(List.of()),
                asPublished,
                plant.downtimes());
    }
}
