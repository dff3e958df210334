package org.duebook.planning.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.planning.checker.PlantDescription.After;
import org.duebook.planning.checker.PlantDescription.Changeover;
import org.duebook.planning.checker.PlantDescription.Material;
import org.duebook.planning.checker.PlantDescription.PlantMachine;
import org.duebook.planning.checker.PlantDescription.Receipt;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.PlantDescription.Shift;
import org.duebook.planning.checker.PlantDescription.Work;
import org.duebook.planning.checker.Violation.Kind;
import org.junit.jupiter.api.Test;

/** A lathe open 6 to 12 and 13 to 22 h; turning (90 min), then plating outside (4 h), beside it a job in work. */
class ScheduleCheckerTest {
    private static final PlantDescription PLANT = new PlantDescription(
            List.of(new PlantMachine(
                    "LATHE",
                    List.of(new Shift(at(6, 0), at(12, 0)), new Shift(at(13, 0), at(22, 0))),
                    Map.of(new Changeover("BRASS", "STEEL"), Duration.ofMinutes(30)),
                    Optional.of("BRASS"),
                    at(6, 0))),
            List.of(
                    new Work("RUNNING", Map.of("LATHE", Duration.ofMinutes(60)), none(), "BRASS", at(0, 0), List.of()),
                    new Work("TURN", Map.of("LATHE", Duration.ofMinutes(90)), none(), "STEEL", at(7, 0), List.of()),
                    new Work(
                            "PLATE",
                            Map.of(),
                            Optional.of(Duration.ofHours(4)),
                            "",
                            at(0, 0),
                            List.of(new After("TURN", Duration.ofMinutes(10))))),
            List.of(new Scheduled("RUNNING", Optional.of("LATHE"), at(5, 30), at(5, 30), at(10, 30))),
            List.of(new Material(
                    "BAR",
                    BigDecimal.ZERO,
                    List.of(new Receipt(at(11, 0), BigDecimal.TEN)),
                    Map.of("TURN", BigDecimal.TEN))));

    private static final Scheduled RUNNING = lathe("RUNNING", at(5, 30), at(5, 30), at(10, 30));
    private static final Scheduled TURN = lathe("TURN", at(10, 30), at(11, 0), at(13, 30));
    private static final Scheduled PLATE = new Scheduled("PLATE", Optional.empty(), at(13, 40), at(13, 40), at(17, 40));

    @Test
    void feasibleScheduleHasNoViolation() {
        assertThat(ScheduleChecker.check(PLANT, List.of(RUNNING, TURN, PLATE))).isEmpty();
    }

    @Test
    void workInTheFrozenHorizonKeepsItsMachineAndItsOrderButNotItsMinute() {
        Scheduled first = lathe("RUNNING", at(6, 0), at(6, 0), at(7, 0));
        Scheduled second = lathe("TURN", at(7, 0), at(7, 30), at(9, 0));
        Scheduled saw = new Scheduled("TURN", Optional.of("SAW"), at(7, 0), at(7, 30), at(9, 0));

        assertThat(kindsAfter(List.of(first, second), RUNNING, TURN)).doesNotContain(Kind.FROZEN_ORDER);
        assertThat(kindsAfter(List.of(first, second), lathe("TURN", at(5, 0), at(5, 0), at(5, 30)), RUNNING))
                .contains(Kind.FROZEN_ORDER);
        assertThat(kindsAfter(List.of(first, saw), RUNNING, TURN)).contains(Kind.FROZEN_ORDER);
        assertThat(kindsAfter(List.of(first, second), RUNNING)).doesNotContain(Kind.FROZEN_ORDER);
    }

    private static List<Kind> kindsAfter(List<Scheduled> settled, Scheduled... schedule) {
        PlantDescription plant =
                new PlantDescription(PLANT.machines(), PLANT.work(), PLANT.frozen(), settled, PLANT.materials());
        return ScheduleChecker.check(plant, List.of(schedule)).stream()
                .map(Violation::kind)
                .toList();
    }

    @Test
    void operationMissingOrTwiceIsFound() {
        assertThat(kinds(RUNNING, TURN)).containsExactly(Kind.PLANNED_ONCE);
        assertThat(kinds(RUNNING, TURN, PLATE, PLATE)).containsExactly(Kind.PLANNED_ONCE);
    }

    @Test
    void unknownOperationIsFound() {
        Scheduled stranger = new Scheduled("MILL", Optional.empty(), at(8, 0), at(8, 0), at(9, 0));

        assertThat(kinds(RUNNING, TURN, PLATE, stranger)).containsExactly(Kind.UNKNOWN_OPERATION);
    }

    @Test
    void machineThatCannotDoItIsFound() {
        Scheduled onMill = new Scheduled("TURN", Optional.of("MILL"), at(10, 30), at(11, 0), at(13, 30));
        Scheduled plateOnLathe = lathe("PLATE", at(14, 0), at(14, 0), at(18, 0));
        Scheduled turnOutside = new Scheduled("TURN", Optional.empty(), at(11, 0), at(11, 0), at(12, 30));

        assertThat(kinds(RUNNING, onMill, PLATE)).containsExactly(Kind.ELIGIBLE_MACHINE);
        assertThat(kinds(RUNNING, TURN, plateOnLathe)).containsExactly(Kind.ELIGIBLE_MACHINE);
        assertThat(kinds(RUNNING, turnOutside, PLATE)).containsExactly(Kind.ELIGIBLE_MACHINE);
    }

