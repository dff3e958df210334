package org.duebook.plant;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a machine works, in the plant's zone: shifts that recur every week, less holidays. A shift that ends at or before
 * its start runs over midnight and belongs to the day it starts on.
 */
public record WorkingCalendar(String code, String name, List<Shift> shifts, SortedSet<LocalDate> holidays) {

    public WorkingCalendar {
        shifts = List.copyOf(shifts);
        holidays = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    }

    public record Shift(DayOfWeek day, LocalTime from, LocalTime to) {}
}
