package org.duebook.plant;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duebook.shared.TimeWindow;

/**
 * Turns a calendar's weekly shifts into windows of real time. A shift keeps its wall-clock start and end, so the night the
 * clocks go forward is an hour shorter and the night they go back an hour longer; a start or end that falls into the
 * missing hour moves to the hour that exists, and of a doubled hour the earlier is meant. Overtime and downtime are instants.
 * Time that a shift and overtime share counts once, and downtime wins over both.
 */
final class WorkingTime {

    private WorkingTime() {}

    static List<TimeWindow> within(
            TimeWindow horizon,
            WorkingCalendar calendar,
            ZoneId zone,
            List<TimeWindow> overtimes,
            List<TimeWindow> downtimes) {
        List<TimeWindow> open = shifts(calendar, zone, horizon);
        open.addAll(overtimes);
        return without(merged(clipped(open, horizon)), merged(downtimes));
    }

    /**
     * Working time where the calendar's is known.
     *
     * @param shifts as {@link #within} finds them without overtime and downtime
     */
    static List<TimeWindow> with(
            TimeWindow horizon, List<TimeWindow> shifts, List<TimeWindow> overtimes, List<TimeWindow> downtimes) {
        if (overtimes.isEmpty() && downtimes.isEmpty()) {
            return shifts;
        }
        List<TimeWindow> open = new ArrayList<>(shifts);
        open.addAll(clipped(overtimes, horizon));
        return without(merged(open), merged(downtimes));
    }

    /** Two stretches of working time, one after the other, as one. */
    static List<TimeWindow> joined(List<TimeWindow> earlier, List<TimeWindow> later) {
        List<TimeWindow> both = new ArrayList<>(earlier);
        both.addAll(later);
        return List.copyOf(merged(both));
    }

    /** Working time cut at the bounds of the shifts; sorted. */
    static List<ShiftTime> byDay(List<TimeWindow> working, WorkingCalendar calendar, ZoneId zone, TimeWindow horizon) {
        List<ShiftTime> shifts = shiftsByDay(calendar, zone, horizon);
        shifts.sort(Comparator.comparing(shift -> shift.time().from()));
        List<ShiftTime> cut = new ArrayList<>();
        for (TimeWindow window : working) {
            Instant at = window.from();
            for (ShiftTime shift : shifts) {
                if (shift.time().overlaps(window)) {
                    Instant begin = later(at, shift.time().from());
                    add(cut, at.atZone(zone).toLocalDate(), at, begin);
                    at = later(begin, earlier(shift.time().to(), window.to()));
                    add(cut, shift.day(), begin, at);
                }
            }
            add(cut, at.atZone(zone).toLocalDate(), at, window.to());
        }
        return List.copyOf(cut);
    }

    private static void add(List<ShiftTime> times, LocalDate day, Instant from, Instant to) {
        if (from.isBefore(to)) {
            times.add(new ShiftTime(day, new TimeWindow(from, to)));
        }
    }

    private static List<TimeWindow> shifts(WorkingCalendar calendar, ZoneId zone, TimeWindow horizon) {
        return new ArrayList<>(shiftsByDay(calendar, zone, horizon).stream()
                .map(ShiftTime::time)
                .toList());
    }

    private static List<ShiftTime> shiftsByDay(WorkingCalendar calendar, ZoneId zone, TimeWindow horizon) {
        List<ShiftTime> windows = new ArrayList<>();
        LocalDate last = horizon.to().atZone(zone).toLocalDate();
        // A day early: its night shift may reach into the horizon.
        LocalDate day = horizon.from().atZone(zone).toLocalDate().minusDays(1);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkingCalendar.Shift shift : calendar.shiftsOn(day)) {
                LocalDate endDay = shift.to().isAfter(shift.from()) ? day : day.plusDays(1);
                add(
                        windows,
                        day,
                        day.atTime(shift.from()).atZone(zone).toInstant(),
                        endDay.atTime(shift.to()).atZone(zone).toInstant());
            }
        }
        return windows;
    }

    private static List<TimeWindow> clipped(List<TimeWindow> windows, TimeWindow horizon) {
        return windows.stream()
                .filter(horizon::overlaps)
                .map(window -> new TimeWindow(later(window.from(), horizon.from()), earlier(window.to(), horizon.to())))
                .toList();
    }

    private static List<TimeWindow> merged(List<TimeWindow> windows) {
        List<TimeWindow> merged = new ArrayList<>();
        for (TimeWindow window :
                windows.stream().sorted(Comparator.comparing(TimeWindow::from)).toList()) {
            if (!merged.isEmpty() && !window.from().isAfter(merged.getLast().to())) {
                TimeWindow before = merged.removeLast();
                merged.add(new TimeWindow(before.from(), later(before.to(), window.to())));
            } else {
                merged.add(window);
            }
        }
        return merged;
    }

    private static List<TimeWindow> without(List<TimeWindow> windows, List<TimeWindow> downtimes) {
        List<TimeWindow> left = new ArrayList<>();
        for (TimeWindow window : windows) {
            Instant from = window.from();
            for (TimeWindow down : downtimes) {
                if (down.overlaps(window)) {
                    if (from.isBefore(down.from())) {
                        left.add(new TimeWindow(from, down.from()));
                    }
                    from = later(from, down.to());
                }
            }
            if (from.isBefore(window.to())) {
                left.add(new TimeWindow(from, window.to()));
            }
        }
        return List.copyOf(left);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
