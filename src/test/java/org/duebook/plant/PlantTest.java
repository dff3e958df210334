package org.duebook.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Saved;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({Plant.class, CapacityRows.class, CalendarRows.class, ExceptionRows.class})
class PlantTest {

    private static final WorkCentreCode COATING = new WorkCentreCode("COAT");
    private static final MachineCode LINE = new MachineCode("COAT-1");
    private static final Currency EUR = Currency.getInstance("EUR");

    @Autowired
    private Plant plant;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyPlant() {
        jdbc.sql("truncate plant_profile, work_centre, working_calendar cascade")
                .update();
    }

    @Test
    void plantWithoutProfileWorksInUtcAndEuro() {
        assertThat(plant.profile()).isEqualTo(new PlantProfile("Plant", ZoneId.of("UTC"), EUR));
    }

    @Test
    void profileIsPutOnce() {
        PlantProfile berlin = new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), EUR);

        assertThat(plant.putProfile(berlin)).isEqualTo(Saved.CREATED);
        assertThat(plant.putProfile(berlin)).isEqualTo(Saved.UNCHANGED);
        assertThat(plant.profile()).isEqualTo(berlin);
    }

    @Test
    void calendarSaysWhetherItsShiftsOrHolidaysChanged() {
        assertThat(plant.putCalendar(days(LocalDate.of(2026, 1, 6)))).isEqualTo(Saved.CREATED);
        assertThat(plant.putCalendar(days(LocalDate.of(2026, 1, 6)))).isEqualTo(Saved.UNCHANGED);
        assertThat(plant.putCalendar(days())).isEqualTo(Saved.CHANGED);
        assertThat(plant.calendar("DAY")).contains(days());
    }

    @Test
    void dayIsWorkedWhenAnyShiftStartsOnIt() {
        plant.putCalendar(days(LocalDate.of(2026, 1, 12)));

        assertThat(plant.isWorkingDay(LocalDate.of(2026, 1, 5))).isTrue();
        assertThat(plant.isWorkingDay(LocalDate.of(2026, 1, 6))).isFalse();
        assertThat(plant.isWorkingDay(LocalDate.of(2026, 1, 12))).isFalse();
    }

    @Test
    void machineWorksItsCalendarInThePlantsZoneLessDowntime() {
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), EUR));
        coatingLine();
        TimeWindow repair = window("2026-01-05T09:00:00Z", "2026-01-05T10:00:00Z");

        assertThat(plant.putDowntime(new Downtime(LINE, repair, "Spindle"))).isEqualTo(Saved.CREATED);
        assertThat(plant.putDowntime(new Downtime(LINE, repair, "Spindle"))).isEqualTo(Saved.UNCHANGED);
        assertThat(plant.workingTime(LINE, window("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z")))
                .containsExactly(
                        window("2026-01-05T05:00:00Z", "2026-01-05T09:00:00Z"),
                        window("2026-01-05T10:00:00Z", "2026-01-05T13:00:00Z"));
    }

    @Test
    void workingTimesOfAllMachinesAreThoseOfEach() {
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), EUR));
        coatingLine();
        MachineCode other = new MachineCode("COAT-2");
        MachineCode plain = new MachineCode("COAT-3");
        plant.putMachine(new Machine(other, "Line 2", COATING, "DAY", ""));
        plant.putMachine(new Machine(plain, "Line 3", COATING, "DAY", ""));
        plant.putDowntime(new Downtime(LINE, window("2026-01-05T09:00:00Z", "2026-01-05T10:00:00Z"), "Spindle"));
        plant.putDowntime(new Downtime(other, window("2026-01-12T15:00:00Z", "2026-01-12T16:00:00Z"), "Belt"));
        plant.putOvertime(new Overtime(other, window("2026-01-12T13:00:00Z", "2026-01-12T17:00:00Z"), "rush order"));
        plant.putOvertime(new Overtime(other, window("2026-01-03T22:00:00Z", "2026-01-04T02:00:00Z"), "rush order"));
        TimeWindow known = window("2026-01-04T00:00:00Z", "2026-01-13T00:00:00Z");

        LaidOutTime time = plant.laidOutTime(known.from(), known.to(), known.to());

        assertThat(time.working()).containsOnlyKeys(LINE, other, plain);
        time.working()
                .forEach((machine, working) -> assertThat(working.stream().filter(known::overlaps))
                        .isEqualTo(plant.workingTime(machine, known)));
    }

    @Test
    void timeIsLaidOutBehindTheLastHolidayAndDowntimeAndEndsWithAnOrdinaryWeek() {
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), EUR));
        coatingLine();
        MachineCode other = new MachineCode("COAT-2");
        plant.putMachine(new Machine(other, "Line 2", COATING, "DAY", ""));
        plant.putCalendar(days(LocalDate.of(2026, 3, 2)));
        plant.putDowntime(new Downtime(LINE, window("2026-01-05T00:00:00Z", "2026-03-16T12:00:00Z"), "Gearbox"));
        Instant now = Instant.parse("2026-01-04T00:00:00Z");
        Instant soon = Instant.parse("2026-01-11T00:00:00Z");

        LaidOutTime time = plant.laidOutTime(now, soon, Instant.parse("2028-01-01T00:00:00Z"));

        assertThat(time.horizon()).isEqualTo(window("2026-01-04T00:00:00Z", "2026-03-23T12:00:00Z"));
        assertThat(time.working().get(LINE))
                .containsExactly(
                        window("2026-03-16T12:00:00Z", "2026-03-16T13:00:00Z"),
                        window("2026-03-23T05:00:00Z", "2026-03-23T12:00:00Z"));
        assertThat(time.working().get(other))
                .contains(window("2026-02-23T05:00:00Z", "2026-02-23T13:00:00Z"))
                .noneMatch(window -> window.from().equals(Instant.parse("2026-03-02T05:00:00Z")));
    }

    @Test
    void timeIsNotLaidOutFurtherThanAsked() {
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), EUR));
        coatingLine();
        plant.putDowntime(new Downtime(LINE, window("2026-01-05T00:00:00Z", "2099-01-01T00:00:00Z"), "Sold"));

        LaidOutTime time = plant.laidOutTime(
                Instant.parse("2026-01-04T00:00:00Z"),
                Instant.parse("2026-01-11T00:00:00Z"),
                Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(time.horizon()).isEqualTo(window("2026-01-04T00:00:00Z", "2026-02-08T00:00:00Z"));
        assertThat(time.working().get(LINE)).containsExactly(window("2026-02-02T05:00:00Z", "2026-02-02T13:00:00Z"));
    }

    @Test
    void nightShiftsTimeBelongsToTheDayItStartsOnAlsoWhenTheClocksGoBack() {
        plant.putProfile(new PlantProfile("Alder & Voss", ZoneId.of("Europe/Berlin"), EUR));
        coatingLine();
        plant.putCalendar(new WorkingCalendar(
                "DAY",
                "Day and night",
                List.of(
                        new WorkingCalendar.Shift(DayOfWeek.SATURDAY, LocalTime.of(14, 0), LocalTime.of(22, 0)),
                        new WorkingCalendar.Shift(DayOfWeek.SATURDAY, LocalTime.of(22, 0), LocalTime.of(6, 0))),
                new TreeSet<>()));
        LocalDate saturday = LocalDate.of(2026, 10, 24);
        plant.putOvertime(new Overtime(LINE, window("2026-10-25T05:00:00Z", "2026-10-25T07:00:00Z"), "rush order"));

        assertThat(plant.shiftTimes(LINE, window("2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z")))
                .containsExactly(
                        new ShiftTime(saturday, window("2026-10-24T12:00:00Z", "2026-10-24T20:00:00Z")),
                        new ShiftTime(saturday, window("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")),
                        new ShiftTime(saturday.plusDays(1), window("2026-10-25T05:00:00Z", "2026-10-25T07:00:00Z")));
    }

    @Test
    void machinesAndWorkCentresComeBackByCode() {
        coatingLine();

        assertThat(plant.workCentres()).containsExactly(new WorkCentre(COATING, "Powder coating"));
        assertThat(plant.machines()).containsExactly(new Machine(LINE, "Line 1", COATING, "DAY", "RAL9010"));
    }

    @Test
    void changeoverMatrixIsReplacedAsAWhole() {
        coatingLine();
        Changeover any = new Changeover(COATING, "*", "*", Duration.ofMinutes(45));
        Changeover darker = new Changeover(COATING, "RAL9010", "RAL9005", Duration.ofMinutes(15));

        assertThat(plant.putChangeovers(COATING, List.of(darker, any))).isEqualTo(Saved.CREATED);
        assertThat(plant.putChangeovers(COATING, List.of(any, darker))).isEqualTo(Saved.UNCHANGED);
        assertThat(plant.putChangeovers(COATING, List.of(any))).isEqualTo(Saved.CHANGED);
        assertThat(plant.changeovers(COATING)).containsExactly(any);
        assertThat(plant.changeovers()).containsExactly(entry(COATING, List.of(any)));
    }

    private void coatingLine() {
        plant.putCalendar(days());
        plant.putWorkCentre(new WorkCentre(COATING, "Powder coating"));
        plant.putMachine(new Machine(LINE, "Line 1", COATING, "DAY", "RAL9010"));
    }

    private static WorkingCalendar days(LocalDate... holidays) {
        return new WorkingCalendar(
                "DAY",
                "Mondays",
                List.of(new WorkingCalendar.Shift(DayOfWeek.MONDAY, LocalTime.of(6, 0), LocalTime.of(14, 0))),
                new TreeSet<>(List.of(holidays)));
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(Instant.parse(from), Instant.parse(to));
    }
}
