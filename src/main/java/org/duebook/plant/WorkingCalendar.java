package org.duebook.plant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a machine works, in the plant's zone: shifts that recur every week, less holidays. A shift that ends at or before
 * its start runs over midnight and belongs to the day it starts on. Shifts are kept by weekday and start.
 */
public record WorkingCalendar(String code, String name, List<Shift> shifts, SortedSet<LocalDate> holidays) {

    public WorkingCalendar {
        shifts = shifts.stream()
                .sorted(Comparator.comparing(Shift::day)
                        .thenComparing(Shift::from)
                        .thenComparing(Shift::to))
                .toList();
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    }

    public record Shift(DayOfWeek day, LocalTime from, LocalTime to) {}

    /** Whether a shift starts on that day. */
    public boolean worksOn(LocalDate day) {
        return !shiftsOn(day).isEmpty();
    }

    /** Its weekly shifts alone. */
    WorkingCalendar withoutHolidays() {
        return new WorkingCalendar(code, name, shifts, new TreeSet<>());
    }

    /** The shifts that start on that day; none on a holiday. */
    List<Shift> shiftsOn(LocalDate day) {
        return holidays.contains(day)
                ? List.of()
                : shifts.stream()
                        .filter(shift -> shift.day() == day.getDayOfWeek())
                        .toList();
    }
}
