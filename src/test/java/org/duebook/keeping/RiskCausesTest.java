package org.duebook.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.duebook.planning.Binding;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.PlannedRelease;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Downtime;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.junit.jupiter.api.Test;

/** Wednesday 7 January 2026, nine o'clock in Berlin; line 1 of SO-1 waits for the coating line. */
class RiskCausesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-01-07T08:00:00Z");
    private static final MachineCode COATER = new MachineCode("COATER");
    private static final OperationId WAITING = operation("PO-1");

    @Test
    void machineIsNamedWithItsTimeAndTheOrdersThatHaveIt() {
        List<RiskCause> causes = causes(
                List.of(
                        on("PO-2", "SO-2", "2026-01-08T05:00:00Z", "2026-01-08T09:00:00Z"),
                        on("PO-3", "SO-3", "2026-01-08T09:00:00Z", "2026-01-08T10:00:00Z"),
                        on("PO-4", "SO-4", "2026-01-08T10:00:00Z", "2026-01-08T11:00:00Z")),
                List.of(),
                List.of(),
                new Binding.MachineBusy(
                        WAITING, COATER, Instant.parse("2026-01-08T06:00:00Z"), Instant.parse("2026-01-08T10:00:00Z")));

        assertThat(causes)
                .containsExactly(new RiskCause(
                        "MACHINE",
                        "COATER is taken from Thu 8 Jan 07:00 until Thu 8 Jan 11:00 by SO-2/1, SO-3/1",
                        List.of(line("SO-2"), line("SO-3"))));
    }

    @Test
    void operationThatRunsLongerThanPlannedIsNamed() {
        List<RiskCause> causes = causes(
                List.of(on("PO-2", "SO-2", "2026-01-07T06:00:00Z", "2026-01-07T14:00:00Z")),
                List.of(on("PO-2", "SO-2", "2026-01-07T06:00:00Z", "2026-01-07T11:00:00Z")),
                List.of(),
                new Binding.MachineBusy(WAITING, COATER, NOW, Instant.parse("2026-01-07T14:00:00Z")));

        assertThat(causes.getFirst())
                .isEqualTo(new RiskCause(
                        "OVERRUN",
                        "PO-2-10 (Coating) of SO-2/1 ends Wed 7 Jan 15:00 instead of Wed 7 Jan 12:00",
                        List.of(line("SO-2"))));
    }

    @Test
    void workThatShouldHaveBegunIsNamed() {
        List<RiskCause> causes = causes(
                List.of(on("PO-1", "SO-1", "2026-01-07T08:00:00Z", "2026-01-07T10:00:00Z")),
                List.of(on("PO-1", "SO-1", "2026-01-06T08:00:00Z", "2026-01-06T10:00:00Z")),
                List.of(),
                new Binding.Nothing(WAITING, NOW));

        assertThat(causes)
                .containsExactly(new RiskCause(
                        "NOT_BEGUN", "PO-1-10 (Coating) was to begin Tue 6 Jan 09:00 and has not", List.of()));
    }

    @Test
    void downtimeIsTheReasonForAClosedMachine() {
        Downtime down = new Downtime(COATER, new TimeWindow(NOW, Instant.parse("2026-01-08T13:00:00Z")), "pump broken");

        List<RiskCause> causes = causes(
                List.of(),
                List.of(),
                List.of(down),
                new Binding.CalendarClosed(WAITING, COATER, Instant.parse("2026-01-09T05:00:00Z")));

        assertThat(causes)
                .extracting(RiskCause::text)
                .containsExactly("COATER is down from Wed 7 Jan 09:00 until Thu 8 Jan 14:00: pump broken");
    }

    @Test
    void withoutADowntimeTheCalendarIs() {
        List<RiskCause> causes = causes(
                List.of(),
                List.of(),
                List.of(),
                new Binding.CalendarClosed(WAITING, COATER, Instant.parse("2026-01-09T05:00:00Z")));

        assertThat(causes).extracting(RiskCause::text).containsExactly("nobody works on COATER before Fri 9 Jan 06:00");
    }

    @Test
    void componentIsNamedWithItsReceipt() {
        List<RiskCause> causes = causes(
                List.of(),
                List.of(),
                List.of(),
                new Binding.WaitsForMaterial(
                        WAITING,
                        new ItemNumber("SEAL"),
                        Quantity.of(40, Unit.PIECES),
                        MaterialPeg.Source.RECEIPT,
                        "RC-7",
                        Instant.parse("2026-01-11T23:00:00Z")));

        assertThat(causes)
                .extracting(RiskCause::text)
                .containsExactly("component SEAL (40 pcs) arrives on Mon 12 Jan by receipt RC-7");
    }

    private static List<RiskCause> causes(
            List<ScheduledOperation> now,
            List<ScheduledOperation> published,
            List<Downtime> downtimes,
            Binding binding) {
        PlannedRelease late = new PlannedRelease(line("SO-1"), 1, NOW, NOW.plus(Duration.ofDays(5)), List.of(binding));
        return new RiskCauses(BERLIN, NOW, now, published, downtimes).of(late, List.of());
    }

    private static ScheduledOperation on(String production, String order, String start, String end) {
        return new ScheduledOperation(
                new PlacedOperation(
                        operation(production),
                        COATER,
                        Instant.parse(start),
                        Instant.parse(start),
                        Instant.parse(end),
                        ""),
                "Coating",
                new WorkCentreCode("COAT"),
                new ItemNumber("PUMP"),
                Quantity.of(10, Unit.PIECES),
                line(order),
                false,
                false);
    }

    private static OperationId operation(String production) {
        return new OperationId(new ProductionOrderNumber(production), 10);
    }

    private static OrderLineId line(String order) {
        return new OrderLineId(new OrderNumber(order), 1);
    }
}
