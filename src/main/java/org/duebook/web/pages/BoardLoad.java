package org.duebook.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duebook.planning.PlacedOperation;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;

/**
 * How full each work centre is on each day: the minutes its machines could work, run and change over. What runs across a
 * night counts only while its machine works.
 */
final class BoardLoad {

    private final long[] days;
    private final Map<WorkCentreCode, Days> centres = new TreeMap<>();

    /** Minutes by day. */
    record Days(int[] capacity, int[] running, int[] changeover) {}

    /** @param last the last day that counts */
    BoardLoad(LocalDate first, LocalDate last, ZoneId zone) {
        int count = (int) ChronoUnit.DAYS.between(first, last) + 1;
        days = new long[count + 1];
        for (int day = 0; day <= count; day++) {
            days[day] = minute(first.plusDays(day).atStartOfDay(zone).toInstant());
        }
    }

    /** Adds a machine with what it does. */
    void add(WorkCentreCode centre, List<TimeWindow> working, List<PlacedOperation> operations) {
        Days load = centres.computeIfAbsent(
                centre, code -> new Days(new int[days.length - 1], new int[days.length - 1], new int[days.length - 1]));
        working.forEach(window -> book(load.capacity(), minute(window.from()), minute(window.to())));
        for (PlacedOperation placed : operations) {
            bookWorked(load.changeover(), working, placed.setupStart(), placed.start());
            bookWorked(load.running(), working, placed.start(), placed.end());
        }
    }

    /** Where each day begins, in minutes since 1970, and where the last one ends. */
    long[] days() {
        return days.clone();
    }

    Map<WorkCentreCode, Days> centres() {
        return centres;
    }

    private void bookWorked(int[] load, List<TimeWindow> working, Instant from, Instant to) {
        int at = firstEndingAfter(working, from);
        for (; at < working.size() && working.get(at).from().isBefore(to); at++) {
            TimeWindow window = working.get(at);
            book(load, minute(later(window.from(), from)), minute(earlier(window.to(), to)));
        }
    }

    private static int firstEndingAfter(List<TimeWindow> working, Instant at) {
        int low = 0;
        int high = working.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (working.get(middle).to().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void book(int[] load, long from, long to) {
        int day = Arrays.binarySearch(days, from);
        for (day = Math.max(0, day < 0 ? -day - 2 : day); day < load.length && days[day] < to; day++) {
            long minutes = Math.min(to, days[day + 1]) - Math.max(from, days[day]);
            load[day] += (int) Math.max(0, minutes);
        }
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
