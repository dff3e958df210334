package org.duebook.planning.checker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duebook.planning.checker.PlantDescription.Shift;

/** Working time of one machine, read straight off its list of shifts. */
final class Shifts {
    private final List<Shift> shifts;

    Shifts(List<Shift> shifts) {
        this.shifts = shifts;
    }

    Duration workedBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Shift shift : shifts) {
            Instant first = shift.from().isAfter(from) ? shift.from() : from;
            Instant last = shift.to().isBefore(to) ? shift.to() : to;
            if (first.isBefore(last)) {
                sum = sum.plus(Duration.between(first, last));
            }
        }
        return sum;
    }

    boolean mayStartAt(Instant at) {
        return shifts.stream().anyMatch(s -> !at.isBefore(s.from()) && at.isBefore(s.to()));
    }

    boolean mayEndAt(Instant at) {
        return shifts.stream().anyMatch(s -> at.isAfter(s.from()) && !at.isAfter(s.to()));
    }

    boolean describedUntil(Instant at) {
        return !shifts.isEmpty() && !at.isAfter(shifts.getLast().to());
    }
}
