package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duebook.shared.TimeWindow;

/**
 * Working time beyond the days a calendar is laid out for, worded for the checker and sharing no code with the timeline:
 * the last week repeats. Where that week is closed the whole laid out time repeats, and a machine that never works
 * is taken to be open from the horizon on.
 */
final class RepeatedWeek {

    private static final Duration WEEK = Duration.ofDays(7);

    private RepeatedWeek() {}

    /**
     * @param end working time is given at least up to here
     * @param described working time within {@code laidOut}, sorted and apart
     */
    static List<TimeWindow> until(Instant end, List<TimeWindow> described, TimeWindow laidOut) {
        Instant horizon = laidOut.to();
        if (!end.isAfter(horizon)) {
            return described;
        }
        if (described.isEmpty()) {
            return List.of(new TimeWindow(horizon, end));
        }
        Instant weekBefore = horizon.minus(WEEK);
        boolean weekWorks =
                !weekBefore.isBefore(laidOut.from()) && described.getLast().to().isAfter(weekBefore);
        Duration period = weekWorks ? WEEK : Duration.between(laidOut.from(), horizon);
        Instant from = horizon.minus(period);
        List<TimeWindow> repeated = described.stream()
                .filter(window -> window.to().isAfter(from))
                .map(window -> window.from().isBefore(from) ? new TimeWindow(from, window.to()) : window)
                .toList();
        List<TimeWindow> all = new ArrayList<>(described);
        for (Duration shift = period; all.getLast().to().isBefore(end); shift = shift.plus(period)) {
            for (TimeWindow window : repeated) {
                all.add(new TimeWindow(window.from().plus(shift), window.to().plus(shift)));
            }
        }
        return all;
    }
}
