package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DeliveryTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-01-01"));
    private static final Predicate<LocalDate> WEEKDAYS = day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !HOLIDAYS.contains(day);

    @Test
    void goodsFinishedInTheMorningLeaveTheSameDay() {
        DeliveryTime exWorks = time(6, 0);

        LocalDate day = exWorks.deliveryDay(at("2026-01-07T10:00"));

        assertThat(day).isEqualTo("2026-01-07");
    }

    @Test
    void goodsReadyAfterMidnightInThePlantsZoneLeaveTheNextDay() {
        DeliveryTime exWorks = time(6, 0);

        assertThat(exWorks.deliveryDay(at("2026-01-07T17:59"))).isEqualTo("2026-01-07");
        assertThat(exWorks.deliveryDay(at("2026-01-07T18:00"))).isEqualTo("2026-01-08");
    }

    @Test
    void goodsReadyAtTheWeekendLeaveOnMonday() {
        DeliveryTime exWorks = time(6, 0);

        LocalDate day = exWorks.deliveryDay(at("2026-01-09T20:00"));

        assertThat(day).isEqualTo("2026-01-12");
    }

    @Test
    void daysOnTheRoadAreCalendarDays() {
        DeliveryTime delivered = time(6, 3);

        LocalDate day = delivered.deliveryDay(at("2026-01-09T10:00"));

        assertThat(day).isEqualTo("2026-01-12");
    }

    @Test
    void aHolidayPutsDispatchOff() {
        DeliveryTime delivered = time(6, 1);

        LocalDate day = delivered.deliveryDay(at("2026-12-24T20:00"));

        assertThat(day).isEqualTo("2026-12-29");
    }

    @Test
    void latestEndForADayOnTheRoadIsCountedBackOverTheWeekend() {
        DeliveryTime delivered = time(6, 3);

        Instant latest = delivered.latestEnd(LocalDate.parse("2026-01-14"));

        assertThat(latest).isEqualTo(at("2026-01-09T17:59"));
    }

    @Test
    void hoursAfterProductionAreElapsedHoursAcrossTheChangeOfClocks() {
        DeliveryTime exWorks = new DeliveryTime(BERLIN, day -> true, Duration.ofHours(6), 0);

        assertThat(exWorks.latestEnd(LocalDate.parse("2026-03-29"))).isEqualTo(at("2026-03-29T17:59"));
        assertThat(exWorks.deliveryDay(at("2026-03-28T18:30"))).isEqualTo("2026-03-29");
        assertThat(exWorks.deliveryDay(at("2026-10-24T17:59"))).isEqualTo("2026-10-24");
    }

    @Test
    void latestEndIsInTimeAndAMinuteLaterIsNot() {
        Random random = new Random(20260107);

        for (int i = 0; i < 2_000; i++) {
            DeliveryTime time = time(random.nextInt(60), random.nextInt(8));
            LocalDate day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(730));

            Instant latest = time.latestEnd(day);

            assertThat(time.deliveryDay(latest)).as("%s for %s", time, day).isBeforeOrEqualTo(day);
            assertThat(time.deliveryDay(latest.plus(Duration.ofMinutes(1))))
                    .as("%s for %s", time, day)
                    .isAfter(day);
        }
    }

    @Test
    void aPlantWithoutCalendarsDispatchesAnyDay() {
        DeliveryTime never = new DeliveryTime(BERLIN, day -> false, Duration.ZERO, 0);

        assertThat(never.deliveryDay(at("2026-01-10T10:00"))).isEqualTo("2026-01-10");
    }

    private static DeliveryTime time(int hoursAfter, int transitDays) {
        return new DeliveryTime(BERLIN, WEEKDAYS, Duration.ofHours(hoursAfter), transitDays);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
