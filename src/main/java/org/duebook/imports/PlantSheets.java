package org.duebook.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duebook.plant.Changeover;
import org.duebook.plant.Downtime;
import org.duebook.plant.Machine;
import org.duebook.plant.Overtime;
import org.duebook.plant.Plant;
import org.duebook.plant.PlantProfile;
import org.duebook.plant.WorkCentre;
import org.duebook.plant.WorkingCalendar;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.springframework.stereotype.Component;

/** The sheets plant, calendars, holidays, work-centres, machines, downtime, overtime, changeovers. */
@Component
class PlantSheets {

    private final Plant plant;

    PlantSheets(Plant plant) {
        this.plant = plant;
    }

    void take(Rows rows, Parts parts) {
        for (Cells row : rows.of(SheetFormat.PLANT)) {
            parts.take(SheetFormat.PLANT, row, () -> {
                parts.once(SheetFormat.PLANT, row, "name", "the plant");
                return plant.putProfile(new PlantProfile(
                        row.required("name"), row.as("zone", PlantSheets::zone), row.currency("currency")));
            });
        }
        calendars(rows, parts);
        for (Cells row : rows.of(SheetFormat.WORK_CENTRES)) {
            parts.take(SheetFormat.WORK_CENTRES, row, () -> {
                WorkCentreCode code = row.as("code", WorkCentreCode::new);
                parts.once(SheetFormat.WORK_CENTRES, row, "code", code.value());
                return plant.putWorkCentre(new WorkCentre(code, row.required("name")));
            });
        }
        for (Cells row : rows.of(SheetFormat.MACHINES)) {
            parts.take(SheetFormat.MACHINES, row, () -> machine(row, parts));
        }
        for (Cells row : rows.of(SheetFormat.DOWNTIME)) {
            parts.take(SheetFormat.DOWNTIME, row, () -> downtime(row, parts));
        }
        for (Cells row : rows.of(SheetFormat.OVERTIME)) {
            parts.take(SheetFormat.OVERTIME, row, () -> overtime(row, parts));
        }
        rows.by(SheetFormat.CHANGEOVERS, "work_centre")
                .forEach((centre, matrix) ->
                        parts.take(SheetFormat.CHANGEOVERS, matrix.getFirst(), () -> changeovers(matrix, parts)));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("a time zone such as Europe/Berlin", wrong);
        }
    }

    private void calendars(Rows rows, Parts parts) {
        Map<String, List<Cells>> shifts = rows.by(SheetFormat.CALENDARS, "calendar");
        shifts.forEach((key, group) -> parts.take(SheetFormat.CALENDARS, group.getFirst(), () -> {
            Cells first = group.getFirst();
            String calendar = first.code("calendar");
            String name = first.text("name").isEmpty() ? calendar : first.text("name");
            SortedSet<LocalDate> free = plant.calendar(calendar)
                    .map(WorkingCalendar::holidays)
                    .map(TreeSet::new)
                    .orElseGet(TreeSet::new);
            return plant.putCalendar(new WorkingCalendar(
                    calendar,
                    name,
                    Cells.each(group, row -> shifts(row, parts)).stream()
                            .flatMap(List::stream)
                            .toList(),
                    free));
        }));
        for (Cells row : rows.of(SheetFormat.HOLIDAYS)) {
            parts.take(SheetFormat.HOLIDAYS, row, () -> holiday(row));
        }
    }

    /** Adds a holiday to the calendars that do not have it. */
    private Saved holiday(Cells row) {
        LocalDate day = row.date("date");
        String code = row.text("calendar");
        List<WorkingCalendar> meant =
                code.isEmpty() ? plant.calendars() : List.of(row.known("calendar", plant.calendar(code), "a calendar"));
        Saved saved = Saved.UNCHANGED;
        for (WorkingCalendar calendar : meant) {
            SortedSet<LocalDate> more = new TreeSet<>(calendar.holidays());
            if (more.add(day)) {
                plant.putCalendar(new WorkingCalendar(calendar.code(), calendar.name(), calendar.shifts(), more));
                saved = Saved.CREATED;
            }
        }
        return saved;
    }

    private static List<WorkingCalendar.Shift> shifts(Cells row, Parts parts) {
        LocalTime from = row.time("from");
        LocalTime to = row.time("to");
        List<DayOfWeek> days = days(row);
        days.forEach(
                day -> parts.once(SheetFormat.CALENDARS, row, "from", row.text("calendar") + " " + day + " " + from));
        return days.stream()
                .map(day -> new WorkingCalendar.Shift(day, from, to))
                .toList();
    }

    private static List<DayOfWeek> days(Cells row) {
        String[] ends = row.required("weekdays").toUpperCase(Locale.ROOT).split("-", -1);
        if (ends.length > 2) {
            throw notDays(row);
        }
        DayOfWeek first = day(row, ends[0]);
        DayOfWeek last = day(row, ends[ends.length - 1]);
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = first; days.size() < 7; day = day.plus(1)) {
            days.add(day);
            if (day == last) {
                break;
            }
        }
        return days;
    }

    private static DayOfWeek day(Cells row, String text) {
        Optional<DayOfWeek> found = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(text.strip()))
                .findFirst();
        return found.orElseThrow(() -> notDays(row));
    }

    private static Cells.Refused notDays(Cells row) {
        return row.refused(
                "weekdays",
                row.text("weekdays"),
                "a weekday such as MON, or a range such as MON-FRI",
                "correct the cell");
    }

    private Saved machine(Cells row, Parts parts) {
        MachineCode code = row.as("code", MachineCode::new);
        parts.once(SheetFormat.MACHINES, row, "code", code.value());
        WorkCentreCode centre = row.as("work_centre", WorkCentreCode::new);
        row.known(
                "work_centre",
                plant.workCentres().stream()
                        .filter(each -> each.code().equals(centre))
                        .findFirst(),
                "a work centre");
        row.known("calendar", plant.calendar(row.required("calendar")), "a calendar");
        return plant.putMachine(
                new Machine(code, row.required("name"), centre, row.required("calendar"), row.text("initial_setup")));
    }

    private Saved downtime(Cells row, Parts parts) {
        MachineCode machine = machineOf(row);
        parts.once(SheetFormat.DOWNTIME, row, "from", machine + " " + row.text("from"));
        return plant.putDowntime(new Downtime(machine, window(row), row.required("reason")));
    }

    private Saved overtime(Cells row, Parts parts) {
        MachineCode machine = machineOf(row);
        parts.once(SheetFormat.OVERTIME, row, "from", machine + " " + row.text("from"));
        return plant.putOvertime(new Overtime(machine, window(row), row.required("reason")));
    }

    private MachineCode machineOf(Cells row) {
        MachineCode code = row.as("machine", MachineCode::new);
        row.known(
                "machine",
                plant.machines().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst(),
                "a machine");
        return code;
    }

    private TimeWindow window(Cells row) {
        ZoneId zone = plant.profile().zone();
        Instant from = row.instant("from", zone);
        Instant to = row.instant("to", zone);
        if (!from.isBefore(to)) {
            throw row.refused("to", row.text("to"), "a time after " + row.text("from"), "correct the times");
        }
        return new TimeWindow(from, to);
    }

    private static Duration changeover(Cells row) {
        BigDecimal minutes = row.number("minutes");
        if (minutes.signum() < 0 || minutes.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            throw row.refused("minutes", minutes.toPlainString(), "a number from 0 to 10000", "correct the number");
        }
        return Duration.ofSeconds(minutes.multiply(BigDecimal.valueOf(60)).longValue());
    }

    private Saved changeovers(List<Cells> rows, Parts parts) {
        WorkCentreCode centre = rows.getFirst().as("work_centre", WorkCentreCode::new);
        rows.getFirst()
                .known(
                        "work_centre",
                        plant.workCentres().stream()
                                .filter(each -> each.code().equals(centre))
                                .findFirst(),
                        "a work centre");
        return plant.putChangeovers(centre, Cells.each(rows, row -> {
            String from = row.required("from_state");
            String to = row.required("to_state");
            parts.once(SheetFormat.CHANGEOVERS, row, "to_state", centre + ": " + from + " to " + to);
            return new Changeover(centre, from, to, changeover(row));
        }));
    }
}
