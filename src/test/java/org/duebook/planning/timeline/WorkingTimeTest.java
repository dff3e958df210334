package org.duebook.planning.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
    private static final int WEEK = 7 * 1440;

    @Test
    void lastWeekRepeatsBeyondTheHorizon() {
        WorkingTime oneShiftInTheSecondWeek = WorkingTime.of(new int[] {0, WEEK}, new int[] {60, WEEK + 100}, 2 * WEEK);

        assertThat(oneShiftInTheSecondWeek.next(WEEK + 100)).isEqualTo(2 * WEEK);
        assertThat(oneShiftInTheSecondWeek.plus(2 * WEEK, 150)).isEqualTo(3 * WEEK + 50);
        assertThat(oneShiftInTheSecondWeek.minus(4 * WEEK, 150)).isEqualTo(2 * WEEK + 50);
    }

    @Test
    void closedCalendarOpensAfterItsHorizon() {
        WorkingTime closed = WorkingTime.of(new int[0], new int[0], 500);

        assertThat(closed.next(-10)).isEqualTo(500);
        assertThat(closed.plus(0, 20_000)).isEqualTo(20_500);
    }

    @Test
    void overlappingIntervalsAreRefused() {
        assertThatThrownBy(() -> WorkingTime.of(new int[] {0, 50}, new int[] {60, 100}, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("working interval 1 [50, 100)");
    }

    @Test
    void everyAnswerEqualsCountingMinuteByMinute() {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            int horizon = 1 + random.nextInt(3 * WEEK);
            BitSet minutes = new BitSet();
            WorkingTime working = randomCalendar(random, horizon, minutes);
            for (int k = 0; k < 60; k++) {
                int t = random.nextInt(6 * WEEK);
                int next = minutes.nextSetBit(t);
                int work = 1 + random.nextInt(500);
                int end = next + 1;
                for (int left = work - 1; left > 0; left--) {
                    end = minutes.nextSetBit(end) + 1;
                }
                assertThat(working.next(t)).isEqualTo(next);
                assertThat(working.plus(t, work)).isEqualTo(end);
                assertThat(working.between(t, end)).isEqualTo(work);
                assertThat(working.minus(end, work)).isEqualTo(next);
            }
        }
    }

    private static WorkingTime randomCalendar(Random random, int horizon, BitSet minutes) {
        IntList from = new IntList();
        IntList to = new IntList();
        for (int t = random.nextInt(100); t < horizon; ) {
            int end = Math.min(horizon, t + 1 + random.nextInt(600));
            from.add(t);
            to.add(end);
            minutes.set(t, end);
            t = end + random.nextInt(1500);
        }
        if (from.size() == 0) {
            from.add(0);
            to.add(1);
            minutes.set(0);
        }
        int period = horizon >= WEEK && to.get(to.size() - 1) > horizon - WEEK ? WEEK : horizon;
        for (int t = horizon; t < 60 * WEEK; t++) {
            minutes.set(t, minutes.get(t - period));
        }
        return WorkingTime.of(from.toArray(), to.toArray(), horizon);
    }
}
