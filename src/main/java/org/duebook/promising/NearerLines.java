package org.duebook.promising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duebook.inventory.Inventory;
import org.duebook.planning.PlanSnapshot;
import org.duebook.planning.ReleaseEnd;
import org.duebook.planning.Supposition;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.springframework.stereotype.Component;

/**
 * Looks which late lines could be there earlier if they were planned anew into what a change frees: the worst ones, each on
 * its own, and only where the same on the plan as it is would not do as much.
 */
@Component
class NearerLines {

    /** Of so many of the latest lines it is tried. */
    private static final int TRIED = 4;

    private final PromiseStore promises;
    private final DeliveryTimes times;
    private final Production production;
    private final Inventory inventory;

    NearerLines(PromiseStore promises, DeliveryTimes times, Production production, Inventory inventory) {
        this.promises = promises;
        this.times = times;
        this.production = production;
        this.inventory = inventory;
    }

    private record Late(OrderLineId line, LocalDate promised, LocalDate day, DeliveryTime time) {}

    /**
     * @param plan as it is
     * @param then as it would be with the change
     * @param placed what the change places there
     * @param ends of the others then
     */
    List<Impact.Nearer> of(PlanSnapshot plan, PlanSnapshot then, List<Demand> placed, List<ReleaseEnd> ends) {
        List<Late> late = late(ends.stream()
                .filter(ReleaseEnd::isLate)
                .sorted(Comparator.comparing((ReleaseEnd end) -> Duration.between(end.end(), end.due()))
                        .thenComparing(ReleaseEnd::line))
                .limit(TRIED)
                .toList());
        Map<OrderLineId, List<ProductionOrder>> made =
                production.ofLines(late.stream().map(Late::line).toList());
        List<Impact.Nearer> nearer = new ArrayList<>();
        for (Late each : late) {
            WorkOfLine work = WorkOfLine.of(
                    made.getOrDefault(each.line, List.of()),
                    inventory.reservedUnder(Production.reference(each.line)),
                    true);
            if (work.kept().isEmpty() && !work.gone().isEmpty()) {
                anew(each, work, then, placed)
                        .filter(day -> day.isBefore(each.day)
                                && anew(each, work, plan, List.of())
                                        .filter(day::isBefore)
                                        .isPresent())
                        .ifPresent(day -> nearer.add(new Impact.Nearer(each.line, each.promised, each.day, day)));
            }
        }
        return nearer;
    }

    private List<Late> late(List<ReleaseEnd> ends) {
        Map<OrderLineId, Instant> last = new LinkedHashMap<>();
        ends.forEach(end -> last.merge(end.line(), end.end(), (a, b) -> a.isAfter(b) ? a : b));
        Map<OrderLineId, LocalDate> promised = promises.promisedDays(last.keySet(), null);
        Map<OrderLineId, Integer> transit = promises.transitDays(last.keySet());
        Map<Integer, DeliveryTime> byTransit = new LinkedHashMap<>();
        List<Late> late = new ArrayList<>();
        last.forEach((line, end) -> {
            LocalDate given = promised.get(line);
            if (given != null) {
                DeliveryTime time = byTransit.computeIfAbsent(transit.getOrDefault(line, 0), times::with);
                LocalDate day = time.deliveryDay(end);
                if (day.isAfter(given)) {
                    late.add(new Late(line, given, day, time));
                }
            }
        });
        return late;
    }

    /** The day a line is there when its work is taken off a plan and placed anew behind what is placed already. */
    private static Optional<LocalDate> anew(Late late, WorkOfLine work, PlanSnapshot plan, List<Demand> placed) {
        PlanSnapshot without = plan.supposing(new Supposition.Without(work.numbersGone(), work.givenBack()));
        List<Demand> all = new ArrayList<>(placed);
        Set<Integer> releases = new HashSet<>();
        for (WorkOfLine.Lot lot : work.gone()) {
            ProductionOrder top = lot.top();
            if (releases.add(top.release())) {
                all.add(new Demand(
                        late.line,
                        top.release(),
                        top.item(),
                        quantity(work, top),
                        top.due(),
                        top.priority(),
                        top.notBefore()));
            }
        }
        return without.place(all).subList(placed.size(), all.size()).stream()
                .map(placement -> late.time.deliveryDay(placement.end()))
                .max(Comparator.naturalOrder());
    }

    private static Quantity quantity(WorkOfLine work, ProductionOrder of) {
        return work.gone().stream()
                .map(WorkOfLine.Lot::top)
                .filter(top -> top.release() == of.release())
                .map(ProductionOrder::quantity)
                .reduce(Quantity::plus)
                .orElseThrow();
    }
}
