package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.shared.OrderLineId;
import org.jspecify.annotations.Nullable;

/**
 * What an entry did to the published plan at once.
 *
 * @param moved order lines whose production ends at another time than before
 * @param lines those of them that are late now or were before
 */
public record EntryEffect(int moved, List<Line> lines) {

    static final EntryEffect NONE = new EntryEffect(0, List.of());

    public EntryEffect {
        lines = List.copyOf(lines);
    }

    /**
     * An order line whose lateness changed.
     *
     * @param promised whether it is due by its promise; else by the requested date
     * @param due when its production must end
     * @param before when it would have ended; null when it was not in the plan
     * @param after when it ends now
     */
    public record Line(
            OrderLineId line,
            boolean promised,
            Instant due,
            @Nullable Instant before,
            Instant after) {

        public Change change() {
            boolean was = before != null && before.isAfter(due);
            if (!after.isAfter(due)) {
                return Change.NO_LONGER_LATE;
            }
            if (!was) {
                return Change.NOW_LATE;
            }
            return after.isAfter(before) ? Change.LATER : Change.LESS_LATE;
        }

        /** How late production ends now; zero when in time. */
        public Duration late() {
            return after.isAfter(due) ? Duration.between(due, after) : Duration.ZERO;
        }
    }

    /** What became of a line. */
    public enum Change {
        NOW_LATE,
        LATER,
        LESS_LATE,
        NO_LONGER_LATE
    }

    static EntryEffect between(Optional<PlanState> earlier, Optional<PlanState> later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return NONE;
        }
        Map<OrderLineId, PlanState.LineEnd> before = earlier.get().lineEnds();
        Map<OrderLineId, PlanState.LineEnd> after = later.get().lineEnds();
        List<Line> lines = new ArrayList<>();
        int moved = 0;
        for (Map.Entry<OrderLineId, PlanState.LineEnd> each : new TreeMap<>(after).entrySet()) {
            PlanState.LineEnd was = before.get(each.getKey());
            PlanState.LineEnd is = each.getValue();
            if (was != null && was.end().equals(is.end())) {
                continue;
            }
            moved++;
            if (is.late() || was != null && was.late()) {
                lines.add(new Line(each.getKey(), is.promised(), is.due(), was == null ? null : was.end(), is.end()));
            }
        }
        return new EntryEffect(moved, lines);
    }
}
