package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.COATER;
import static org.duebook.promising.PromisingSamples.coated;
import static org.duebook.promising.PromisingSamples.fromStock;
import static org.duebook.promising.PromisingSamples.pieces;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.duebook.planning.Binding;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.Placement;
import org.duebook.production.Demand;
import org.duebook.promising.QuotedLine.Cause;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final OperationId COATING = new OperationId(new ProductionOrderNumber("NEW-1"), 10);
    private static final Instant END = Instant.parse("2026-12-03T15:30:00Z");
    private static final DeliveryTime TIME =
            new DeliveryTime(ZoneId.of("Europe/Berlin"), day -> true, Duration.ofHours(6), 3);
    private static final Confidence NINE_IN_TEN = Confidence.ofPercent(90);
    private static final OwedRelease OWED =
            new OwedRelease(1, 1, new ItemNumber("FL-40"), pieces(20), LocalDate.parse("2026-12-01"));

    @Test
    void aBusyMachineIsNamedWithItsHoursInThePlantsZone() {
        List<Cause> causes = causes(new Binding.MachineBusy(
                COATING, COATER, Instant.parse("2026-12-02T05:00:00Z"), Instant.parse("2026-12-03T13:30:00Z")));

        assertThat(causes.getFirst())
                .isEqualTo(new Cause(
                        "MACHINE", "Coating line COAT-2 is taken from Wed 2 Dec 06:00 until Thu 3 Dec 14:30"));
    }

    @Test
    void aMissingComponentIsNamedWithItsReceipt() {
        List<Cause> causes = causes(material(MaterialPeg.Source.RECEIPT, "RC-1012"));

        assertThat(causes.getFirst())
                .isEqualTo(
                        new Cause("MATERIAL", "component BRG-6204 (40 pcs) arrives on Wed 2 Dec by receipt RC-1012"));
    }

    @Test
    void aComponentWithoutSupplyMustBeBought() {
        List<Cause> causes = causes(material(MaterialPeg.Source.PURCHASE, ""));

        assertThat(causes.getFirst().text())
                .isEqualTo("component BRG-6204 (40 pcs) must be bought and is there on Wed 2 Dec");
    }

    @Test
    void aStepThatIsFreeToStartSaysSo() {
        List<Cause> causes = causes(new Binding.Nothing(COATING, Instant.parse("2026-12-03T14:30:00Z")));

        assertThat(causes.getFirst())
                .isEqualTo(new Cause("NONE", "nothing holds up Coating of FL-40: it starts Thu 3 Dec 15:30"));
    }

    @Test
    void hoursAfterProductionAndDaysOnTheRoadComeLast() {
        List<Cause> causes = causes(new Binding.CalendarClosed(COATING, COATER, END));

        assertThat(causes)
                .extracting(Cause::text)
                .containsExactly(
                        "nobody works on Coating line COAT-2 before Thu 3 Dec 16:30",
                        "inspection, packing and dispatch take 6 h",
                        "3 days on the road");
    }

    @Test
    void theSameCauseIsToldOnce() {
        Binding busy = new Binding.MachineBusy(COATING, COATER, END, END);

        List<Cause> causes = causes(busy, busy);

        assertThat(causes).filteredOn(cause -> cause.kind().equals("MACHINE")).hasSize(1);
    }

    @Test
    void stockThatCoversAllIsTheOnlyCauseBeforeDispatch() {
        FittedRelease fitted = FittedRelease.of(OWED, fromStock(demand()), TIME, NINE_IN_TEN, END);

        List<Cause> causes = named().of(fitted);

        assertThat(causes.getFirst()).isEqualTo(new Cause("NONE", "stock covers all of it"));
        assertThat(causes).hasSize(3);
    }

    private static Binding material(MaterialPeg.Source source, String reference) {
        return new Binding.WaitsForMaterial(
                COATING,
                new ItemNumber("BRG-6204"),
                pieces(40),
                source,
                reference,
                Instant.parse("2026-12-01T23:00:00Z"));
    }

    private static List<Cause> causes(Binding... bindings) {
        Placement placement = coated(demand(), END, bindings);
        return named().of(FittedRelease.of(OWED, placement, TIME, NINE_IN_TEN, END));
    }

    private static Causes named() {
        return new Causes(Map.of(COATER, "Coating line"), TIME);
    }

    private static Demand demand() {
        return new Demand(new OrderLineId(new OrderNumber("Q1"), 1), 1, OWED.item(), OWED.quantity(), END, 5);
    }
}
