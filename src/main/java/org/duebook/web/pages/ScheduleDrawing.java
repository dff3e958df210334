package org.duebook.web.pages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Draws a week of a schedule. */
final class ScheduleDrawing {

    private static final DateTimeFormatter DAY_NAME = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final Plant plant;
    private final Schedule schedule;
    private final LocalDate monday;
    private final Instant now;
    private final ZoneId zone;
    private final Wording say;
    private final ScheduleBoard.Scale scale;

    ScheduleDrawing(Plant plant, Schedule schedule, LocalDate dayOfWeek, Instant now) {
        this.plant = plant;
        this.schedule = schedule;
        this.monday = dayOfWeek.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.now = now;
        this.zone = plant.profile().zone();
        this.say = new Wording(zone);
        this.scale = new ScheduleBoard.Scale(
                monday.atStartOfDay(zone).toInstant(),
                monday.plusWeeks(1).atStartOfDay(zone).toInstant(),
                7 * ScheduleBoard.DAY);
    }

    ScheduleBoard board() {
        Map<MachineCode, List<ScheduledOperation>> byMachine = new TreeMap<>();
        List<ScheduledOperation> outside = new ArrayList<>();
        for (ScheduledOperation operation : schedule.operations()) {
            PlacedOperation placed = operation.placed();
            if (!scale.shows(placed.setupStart(), placed.end())) {
                continue;
            }
            if (placed.machine() == null) {
                outside.add(operation);
            } else {
                byMachine
                        .computeIfAbsent(placed.machine(), code -> new ArrayList<>())
                        .add(operation);
            }
        }
        List<ScheduleBoard.Row> rows = new ArrayList<>();
        for (Machine machine : machinesByWorkCentre()) {
            rows.add(new ScheduleBoard.Row(
                    machine.code().value(),
                    machine.name(),
                    y(rows),
                    closed(machine.code()),
                    bars(byMachine.getOrDefault(machine.code(), List.of()))));
        }
        addOutside(rows, outside);
        return new ScheduleBoard(monday, scale.width(), y(rows), days(), rows, mark(now), mark(schedule.frozenUntil()));
    }

    private List<Machine> machinesByWorkCentre() {
        return plant.machines().stream()
                .sorted(Comparator.comparing(Machine::workCentre).thenComparing(Machine::code))
                .toList();
    }

    /** Vendors do any number of things at once: as many lanes as that takes. */
    private void addOutside(List<ScheduleBoard.Row> rows, List<ScheduledOperation> outside) {
        Map<String, List<ScheduledOperation>> byDesk = outside.stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.workCentre().value(), TreeMap::new, Collectors.toList()));
        byDesk.forEach((desk, operations) -> {
            List<List<ScheduledOperation>> lanes = lanes(operations);
            for (int lane = 0; lane < lanes.size(); lane++) {
                rows.add(new ScheduleBoard.Row(
                        lane == 0 ? desk : "",
                        lane == 0 ? "vendors, any number at once" : "",
                        y(rows),
                        List.of(),
                        bars(lanes.get(lane))));
            }
        });
    }

    private static List<List<ScheduledOperation>> lanes(List<ScheduledOperation> operations) {
        List<List<ScheduledOperation>> lanes = new ArrayList<>();
        operations.stream()
                .sorted(Comparator.comparing(
                        (ScheduledOperation operation) -> operation.placed().start()))
                .forEach(operation -> {
                    for (List<ScheduledOperation> lane : lanes) {
                        if (!lane.getLast()
                                .placed()
                                .end()
                                .isAfter(operation.placed().start())) {
                            lane.add(operation);
                            return;
                        }
                    }
                    lanes.add(new ArrayList<>(List.of(operation)));
                });
        return lanes;
    }

    private static int y(List<ScheduleBoard.Row> rows) {
        return ScheduleBoard.HEAD + rows.size() * ScheduleBoard.ROW;
    }

    private List<ScheduleBoard.DayMark> days() {
        List<ScheduleBoard.DayMark> days = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, zone);
        for (int day = 0; day < 7; day++) {
            LocalDate date = monday.plusDays(day);
            int x = scale.x(date.atStartOfDay(zone).toInstant());
            int end = scale.x(date.plusDays(1).atStartOfDay(zone).toInstant());
            days.add(new ScheduleBoard.DayMark(x, end - x, DAY_NAME.format(date), date.equals(today)));
        }
        return days;
    }

    /** What lies between the machine's working times. */
    private List<ScheduleBoard.Span> closed(MachineCode machine) {
        List<ScheduleBoard.Span> closed = new ArrayList<>();
        Instant from = scale.from();
        for (TimeWindow open : plant.workingTime(machine, new TimeWindow(scale.from(), scale.to()))) {
            addSpan(closed, from, open.from());
            from = open.to();
        }
        addSpan(closed, from, scale.to());
        return closed;
    }

    private void addSpan(List<ScheduleBoard.Span> spans, Instant from, Instant to) {
        int width = scale.x(to) - scale.x(from);
        if (width > 0) {
            spans.add(new ScheduleBoard.Span(scale.x(from), width));
        }
    }

    private List<ScheduleBoard.Bar> bars(List<ScheduledOperation> operations) {
        return operations.stream()
                .sorted(Comparator.comparing(
                        (ScheduledOperation operation) -> operation.placed().start()))
                .map(this::bar)
                .toList();
    }

    private ScheduleBoard.Bar bar(ScheduledOperation operation) {
        PlacedOperation placed = operation.placed();
        int x = scale.x(placed.setupStart());
        int width = Math.max(2, scale.x(placed.end()) - x);
        int setup = Math.min(width, scale.x(placed.start()) - x);
        return new ScheduleBoard.Bar(
                x,
                width,
                setup,
                label(operation.orderLine().toString(), width - setup),
                tooltip(operation),
                operation.orderLine(),
                operation.late(),
                operation.frozen());
    }

    /** The order line, its end when that is all that fits, or nothing. */
    private static String label(String line, int width) {
        int letters = (width - 6) * 10 / ScheduleBoard.LETTER;
        if (letters >= line.length()) {
            return line;
        }
        String end = line.substring(line.lastIndexOf('-') + 1);
        return letters >= end.length() ? end : "";
    }

    private String tooltip(ScheduledOperation operation) {
        PlacedOperation placed = operation.placed();
        boolean changesOver = placed.setupStart().isBefore(placed.start());
        return operation.orderLine() + (operation.late() ? " (late)" : "") + "\n"
                + placed.operation() + " " + operation.name() + "\n"
                + say.quantity(operation.quantity()) + " of " + operation.item() + "\n"
                + (changesOver
                        ? "Changeover to " + placed.setupState() + " from " + say.clock(placed.setupStart()) + "\n"
                        : "")
                + say.clock(placed.start()) + " – " + say.clock(placed.end())
                + (operation.frozen() ? "\nFrozen" : "");
    }

    private @Nullable Integer mark(Instant at) {
        return scale.shows(at, at.plusSeconds(1)) ? scale.x(at) : null;
    }
}
