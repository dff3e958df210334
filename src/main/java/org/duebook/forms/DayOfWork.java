package org.duebook.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.ShiftTime;

/**
 * What is done of an operation in the shifts of one day.
 *
 * @param day the day the shifts start on
 * @param from when it begins in them, changeover included
 * @param to when it ends in them
 */
record DayOfWork(ScheduledOperation operation, LocalDate day, Instant from, Instant to) {

    static final Comparator<DayOfWork> IN_ORDER = Comparator.comparing(DayOfWork::day)
            .thenComparing(DayOfWork::from)
            .thenComparing(work -> work.operation.placed().operation());

    /** An operation over the days of its machine's shifts; on the day it starts where it lies outside of all of them. */
    static List<DayOfWork> of(ScheduledOperation operation, List<ShiftTime> shifts, LocalDate otherwise) {
        PlacedOperation placed = operation.placed();
        Map<LocalDate, DayOfWork> days = new TreeMap<>();
        for (ShiftTime shift : shifts) {
            Instant from = later(placed.setupStart(), shift.time().from());
            Instant to = earlier(placed.end(), shift.time().to());
            if (from.isBefore(to)) {
                days.merge(shift.day(), new DayOfWork(operation, shift.day(), from, to), DayOfWork::and);
            }
        }
        return days.isEmpty()
                ? List.of(new DayOfWork(operation, otherwise, placed.setupStart(), placed.end()))
                : new ArrayList<>(days.values());
    }

    /** Whether some of it was done on an earlier day. */
    boolean isContinued() {
        return from.isAfter(operation.placed().setupStart());
    }

    /** Whether some of it is left for a later day. */
    boolean continues() {
        return to.isBefore(operation.placed().end());
    }

    /** Whether the changeover, or the end of it, is done in these shifts. */
    boolean changesOver() {
        return operation.placed().setupStart().isBefore(operation.placed().start())
                && from.isBefore(operation.placed().start());
    }

    private DayOfWork and(DayOfWork other) {
        return new DayOfWork(operation, day, earlier(from, other.from), later(to, other.to));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
