package org.duebook.plant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/** Lays the working time of all machines out, up to the last thing that differs from weekly shifts. */
final class TimeLayout {

    private static final Duration WEEK = Duration.ofDays(7);

    private final List<WorkingCalendar> calendars;
    private final List<Overtime> overtimes;
    private final List<Downtime> downtimes;
    private final ZoneId zone;

    TimeLayout(List<WorkingCalendar> calendars, List<Overtime> overtimes, List<Downtime> downtimes, ZoneId zone) {
        this.calendars = calendars;
        this.overtimes = overtimes;
        this.downtimes = downtimes;
        this.zone = zone;
    }

    LaidOutTime of(List<Machine> machines, Instant from, Instant atLeast, Instant atMost) {
        TimeWindow known = new TimeWindow(from, lastExtra(atLeast, atMost));
        TimeWindow ordinary = new TimeWindow(known.to(), known.to().plus(WEEK));
        Map<String, List<TimeWindow>> shifts = new HashMap<>();
        Map<String, List<TimeWindow>> week = new HashMap<>();
        for (WorkingCalendar calendar : calendars) {
            shifts.put(calendar.code(), WorkingTime.within(known, calendar, zone, List.of(), List.of()));
            week.put(
                    calendar.code(),
                    WorkingTime.within(ordinary, calendar.withoutHolidays(), zone, List.of(), List.of()));
        }
        Map<MachineCode, List<TimeWindow>> over =
                overtimes.stream().collect(groupingBy(Overtime::machine, mapping(Overtime::window, toList())));
        Map<MachineCode, List<TimeWindow>> down =
                downtimes.stream().collect(groupingBy(Downtime::machine, mapping(Downtime::window, toList())));
        return new LaidOutTime(
                new TimeWindow(from, ordinary.to()),
                machines.stream()
                        .collect(toMap(
                                Machine::code,
                                machine -> WorkingTime.joined(
                                        WorkingTime.with(
                                                known,
                                                shifts.getOrDefault(machine.calendar(), List.of()),
                                                over.getOrDefault(machine.code(), List.of()),
                                                down.getOrDefault(machine.code(), List.of())),
                                        week.getOrDefault(machine.calendar(), List.of())))));
    }

    /** The end of the last day or hour that differs from weekly shifts. */
    private Instant lastExtra(Instant atLeast, Instant atMost) {
        // A holiday's night shift would have ended on the day after.
        Stream<Instant> holidays = calendars.stream()
                .flatMap(calendar -> calendar.holidays().stream())
                .map(day -> day.plusDays(2).atStartOfDay(zone).toInstant());
        Stream<TimeWindow> exceptions = Stream.concat(
                overtimes.stream().map(Overtime::window), downtimes.stream().map(Downtime::window));
        return Stream.of(holidays, exceptions.map(TimeWindow::to))
                .flatMap(Function.identity())
                .map(end -> end.isAfter(atMost) ? atMost : end)
                .filter(end -> end.isAfter(atLeast))
                .max(Instant::compareTo)
                .orElse(atLeast);
    }
}
