package org.duebook.web.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.OrderLineId;
import org.jspecify.annotations.Nullable;

/**
 * One week of a schedule, drawn: rows are machines, x is time. Coordinates are pixels of an SVG.
 *
 * @param width of the week
 * @param height of the head and all rows
 * @param now where the present instant is; null when it is in another week
 * @param frozen where the frozen horizon ends; null when that is in another week
 */
record ScheduleBoard(
        LocalDate monday,
        int width,
        int height,
        List<DayMark> days,
        List<Row> rows,
        @Nullable Integer now,
        @Nullable Integer frozen) {

    static final int HEAD = 30;
    static final int ROW = 34;
    static final int BAR = 24;
    static final int DAY = 220;

    /** Width of a letter of a bar's label, in tenths of a pixel. */
    static final int LETTER = 66;

    ScheduleBoard {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /** Where a day begins, with its name, and whether it is today. */
    record DayMark(int x, int width, String name, boolean today) {}

    /** A machine (or a vendor's lane) with the stretches nobody works and the bars on it. */
    record Row(String code, String name, int y, List<Span> closed, List<Bar> bars) {

        Row {
            closed = List.copyOf(closed);
            bars = List.copyOf(bars);
        }
    }

    record Span(int x, int width) {}

    /**
     * An operation: first its changeover, then its run.
     *
     * @param setup pixels of the changeover, 0 when there is none or it lies in another week
     */
    record Bar(
            int x,
            int width,
            int setup,
            String label,
            String tooltip,
            OrderLineId line,
            boolean late,
            boolean frozen) {}

    /** The scale of a week. */
    record Scale(Instant from, Instant to, int width) {

        int x(Instant at) {
            if (at.isBefore(from)) {
                return 0;
            }
            if (at.isAfter(to)) {
                return width;
            }
            return (int) Math.round((double) Duration.between(from, at).toSeconds()
                    * width
                    / Duration.between(from, to).toSeconds());
        }

        boolean shows(Instant start, Instant end) {
            return start.isBefore(to) && end.isAfter(from);
        }
    }
}
