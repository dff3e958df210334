package org.duebook.promising;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of an order: when its work may begin, and from the end of production to the day the goods are there: inspection, packing and dispatch as elapsed hours,
 * then the next day the plant works, then the days on the road. Whole minutes, like the plan.
 *
 * @param zone the plant's; days are days there
 * @param workingDay whether the plant dispatches on that day
 * @param afterProduction inspection, packing and dispatch together
 * @param transitDays calendar days on the road; 0 ex works
 * @param starts when the work on each line may begin, where that is not known to be at once
 */
record DeliveryTime(
        ZoneId zone,
        Predicate<LocalDate> workingDay,
        Duration afterProduction,
        int transitDays,
        Map<Integer, StartOfWork> starts) {

    /** A plant that works on no day within this many is one without calendars: every day serves. */
    private static final int FAR = 366;

    DeliveryTime {
        starts = Map.copyOf(starts);
        if (afterProduction.isNegative() || transitDays < 0) {
            throw new IllegalArgumentException("delivery takes " + afterProduction + " and " + transitDays
                    + " days on the road, wanted 0 or more of both");
        }
    }

    /** For work that is released. */
    DeliveryTime(ZoneId zone, Predicate<LocalDate> workingDay, Duration afterProduction, int transitDays) {
        this(zone, workingDay, afterProduction, transitDays, Map.of());
    }

    /** When the work on a line is released; null when it is. */
    @Nullable
    Instant notBefore(int line) {
        StartOfWork start = starts.get(line);
        return start == null ? null : start.at();
    }

    /** The day of the goods at the customer, or at the gate ex works, when production ends then. */
    LocalDate deliveryDay(Instant productionEnd) {
        return dispatchDay(productionEnd).plusDays(transitDays);
    }

    /** The working day on which they leave. */
    LocalDate dispatchDay(Instant productionEnd) {
        return nearestWorkingDay(readyDay(productionEnd), 1);
    }

    /** The day, working or not, on which they are inspected, packed and ready to leave. */
    LocalDate readyDay(Instant productionEnd) {
        return productionEnd.plus(afterProduction).atZone(zone).toLocalDate();
    }

    /** The last minute at which production may end for the goods to be there on that day. */
    Instant latestEnd(LocalDate day) {
        LocalDate lastDispatch = nearestWorkingDay(day.minusDays(transitDays), -1);
        return lastDispatch
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minus(Duration.ofMinutes(1))
                .minus(afterProduction);
    }

    private LocalDate nearestWorkingDay(LocalDate day, int step) {
        for (int away = 0; away < FAR; away++) {
            LocalDate candidate = day.plusDays((long) away * step);
            if (workingDay.test(candidate)) {
                return candidate;
            }
        }
        return day;
    }
}
