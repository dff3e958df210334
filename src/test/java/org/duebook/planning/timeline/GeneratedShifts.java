package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duebook.planning.checker.PlantDescription.Shift;

/**
 * When a machine of a {@link GeneratedPlant} works: in one, two or three shifts with weekends, or without a pause; closed
 * on the plant's holiday and now and then for a day of its own. Three weeks are told, the last one repeats.
 */
final class GeneratedShifts {
    private static final int DAY = 1440;
    private static final int WEEK = 7 * DAY;
    private static final int WEEKS_TOLD = 3;
    private static final int HOLIDAY = 9;
    private static final int DAYS_BETWEEN_REPAIRS = 60;

    private final List<int[]> intervals = new ArrayList<>();

    /** @param kind any number; every fourth has the same shifts */
    GeneratedShifts(Random random, int kind) {
        for (int day = 0; day < WEEKS_TOLD * 7; day++) {
            boolean closed = day == HOLIDAY || random.nextInt(DAYS_BETWEEN_REPAIRS) == 0;
            boolean weekend = day % 7 >= 5;
            if (!(closed && day < 14) && !(weekend && kind % 4 != 3)) {
                addDay(day * DAY, kind % 4);
            }
        }
    }

    private void addDay(int midnight, int kind) {
        if (kind >= 2) {
            intervals.add(new int[] {midnight, midnight + DAY});
        } else {
            intervals.add(new int[] {midnight + 360, midnight + 600});
            intervals.add(new int[] {midnight + 630, midnight + 840});
            if (kind == 1) {
                intervals.add(new int[] {midnight + 840, midnight + 1320});
            }
        }
    }

    WorkingTime workingTime() {
        int[] from = intervals.stream().mapToInt(s -> s[0]).toArray();
        int[] to = intervals.stream().mapToInt(s -> s[1]).toArray();
        return WorkingTime.of(from, to, WEEKS_TOLD * WEEK);
    }

    /** The same in instants, for so many weeks. */
    List<Shift> unrolled(int weeks) {
        List<Shift> result = new ArrayList<>();
        for (int[] s : intervals) {
            result.add(new Shift(WrittenPlan.at(s[0]), WrittenPlan.at(s[1])));
        }
        for (int week = WEEKS_TOLD; week < weeks; week++) {
            for (int[] s : intervals) {
                if (s[0] >= (WEEKS_TOLD - 1) * WEEK) {
                    int later = (week - WEEKS_TOLD + 1) * WEEK;
                    result.add(new Shift(WrittenPlan.at(s[0] + later), WrittenPlan.at(s[1] + later)));
                }
            }
        }
        return result;
    }
}
