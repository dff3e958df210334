package org.duebook.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.Quantity;
import org.duebook.shared.Saved;
import org.duebook.shared.Unit;
import org.duebook.shared.WorkCentreCode;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({Catalog.class, ItemRows.class, BillRows.class, RoutingRows.class})
class CatalogTest {

    private static final ItemNumber SHAFT = new ItemNumber("AV-1010");
    private static final ItemNumber BAR = new ItemNumber("C-4001");

    @Autowired
    private Catalog catalog;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noItems() {
        jdbc.sql("truncate item cascade").update();
    }

    @Test
    void itemComesBackAsItWasPut() {
        assertThat(catalog.put(item(SHAFT, "84.50"))).isEqualTo(Saved.CREATED);
        assertThat(catalog.put(item(SHAFT, "84.50"))).isEqualTo(Saved.UNCHANGED);
        assertThat(catalog.put(item(SHAFT, "85.00"))).isEqualTo(Saved.CHANGED);
        assertThat(catalog.find(SHAFT)).contains(item(SHAFT, "85.00"));
        assertThat(catalog.find(BAR)).isEmpty();
    }

    @Test
    void itemsAreFoundByTypeAndAPieceOfTheirNumberOrNameAndThoseThatBeginWithItComeFirst() {
        catalog.put(item(new ItemNumber("A-AV-10"), "1"));
        catalog.put(item(SHAFT, "84.50"));
        catalog.put(item(BAR, "5"));

        assertThat(catalog.matching(ItemType.FINISHED, "av-10", 10))
                .extracting(Item::number)
                .containsExactly(SHAFT, new ItemNumber("A-AV-10"));
        assertThat(catalog.matching(ItemType.FINISHED, "drive", 2)).hasSize(2);
        assertThat(catalog.matching(ItemType.COMPONENT, "av", 10)).isEmpty();
        assertThat(catalog.matching(ItemType.FINISHED, "_", 10)).isEmpty();
    }

    @Test
    void changedSpecificationIsAChange() {
        catalog.put(item(SHAFT, "84.50"));

        Item other = new Item(
                SHAFT,
                "Drive shaft",
                "Shaft D32x210, hardened",
                ItemType.FINISHED,
                Unit.PIECES,
                Money.of("84.50", "EUR"),
                Money.of("49.20", "EUR"),
                0,
                "",
                Quantity.of(1, Unit.PIECES),
                Quantity.of(1, Unit.PIECES),
                Specification.NONE);

        assertThat(catalog.put(other)).isEqualTo(Saved.CHANGED);
        assertThat(catalog.find(SHAFT)).contains(other);
    }

    @Test
    void lotSizeComesBackAndOtherLotSizesAreAChange() {
        LotSize size = new LotSize(pieces(20), null, pieces(100));
        Item item = item(SHAFT, "84.50");
        catalog.put(item);

        assertThat(catalog.put(inLots(item, size))).isEqualTo(Saved.CHANGED);
        assertThat(catalog.put(inLots(item, size))).isEqualTo(Saved.UNCHANGED);
        assertThat(catalog.find(SHAFT).orElseThrow().lotSize()).isEqualTo(size);
        assertThat(catalog.lotSizes(List.of(SHAFT, BAR))).isEqualTo(Map.of(SHAFT, size));
        assertThat(catalog.structureOf(List.of(SHAFT)).lotSize(SHAFT)).isEqualTo(size);
        assertThat(catalog.put(item)).isEqualTo(Saved.CHANGED);
        assertThat(catalog.lotSizes(List.of(SHAFT))).isEmpty();
    }

    private static Quantity pieces(long amount) {
        return Quantity.of(amount, Unit.PIECES);
    }

    private static Item inLots(Item item, LotSize size) {
        return new Item(
                item.number(),
                item.name(),
                item.shortDescription(),
                item.type(),
                item.unit(),
                item.price(),
                item.cost(),
                item.leadTimeDays(),
                item.supplier(),
                item.minimumOrder(),
                item.orderMultiple(),
                item.specification(),
                size);
    }

