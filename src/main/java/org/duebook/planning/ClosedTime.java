package org.duebook.planning;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duebook.shared.TimeWindow;

/** Where a machine that is closed could work longer: some hours behind a shift, or on a free Saturday as on the Friday after it. */
final class ClosedTime {
    /** A day that is worked for longer is no shift that a Saturday could have. */
    private static final Duration LONGEST_SHIFT = Duration.ofHours(16);

    /** From a Saturday to the next Friday. */
    private static final int DAYS = 6;

    private ClosedTime() {}

    /**
     * Stretches that begin in a time and are closed, sorted; none overlaps another.
     *
     * @param working when the machine works: sorted, neither overlapping nor touching
     * @param hours how long overtime behind a shift is; where less than half of it is closed there is none
     */
    static List<TimeWindow> in(TimeWindow time, List<TimeWindow> working, ZoneId zone, Duration hours) {
        List<TimeWindow> closed = new ArrayList<>();
        for (int i = 0; i < working.size(); i++) {
            Instant from = working.get(i).to();
            Instant to = from.plus(hours);
            if (i + 1 < working.size() && working.get(i + 1).from().isBefore(to)) {
                to = working.get(i + 1).from();
            }
            if (time.contains(from) && Duration.between(from, to).compareTo(hours.dividedBy(2)) >= 0) {
                closed.add(new TimeWindow(from, to));
            }
        }
        saturdays(time, working, zone).stream()
                .filter(shift -> closed.stream().noneMatch(shift::overlaps))
                .toList()
                .forEach(closed::add);
        closed.sort(Comparator.comparing(TimeWindow::from));
        return closed;
    }

    private static List<TimeWindow> saturdays(TimeWindow time, List<TimeWindow> working, ZoneId zone) {
        List<TimeWindow> shifts = new ArrayList<>();
        LocalDate last = time.to().atZone(zone).toLocalDate();
        for (LocalDate day = time.from().atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
                // The Friday before may be over, wholly or in part, and is then not described.
                LocalDate friday = day.plusDays(DAYS);
                working.stream()
                        .filter(window ->
                                window.from().atZone(zone).toLocalDate().equals(friday)
                                        && window.length().compareTo(LONGEST_SHIFT) <= 0)
                        .map(window -> new TimeWindow(earlier(window.from(), zone), earlier(window.to(), zone)))
                        .filter(shift ->
                                time.contains(shift.from()) && working.stream().noneMatch(shift::overlaps))
                        .forEach(shifts::add);
            }
        }
        return shifts;
    }

    private static Instant earlier(Instant at, ZoneId zone) {
        return ZonedDateTime.ofInstant(at, zone).minusDays(DAYS).toInstant();
    }
}
