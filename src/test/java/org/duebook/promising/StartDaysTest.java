package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.duebook.policy.OrderFacts.Type;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.ReleaseRules.Requirement;
import org.junit.jupiter.api.Test;

/** Monday 5 January 2026 and the days after it; nobody works at weekends. */
class StartDaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Predicate<LocalDate> WEEKDAYS =
            day -> day.getDayOfWeek().getValue() <= 5;
    private static final Set<Type> ANY = Set.of(Type.values());

    @Test
    void workWaitsForTheNextDayOfRelease() {
        StartOfWork start = days("2026-01-06", WEEKDAYS).of(Type.STANDARD, false, "");

        assertThat(start.released()).isEqualTo("2026-01-08");
        assertThat(start.at()).isEqualTo("2026-01-07T23:00:00Z");
        assertThat(start.waitsForReleaseDay()).isTrue();
    }

    @Test
    void orderThatComesOnADayOfReleaseIsReleasedWithIt() {
        StartOfWork start = days("2026-01-08", WEEKDAYS).of(Type.STANDARD, false, "");

        assertThat(start.released()).isEqualTo("2026-01-08");
        assertThat(start.at()).isNull();
    }

    @Test
    void dayOfReleaseOnAHolidayMovesToTheNextWorkingDay() {
        Predicate<LocalDate> holidayOnThursday = WEEKDAYS.and(day -> !day.equals(LocalDate.parse("2026-01-08")));

        assertThat(days("2026-01-06", holidayOnThursday)
                        .of(Type.STANDARD, false, "")
                        .released())
                .isEqualTo("2026-01-09");
        assertThat(days("2026-01-09", holidayOnThursday)
                        .of(Type.STANDARD, false, "")
                        .at())
                .isNull();
    }

    @Test
    void workingDayAfterAnOrdinaryDayIsNoDayOfRelease() {
        assertThat(days("2026-01-09", WEEKDAYS).of(Type.STANDARD, false, "").released())
                .isEqualTo("2026-01-12");
    }

    @Test
    void mondayAfterAHolidayWeekendIsReleasedOnTuesday() {
        Predicate<LocalDate> holidayOnMonday = WEEKDAYS.and(day -> !day.equals(LocalDate.parse("2026-01-12")));

        assertThat(days("2026-01-09", holidayOnMonday)
                        .of(Type.STANDARD, false, "")
                        .released())
                .isEqualTo("2026-01-13");
    }

    @Test
    void rushDoesNotWait() {
        StartOfWork start = days("2026-01-06", WEEKDAYS).of(Type.RUSH, false, "");

        assertThat(start.at()).isNull();
    }

    @Test
    void requirementsComeFirstAndTheDayOfReleaseAfterThem() {
        StartOfWork start = days("2026-01-06", WEEKDAYS).of(Type.CUSTOM, true, "PPAP level 3");

        // Engineering on Wednesday and Thursday, approval on Friday: ready on Friday, released on Monday.
        assertThat(start.needed()).extracting(Requirement::requirement).containsExactly("engineering", "approval");
        assertThat(start.ready()).isEqualTo("2026-01-09");
        assertThat(start.released()).isEqualTo("2026-01-12");
    }

    @Test
    void requirementsOfARushOrderEndOnAnyDay() {
        StartOfWork start = days("2026-01-06", WEEKDAYS).of(Type.RUSH, false, "ppap level 3");

        assertThat(start.released()).isEqualTo("2026-01-07");
        assertThat(start.waitsForReleaseDay()).isFalse();
    }

    @Test
    void ofTwoRowsForTheSameRequirementTheLongerCounts() {
        ReleaseRules rules = new ReleaseRules(
                "paper",
                Set.of(DayOfWeek.MONDAY),
                Set.of(),
                List.of(
                        new Requirement("A", ANY, "-", List.of(), "engineering", 1),
                        new Requirement("B", ANY, "yes", List.of(), "engineering", 3)));

        assertThat(rules.neededBy(Type.STANDARD, true, ""))
                .extracting(Requirement::rule)
                .containsExactly("B");
        assertThat(rules.neededBy(Type.STANDARD, false, ""))
                .extracting(Requirement::rule)
                .containsExactly("A");
    }

    @Test
    void plantWithoutWorkingDaysReleasesAtOnce() {
        assertThat(days("2026-01-06", day -> false).of(Type.STANDARD, false, "").at())
                .isNull();
    }

    @Test
    void plantWithoutWorkingDaysCountsEveryDayForWhatIsNeeded() {
        StartOfWork start = days("2026-01-06", day -> false).of(Type.CUSTOM, false, "");

        assertThat(start.released()).isEqualTo("2026-01-08");
    }

    private static StartDays days(String today, Predicate<LocalDate> working) {
        ReleaseRules rules = new ReleaseRules(
                "paper",
                Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                Set.of(Type.RUSH),
                List.of(
                        new Requirement("R1", Set.of(Type.CUSTOM), "-", List.of(), "engineering", 2),
                        new Requirement("R2", ANY, "-", List.of("ppap"), "approval", 1)));
        return new StartDays(BERLIN, working, LocalDate.parse(today), rules);
    }
}
