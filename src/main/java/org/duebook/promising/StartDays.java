package org.duebook.promising;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.ReleaseRules.Requirement;

/**
 * Finds the day on which new work may begin: what a special line needs is done first, then comes the next day of release.
 * An order that comes on such a day is released with it.
 *
 * @param zone the plant's; days are days there
 * @param workingDay whether anybody works on that day
 * @param today the day the order comes
 */
record StartDays(ZoneId zone, Predicate<LocalDate> workingDay, LocalDate today, ReleaseRules rules) {

    /** A plant that works on no day within this many is one without calendars: every day serves. */
    private static final int FAR = 366;

    StartOfWork of(OrderFacts.Type type, boolean ownSpecification, String specification) {
        List<Requirement> needed = rules.neededBy(type, ownSpecification, specification);
        LocalDate ready = ready(needed);
        LocalDate released = rules.isBound(type) ? releaseDay(ready) : ready;
        return new StartOfWork(
                needed,
                ready,
                released,
                released.isAfter(today) ? released.atStartOfDay(zone).toInstant() : null);
    }

    /** The last of as many working days after today as all of it takes together. */
    private LocalDate ready(List<Requirement> needed) {
        int all = needed.stream().mapToInt(Requirement::workingDays).sum();
        int left = all;
        LocalDate day = today;
        for (int free = 0; left > 0 && free < FAR; ) {
            day = day.plusDays(1);
            boolean works = workingDay.test(day);
            left -= works ? 1 : 0;
            free = works ? 0 : free + 1;
        }
        return left == 0 ? day : today.plusDays(all);
    }

    /** The first day of release from that day on. */
    private LocalDate releaseDay(LocalDate from) {
        for (int away = 0; away < FAR; away++) {
            LocalDate day = from.plusDays(away);
            if (isReleaseDay(day)) {
                return day;
            }
        }
        return from;
    }

    /** A working day that is one by its name, or follows free days of which one is. */
    private boolean isReleaseDay(LocalDate day) {
        if (!workingDay.test(day)) {
            return false;
        }
        LocalDate named = day;
        for (int away = 0; away < FAR; away++) {
            if (rules.days().contains(named.getDayOfWeek())) {
                return true;
            }
            named = named.minusDays(1);
            if (workingDay.test(named)) {
                return false;
            }
        }
        return false;
    }
}
