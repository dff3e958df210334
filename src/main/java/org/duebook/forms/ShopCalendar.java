package org.duebook.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.duebook.planning.Schedule;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.ShiftTime;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;

/** The published plan by machine and day, a day being that of the shifts which start on it. */
final class ShopCalendar {

    private final Plant plant;
    private final Schedule schedule;
    private final ZoneId zone;

    ShopCalendar(Plant plant, Schedule schedule) {
        this.plant = plant;
        this.schedule = schedule;
        this.zone = plant.profile().zone();
    }

    /** What each machine does from the first day to the last, both included, in order; machines without work are absent. */
    Map<MachineCode, List<DayOfWork>> work(LocalDate first, LocalDate last) {
        Map<MachineCode, List<DayOfWork>> work = new TreeMap<>();
        for (Machine machine : plant.machines()) {
            List<DayOfWork> days = work(machine.code(), first, last);
            if (!days.isEmpty()) {
                work.put(machine.code(), days);
            }
        }
        return work;
    }

    List<DayOfWork> work(MachineCode machine, LocalDate first, LocalDate last) {
        TimeWindow around = around(first, last);
        List<ScheduledOperation> operations = schedule.operations().stream()
                .filter(operation -> machine.equals(operation.placed().machine()))
                .filter(operation -> overlaps(operation, around))
                .toList();
        List<ShiftTime> shifts =
                operations.isEmpty() ? List.of() : plant.shiftTimes(machine, reach(operations, around));
        return operations.stream()
                .flatMap(operation -> DayOfWork.of(operation, shifts, startDay(operation)).stream())
                .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(last))
                .sorted(DayOfWork.IN_ORDER)
                .toList();
    }

    /** What vendors do at some time from the first day to the last. */
    List<DayOfWork> workOfVendors(LocalDate first, LocalDate last) {
        TimeWindow around = new TimeWindow(begin(first), begin(last.plusDays(1)));
        return schedule.operations().stream()
                .filter(operation -> operation.placed().machine() == null && overlaps(operation, around))
                .map(operation -> new DayOfWork(
                        operation,
                        startDay(operation),
                        operation.placed().setupStart(),
                        operation.placed().end()))
                .sorted(DayOfWork.IN_ORDER)
                .toList();
    }

    /** The stretches a machine works in the shifts that start on a day, those that follow on each other joined. */
    List<TimeWindow> shifts(MachineCode machine, LocalDate day) {
        List<TimeWindow> joined = new ArrayList<>();
        for (ShiftTime shift : plant.shiftTimes(machine, around(day, day))) {
            if (shift.day().equals(day)) {
                boolean follows = !joined.isEmpty()
                        && joined.getLast().to().equals(shift.time().from());
                joined.add(
                        follows
                                ? new TimeWindow(
                                        joined.removeLast().from(), shift.time().to())
                                : shift.time());
            }
        }
        return joined;
    }

    /** A night shift of the last day ends on the day after. */
    private TimeWindow around(LocalDate first, LocalDate last) {
        return new TimeWindow(begin(first), begin(last.plusDays(2)));
    }

    private static TimeWindow reach(List<ScheduledOperation> operations, TimeWindow around) {
        Instant from = operations.stream()
                .map(operation -> operation.placed().setupStart())
                .min(Comparator.naturalOrder())
                .orElse(around.from());
        return new TimeWindow(from.isBefore(around.from()) ? from : around.from(), around.to());
    }

    private static boolean overlaps(ScheduledOperation operation, TimeWindow around) {
        return operation.placed().setupStart().isBefore(around.to())
                && operation.placed().end().isAfter(around.from());
    }

    private LocalDate startDay(ScheduledOperation operation) {
        return Objects.requireNonNull(operation.placed().setupStart())
                .atZone(zone)
                .toLocalDate();
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
