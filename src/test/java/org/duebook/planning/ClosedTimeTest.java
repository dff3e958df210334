package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.duebook.shared.TimeWindow;
import org.junit.jupiter.api.Test;

class ClosedTimeTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void machineWorksLongerBehindItsShiftAndOnAFreeSaturdayAsOnAFriday() {
        List<TimeWindow> days = Stream.of("08", "09", "12", "16")
                .map(day -> window("2026-01-" + day + "T06:00", "2026-01-" + day + "T14:00"))
                .toList();

        List<TimeWindow> closed =
                ClosedTime.in(window("2026-01-08T09:00", "2026-01-12T14:00"), days, ZoneOffset.UTC, FOUR_HOURS);

        assertThat(closed)
                .containsExactly(
                        window("2026-01-08T14:00", "2026-01-08T18:00"),
                        window("2026-01-09T14:00", "2026-01-09T18:00"),
                        window("2026-01-10T06:00", "2026-01-10T14:00"));
    }

    @Test
    void breakThatIsShorterThanHalfAnOvertimeIsLeftAlone() {
        List<TimeWindow> day = List.of(
                window("2026-01-08T06:00", "2026-01-08T10:00"),
                window("2026-01-08T11:59", "2026-01-08T14:00"),
                window("2026-01-08T16:00", "2026-01-08T22:00"));

        List<TimeWindow> closed =
                ClosedTime.in(window("2026-01-08T06:00", "2026-01-08T20:00"), day, ZoneOffset.UTC, FOUR_HOURS);

        assertThat(closed).containsExactly(window("2026-01-08T14:00", "2026-01-08T16:00"));
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(Instant.parse(from + ":00Z"), Instant.parse(to + ":00Z"));
    }
}
