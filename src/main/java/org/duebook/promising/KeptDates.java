package org.duebook.promising;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.planning.TrackRecord;
import org.duebook.production.Operation;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OrderLineId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What came of first dates, as far as production goes: a date is a day, so an end was early enough from the first minute on
 * that led to the same day as the end that came.
 */
@Component
class KeptDates implements TrackRecord {

    private final PromiseStore promises;
    private final Production production;
    private final DeliveryTimes times;
    private final Clock clock;

    KeptDates(PromiseStore promises, Production production, DeliveryTimes times, Clock clock) {
        this.promises = promises;
        this.production = production;
        this.times = times;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Came> latest(int most) {
        List<PromiseStore.Told> told = promises.toldByRecords(most);
        Map<OrderLineId, List<ProductionOrder>> made = production.ofLines(
                told.stream().map(PromiseStore.Told::line).distinct().toList());
        Map<Integer, DeliveryTime> byTransit = new HashMap<>();
        List<Came> came = new ArrayList<>();
        for (PromiseStore.Told each : told) {
            DeliveryTime time = byTransit.computeIfAbsent(each.transitDays(), times::with);
            came(each, made.getOrDefault(each.line(), List.of()), time).ifPresent(came::add);
        }
        return came;
    }

    /** Empty where production was closed before it was done: nobody knows what would have come of it. */
    private Optional<Came> came(PromiseStore.Told told, List<ProductionOrder> ofLine, DeliveryTime time) {
        Instant last = Instant.MIN;
        boolean open = false;
        for (ProductionOrder order : ofLine) {
            if (order.parent() == null && order.release() == told.release()) {
                Operation end = order.operations().getLast();
                if (order.status().isOpen()) {
                    open = true;
                } else if (end.finishedAt() == null) {
                    return Optional.empty();
                } else if (end.finishedAt().isAfter(last)) {
                    last = end.finishedAt();
                }
            }
        }
        if (open) {
            return Optional.of(new Came(told.likely(), firstFor(clock.instant(), time), false));
        }
        return last.equals(Instant.MIN)
                ? Optional.empty()
                : Optional.of(new Came(told.likely(), firstFor(last, time), true));
    }

    /** The first minute at which production may end to be there on the same day as when it ends at an instant. */
    private static Instant firstFor(Instant end, DeliveryTime time) {
        LocalDate day = time.deliveryDay(end);
        return time.latestEnd(day.minusDays(1)).plus(Duration.ofMinutes(1));
    }
}
