package org.duebook.imports;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.duebook.documents.SheetWriter;
import org.duebook.plant.Changeover;
import org.duebook.plant.Downtime;
import org.duebook.plant.Machine;
import org.duebook.plant.Overtime;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkCentre;
import org.duebook.plant.WorkingCalendar;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;
import org.springframework.stereotype.Component;

/** The sheets plant, calendars, holidays, work-centres, machines, downtime, overtime, changeovers as they are exported. */
@Component
class PlantExport {

    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

    private final Plant plant;

    PlantExport(Plant plant) {
        this.plant = plant;
    }

    void write(SheetWriter sheets) {
        PlantProfile profile = plant.profile();
        SheetRow.of(SheetFormat.PLANT)
                .text("name", profile.name())
                .text("zone", profile.zone())
                .text("currency", profile.currency())
                .to(sheets);
        List<WorkingCalendar> calendars = plant.calendars();
        calendars.forEach(calendar -> shifts(calendar, sheets));
        holidays(calendars, sheets);
        List<WorkCentre> centres = plant.workCentres();
        for (WorkCentre centre : centres) {
            SheetRow.of(SheetFormat.WORK_CENTRES)
                    .text("code", centre.code())
                    .text("name", centre.name())
                    .to(sheets);
        }
        for (Machine machine : plant.machines()) {
            SheetRow.of(SheetFormat.MACHINES)
                    .text("code", machine.code())
                    .text("name", machine.name())
                    .text("work_centre", machine.workCentre())
                    .text("calendar", machine.calendar())
                    .text("initial_setup", machine.setupState())
                    .to(sheets);
        }
        longestByStart(plant.downtimes(), Downtime::machine, Downtime::window)
                .forEach(down -> write(
                        SheetFormat.DOWNTIME, down.machine(), down.window(), down.reason(), profile.zone(), sheets));
        longestByStart(plant.overtimes(), Overtime::machine, Overtime::window)
                .forEach(extra -> write(
                        SheetFormat.OVERTIME, extra.machine(), extra.window(), extra.reason(), profile.zone(), sheets));
        centres.forEach(centre -> plant.changeovers(centre.code()).forEach(changeover -> write(changeover, sheets)));
    }

    /** Of several entered for one machine and start the longest, which holds the others. */
    private static <T> Collection<T> longestByStart(
            List<T> entered, Function<T, MachineCode> machine, Function<T, TimeWindow> window) {
        return entered.stream()
                .collect(toMap(
                        each -> Map.entry(
                                machine.apply(each), window.apply(each).from()),
                        each -> each,
                        (one, other) -> window.apply(one)
                                        .to()
                                        .isBefore(window.apply(other).to())
                                ? other
                                : one,
                        LinkedHashMap::new))
                .values();
    }

    /** Downtime or overtime. */
    private static void write(
            SheetFormat sheet, MachineCode machine, TimeWindow window, String reason, ZoneId zone, SheetWriter sheets) {
        SheetRow.of(sheet)
                .text("machine", machine)
                .text("from", moment(window.from(), zone))
                .text("to", moment(window.to(), zone))
                .text("reason", reason)
                .to(sheets);
    }

    private static void write(Changeover changeover, SheetWriter sheets) {
        SheetRow.of(SheetFormat.CHANGEOVERS)
                .text("work_centre", changeover.workCentre())
                .text("from_state", changeover.from())
                .text("to_state", changeover.to())
                .number("minutes", minutes(changeover.time()))
                .to(sheets);
    }

    /** Equal shifts of days that follow each other stand in one row. */
    private static void shifts(WorkingCalendar calendar, SheetWriter sheets) {
        Map<List<LocalTime>, List<DayOfWeek>> days = new LinkedHashMap<>();
        calendar.shifts()
                .forEach(shift -> days.computeIfAbsent(List.of(shift.from(), shift.to()), times -> new ArrayList<>())
                        .add(shift.day()));
        days.forEach((times, on) -> ranges(on)
                .forEach(weekdays -> SheetRow.of(SheetFormat.CALENDARS)
                        .text("calendar", calendar.code())
                        .text("weekdays", weekdays)
                        .text("from", times.getFirst())
                        .text("to", times.getLast())
                        .text("name", calendar.name())
                        .to(sheets)));
    }

    private static List<String> ranges(List<DayOfWeek> days) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int at = 1; at <= days.size(); at++) {
            boolean goesOn = at < days.size()
                    && days.get(at).getValue() == days.get(at - 1).getValue() + 1;
            if (!goesOn) {
                String from = days.get(first).name().substring(0, 3);
                String to = days.get(at - 1).name().substring(0, 3);
                ranges.add(from.equals(to) ? from : from + "-" + to);
                first = at;
            }
        }
        return ranges;
    }

    private static void holidays(List<WorkingCalendar> calendars, SheetWriter sheets) {
        TreeSet<LocalDate> days = new TreeSet<>();
        calendars.forEach(calendar -> days.addAll(calendar.holidays()));
        for (LocalDate day : days) {
            calendars.stream()
                    .filter(calendar -> calendar.holidays().contains(day))
                    .forEach(calendar -> SheetRow.of(SheetFormat.HOLIDAYS)
                            .day("date", day)
                            .text("calendar", calendar.code())
                            .to(sheets));
        }
    }

    /** On the plant's wall clock; with the offset where the clock shows the hour twice. */
    static String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(there.toLocalDateTime()).size() > 1;
        return there.toLocalDate() + " " + there.toLocalTime()
                + (twice ? there.getOffset().getId() : "");
    }

    /** Minutes with as many decimals as give the same duration again when they are read, which cuts off. */
    static BigDecimal minutes(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
        BigDecimal minutes = seconds.divide(SECONDS, 9, RoundingMode.CEILING).stripTrailingZeros();
        return minutes.scale() < 0 ? minutes.setScale(0) : minutes;
    }
}