    @Test
    void manyItemsComeInOneReadAndUnknownOnesAreAbsent() {
        catalog.put(item(SHAFT, "84.50"));
        catalog.put(item(BAR, "0"));

        assertThat(catalog.findAll(List.of(BAR, SHAFT, new ItemNumber("X")))).containsOnlyKeys(SHAFT, BAR);
        assertThat(catalog.list(SHAFT, 10)).extracting(Item::number).containsExactly(BAR);
    }

    @Test
    void billIsReplacedAsAWhole() {
        catalog.put(item(SHAFT, "84.50"));
        BillLine bar = new BillLine(SHAFT, BAR, Quantity.of(new BigDecimal("0.25"), new Unit("m")), 10);
        BillLine screw = new BillLine(SHAFT, new ItemNumber("C-1"), Quantity.of(2, Unit.PIECES), 30);

        assertThat(catalog.putBill(SHAFT, List.of(screw, bar))).isEqualTo(Saved.CREATED);
        assertThat(catalog.putBill(SHAFT, List.of(bar, screw))).isEqualTo(Saved.UNCHANGED);
        assertThat(catalog.bill(SHAFT)).containsExactly(bar, screw);
        assertThat(catalog.putBill(SHAFT, List.of(screw))).isEqualTo(Saved.CHANGED);
        assertThat(catalog.billsOf(List.of(SHAFT, BAR))).containsOnlyKeys(SHAFT).containsEntry(SHAFT, List.of(screw));
    }

    @Test
    void routingKeepsAlternatesOutsideWorkAndSubSecondTimes() {
        catalog.put(item(SHAFT, "84.50"));
        RoutingStep turn = new RoutingStep(
                10,
                "Turn complete",
                new WorkCentreCode("TURN"),
                "T-SHAFT",
                Duration.ofMillis(1500),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                List.of(alternate("TURN-3", 1.25), alternate("TURN-1", 1.0)),
                null);
        RoutingStep plate = new RoutingStep(
                20,
                "Galvanise",
                new WorkCentreCode("OUTSIDE"),
                "",
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                new RoutingStep.Outside("V-104", 5));

        assertThat(catalog.putRouting(SHAFT, List.of(plate, turn))).isEqualTo(Saved.CREATED);
        assertThat(catalog.routing(SHAFT)).containsExactly(turn, plate);
        assertThat(catalog.putRouting(SHAFT, List.of(turn, plate))).isEqualTo(Saved.UNCHANGED);
        assertThat(catalog.putRouting(SHAFT, List.of(turn))).isEqualTo(Saved.CHANGED);
        assertThat(catalog.routingsOf(List.of(SHAFT, BAR)))
                .containsOnlyKeys(SHAFT)
                .containsEntry(SHAFT, List.of(turn));
    }

    @Test
    void billOfAnUnknownItemIsRefused() {
        assertThatThrownBy(() -> catalog.putBill(SHAFT, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AV-1010 is unknown");
    }

    private static RoutingStep.Alternate alternate(String machine, double factor) {
        return new RoutingStep.Alternate(new MachineCode(machine), factor);
    }

    private static Item item(ItemNumber number, String price) {
        return new Item(
                number,
                "Drive shaft",
                "Shaft D32x210, hardened",
                ItemType.FINISHED,
                Unit.PIECES,
                Money.of(price, "EUR"),
                Money.of("49.20", "EUR"),
                0,
                "",
                Quantity.of(1, Unit.PIECES),
                Quantity.of(1, Unit.PIECES),
                new Specification(
                        "DRW 1010 rev C",
                        "Ø32 h6 × 210 mm",
                        "ISO 2768-mK",
                        "42CrMo4+QT",
                        "Ground Ra 0.8",
                        "ISO 9001",
                        "Seat 100 %",
                        "VCI bags",
                        "hardened \"58 HRC\"",
                        "Pump drive"));
    }
}