    @Test
    void startOrEndInClosedTimeIsFound() {
        Scheduled inTheBreak = lathe("TURN", at(10, 30), at(12, 30), at(14, 30));
        Scheduled afterTheCalendar = lathe("TURN", at(21, 0), at(21, 30), at(23, 0));

        assertThat(kinds(RUNNING, inTheBreak, shifted(PLATE, 60))).containsExactly(Kind.WORKING_TIME);
        assertThat(kinds(RUNNING, afterTheCalendar, shifted(PLATE, 600)))
                .containsExactly(Kind.WORKING_TIME, Kind.DURATION);
    }

    @Test
    void wrongDurationIsFound() {
        Scheduled minuteShort = lathe("TURN", at(10, 30), at(11, 0), at(13, 29));

        assertThat(ScheduleChecker.check(PLANT, List.of(RUNNING, minuteShort, PLATE)))
                .extracting(Violation::words)
                .singleElement()
                .asString()
                .endsWith("has 89 min of work, needs 90");
        assertThat(kinds(RUNNING, TURN, new Scheduled("PLATE", Optional.empty(), at(14, 0), at(14, 0), at(17, 59))))
                .containsExactly(Kind.DURATION);
    }

    @Test
    void overlapAndShortSetupAreFound() {
        Scheduled early = lathe("TURN", at(10, 30), at(10, 59), at(13, 29));
        Scheduled over = lathe("TURN", at(9, 0), at(10, 0), at(11, 30));

        assertThat(kinds(withoutMaterial(), RUNNING, early, PLATE)).containsExactly(Kind.CHANGEOVER);
        assertThat(kinds(withoutMaterial(), RUNNING, over, PLATE)).containsExactly(Kind.OVERLAP, Kind.CHANGEOVER);
    }

    @Test
    void predecessorAndItsLagAreKept() {
        assertThat(kinds(RUNNING, TURN, shifted(PLATE, -1))).containsExactly(Kind.PRECEDENCE);
    }

    @Test
    void startBeforeTheEarliestAndSetupBeforeTheMachineIsAvailableAreFound() {
        PlantDescription idle =
                new PlantDescription(PLANT.machines(), PLANT.work().subList(1, 3), List.of(), List.of());
        Scheduled tooEarly = lathe("TURN", at(6, 0), at(6, 59), at(8, 29));
        Scheduled setUpTooEarly = lathe("TURN", at(5, 59), at(7, 0), at(8, 30));

        assertThat(kinds(idle, tooEarly, PLATE)).containsExactly(Kind.EARLIEST_START);
        assertThat(kinds(idle, setUpTooEarly, PLATE)).containsExactly(Kind.MACHINE_AVAILABLE);
    }

    @Test
    void materialBelowZeroIsFoundAtTheMinuteItHappens() {
        Material late = new Material(
                "BAR", BigDecimal.ONE, List.of(new Receipt(at(11, 1), BigDecimal.TEN)), Map.of("TURN", BigDecimal.TEN));
        PlantDescription plant = new PlantDescription(PLANT.machines(), PLANT.work(), PLANT.frozen(), List.of(late));

        assertThat(ScheduleChecker.check(plant, List.of(RUNNING, TURN, PLATE)))
                .containsExactly(new Violation(
                        Kind.MATERIAL, "BAR", "BAR is short by 9 when TURN starts at 2026-01-05T11:00:00Z"));
    }

    @Test
    void movedFrozenWorkIsFound() {
        assertThat(kinds(lathe("RUNNING", at(5, 30), at(5, 30), at(10, 29)), TURN, PLATE))
                .containsExactly(Kind.FROZEN_WORK);
    }

    private static List<Kind> kinds(Scheduled... schedule) {
        return kinds(PLANT, schedule);
    }

    private static List<Kind> kinds(PlantDescription plant, Scheduled... schedule) {
        return ScheduleChecker.check(plant, new ArrayList<>(List.of(schedule))).stream()
                .map(Violation::kind)
                .toList();
    }

    private static PlantDescription withoutMaterial() {
        return new PlantDescription(PLANT.machines(), PLANT.work(), PLANT.frozen(), List.of());
    }

    private static Scheduled lathe(String operation, Instant setupStart, Instant start, Instant end) {
        return new Scheduled(operation, Optional.of("LATHE"), setupStart, start, end);
    }

    private static Scheduled shifted(Scheduled s, int minutes) {
        Duration by = Duration.ofMinutes(minutes);
        return new Scheduled(
                s.operation(),
                s.machine(),
                s.setupStart().plus(by),
                s.start().plus(by),
                s.end().plus(by));
    }

    private static Optional<Duration> none() {
        return Optional.empty();
    }

    private static Instant at(int hour, int minute) {
        return Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofMinutes(60L * hour + minute));
    }
}
