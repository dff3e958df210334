package org.duebook.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duebook.shared.TimeWindow;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void dayShiftIsTheWallClockOfThePlant() {
        WorkingCalendar day = calendar(shift(DayOfWeek.MONDAY, "06:00", "14:00"));

        assertThat(windows(day, "2026-01-05T00:00", "2026-01-12T00:00"))
                .containsExactly(utc("2026-01-05T05:00:00Z", "2026-01-05T13:00:00Z"));
    }

    @Test
    void shiftsThatTouchOrOverlapAreOneWindow() {
        WorkingCalendar twoShifts = calendar(
                shift(DayOfWeek.MONDAY, "13:30", "22:00"),
                shift(DayOfWeek.MONDAY, "06:00", "14:00"),
                shift(DayOfWeek.MONDAY, "22:00", "23:00"));

        assertThat(windows(twoShifts, "2026-01-05T00:00", "2026-01-06T00:00"))
                .containsExactly(utc("2026-01-05T05:00:00Z", "2026-01-05T22:00:00Z"));
    }

    @Test
    void nightShiftBelongsToTheDayItStartsOn() {
        WorkingCalendar night = calendar(new TreeSet<>(List.of(LocalDate.of(2026, 1, 6))), allWeek("22:00", "06:00"));

        assertThat(windows(night, "2026-01-05T12:00", "2026-01-08T00:00"))
                .containsExactly(
                        utc("2026-01-05T21:00:00Z", "2026-01-06T05:00:00Z"),
                        utc("2026-01-07T21:00:00Z", "2026-01-07T23:00:00Z"));
    }

    @Test
    void nightShiftOfTheDayBeforeReachesIntoTheHorizon() {
        WorkingCalendar night = calendar(shift(DayOfWeek.MONDAY, "22:00", "06:00"));

        assertThat(windows(night, "2026-01-06T02:00", "2026-01-07T00:00"))
                .containsExactly(utc("2026-01-06T01:00:00Z", "2026-01-06T05:00:00Z"));
    }

    @Test
    void nightWhenClocksGoForwardIsAnHourShorter() {
        WorkingCalendar night = calendar(shift(DayOfWeek.SATURDAY, "22:00", "06:00"));

        List<TimeWindow> windows = windows(night, "2026-03-28T12:00", "2026-03-29T12:00");

        assertThat(windows).containsExactly(utc("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"));
        assertThat(windows.getFirst().length()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void nightWhenClocksGoBackIsAnHourLonger() {
        WorkingCalendar night = calendar(shift(DayOfWeek.SATURDAY, "22:00", "06:00"));

        List<TimeWindow> windows = windows(night, "2026-10-24T12:00", "2026-10-25T12:00");

        assertThat(windows).containsExactly(utc("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"));
        assertThat(windows.getFirst().length()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void startInTheMissingHourMovesToTheHourThatExists() {
        WorkingCalendar early = calendar(shift(DayOfWeek.SUNDAY, "02:30", "06:00"));

        assertThat(windows(early, "2026-03-29T00:00", "2026-03-29T12:00"))
                .containsExactly(utc("2026-03-29T01:30:00Z", "2026-03-29T04:00:00Z"));
    }

    @Test
    void shiftWithinTheMissingHourDoesNotHappenTwice() {
        WorkingCalendar doubled = calendar(shift(DayOfWeek.SUNDAY, "02:00", "03:00"));

        assertThat(windows(doubled, "2026-10-25T00:00", "2026-10-25T12:00"))
                .containsExactly(utc("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
        assertThat(windows(doubled, "2026-03-29T00:00", "2026-03-29T12:00")).isEmpty();
    }

    @Test
    void downtimeIsCutOut() {
        WorkingCalendar day = calendar(shift(DayOfWeek.MONDAY, "06:00", "14:00"));
        List<TimeWindow> down = List.of(
                utc("2026-01-05T06:00:00Z", "2026-01-05T07:00:00Z"),
                utc("2026-01-05T06:30:00Z", "2026-01-05T08:00:00Z"),
                utc("2026-01-05T12:00:00Z", "2026-01-07T00:00:00Z"));

        assertThat(WorkingTime.within(horizon("2026-01-05T00:00", "2026-01-12T00:00"), day, BERLIN, List.of(), down))
                .containsExactly(
                        utc("2026-01-05T05:00:00Z", "2026-01-05T06:00:00Z"),
                        utc("2026-01-05T08:00:00Z", "2026-01-05T12:00:00Z"));
    }

    @Test
    void roundTheClockIsOneWindowOverAWholeYear() {
        WorkingCalendar always = calendar(allWeek("00:00", "00:00"));

        assertThat(windows(always, "2026-01-01T00:00", "2027-01-01T00:00"))
                .containsExactly(horizon("2026-01-01T00:00", "2027-01-01T00:00"));
    }

    @Test
    void holidayHasNoShift() {
        WorkingCalendar day = calendar(new TreeSet<>(List.of(LocalDate.of(2026, 1, 6))), allWeek("06:00", "14:00"));

        assertThat(day.worksOn(LocalDate.of(2026, 1, 5))).isTrue();
        assertThat(day.worksOn(LocalDate.of(2026, 1, 6))).isFalse();
    }

    @Test
    void overtimeThatOverlapsAShiftCountsOnceAndDowntimeWinsOverBoth() {
        WorkingCalendar day = calendar(shift(DayOfWeek.MONDAY, "06:00", "14:00"));
        List<TimeWindow> overtime = List.of(
                utc("2026-01-05T12:00:00Z", "2026-01-05T17:00:00Z"),
                utc("2026-01-05T16:00:00Z", "2026-01-05T18:00:00Z"));
        List<TimeWindow> down = List.of(utc("2026-01-05T12:30:00Z", "2026-01-05T15:00:00Z"));

        assertThat(WorkingTime.within(horizon("2026-01-05T00:00", "2026-01-06T00:00"), day, BERLIN, overtime, down))
                .containsExactly(
                        utc("2026-01-05T05:00:00Z", "2026-01-05T12:30:00Z"),
                        utc("2026-01-05T15:00:00Z", "2026-01-05T18:00:00Z"));
    }

    @Test
    void overtimeOverMidnightInTheNightTheClocksGoForwardIsAnHourShorter() {
        TimeWindow night = new TimeWindow(
                LocalDateTime.parse("2026-03-28T22:00").atZone(BERLIN).toInstant(),
                LocalDateTime.parse("2026-03-29T06:00").atZone(BERLIN).toInstant());

        List<TimeWindow> worked = WorkingTime.within(
                horizon("2026-03-23T00:00", "2026-03-30T00:00"),
                calendar(shift(DayOfWeek.MONDAY, "06:00", "14:00")),
                BERLIN,
                List.of(night),
                List.of());

        assertThat(worked.getLast()).isEqualTo(night);
        assertThat(worked.getLast().length()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void overtimeOnAHolidayIsWorked() {
        WorkingCalendar day =
                calendar(new TreeSet<>(List.of(LocalDate.of(2026, 1, 6))), shift(DayOfWeek.TUESDAY, "06:00", "14:00"));
        TimeWindow morning = utc("2026-01-06T06:00:00Z", "2026-01-06T10:00:00Z");

        assertThat(WorkingTime.within(
                        horizon("2026-01-05T00:00", "2026-01-08T00:00"), day, BERLIN, List.of(morning), List.of()))
                .containsExactly(morning);
    }

    private static List<TimeWindow> windows(WorkingCalendar calendar, String from, String to) {
        return WorkingTime.within(horizon(from, to), calendar, BERLIN, List.of(), List.of());
    }

    private static TimeWindow horizon(String from, String to) {
        return new TimeWindow(
                LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
                LocalDateTime.parse(to).atZone(BERLIN).toInstant());
    }

    private static TimeWindow utc(String from, String to) {
        return new TimeWindow(Instant.parse(from), Instant.parse(to));
    }

    private static WorkingCalendar calendar(WorkingCalendar.Shift... shifts) {
        return calendar(new TreeSet<>(), shifts);
    }

    private static WorkingCalendar calendar(SortedSet<LocalDate> holidays, WorkingCalendar.Shift... shifts) {
        return new WorkingCalendar("C", "Calendar", List.of(shifts), holidays);
    }

    private static WorkingCalendar.Shift[] allWeek(String from, String to) {
        return List.of(DayOfWeek.values()).stream()
                .map(day -> shift(day, from, to))
                .toArray(WorkingCalendar.Shift[]::new);
    }

    private static WorkingCalendar.Shift shift(DayOfWeek day, String from, String to) {
        return new WorkingCalendar.Shift(day, LocalTime.parse(from), LocalTime.parse(to));
    }
}
