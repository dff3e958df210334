package org.duebook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.duebook.planning.PlacedOperation;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.junit.jupiter.api.Test;

class BoardLoadTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkCentreCode TURN = new WorkCentreCode("TURN");
    private static final MachineCode LATHE = new MachineCode("LATHE-1");

    @Test
    void operationAcrossANightCountsOnlyWhileItsMachineWorks() {
        BoardLoad load = new BoardLoad(day("2026-12-01"), day("2026-12-02"), BERLIN);
        List<TimeWindow> shifts =
                List.of(window("2026-12-01T06:00", "2026-12-01T14:00"), window("2026-12-02T06:00", "2026-12-02T14:00"));

        load.add(TURN, shifts, List.of(placed("2026-12-01T12:00", "2026-12-01T13:00", "2026-12-02T07:30")));

        BoardLoad.Days days = turning(load);
        assertThat(days.capacity()).containsExactly(480, 480);
        assertThat(days.changeover()).containsExactly(60, 0);
        assertThat(days.running()).containsExactly(60, 90);
    }

    @Test
    void shiftOverMidnightBelongsToBothItsDays() {
        BoardLoad load = new BoardLoad(day("2026-12-01"), day("2026-12-02"), BERLIN);

        load.add(TURN, List.of(window("2026-12-01T22:00", "2026-12-02T06:00")), List.of());

        assertThat(turning(load).capacity()).containsExactly(120, 360);
    }

    @Test
    void nightInWhichTheClocksGoBackHasAnHourMore() {
        BoardLoad load = new BoardLoad(day("2026-10-24"), day("2026-10-25"), BERLIN);

        load.add(TURN, List.of(window("2026-10-24T22:00", "2026-10-25T06:00")), List.of());

        assertThat(turning(load).capacity()).containsExactly(120, 420);
        assertThat(load.days()[2] - load.days()[1]).isEqualTo(25 * 60);
    }

    private static BoardLoad.Days turning(BoardLoad load) {
        return Optional.ofNullable(load.centres().get(TURN)).orElseThrow();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(at(from), at(to));
    }

    private static PlacedOperation placed(String setup, String start, String end) {
        return new PlacedOperation(
                new OperationId(new ProductionOrderNumber("PO-1"), 10), LATHE, at(setup), at(start), at(end), "T20");
    }
}
