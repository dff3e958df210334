package org.duebook.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.COATER;
import static org.duebook.testing.SmallPlant.LATHE_1;
import static org.duebook.testing.SmallPlant.LATHE_2;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.SEAL;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.LotSize;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.StockOnHand;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Import(ProductionTest.Modules.class)
@Transactional
class ProductionTest {

    @ComponentScan(basePackageClasses = {Production.class, Catalog.class, Plant.class, Inventory.class})
    static class Modules {}

    private static final Actor FOREMAN = new Actor("foreman");
    private static final OrderLineId LINE = new OrderLineId(new OrderNumber("SO-1"), 1);
    private static final Instant WANTED = Instant.parse("2026-01-23T13:00:00Z");

    @Autowired
    private Production production;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private Inventory inventory;

    @BeforeEach
    void plant() {
        SmallPlant.put(plant, catalog);
    }

    @Test
    void demandBecomesOneProductionOrderPerLevelAndTheRestIsBought() {
        Proposal proposal = production.propose(demand(10), nothingFree());

        assertThat(proposal.productionOrders())
                .extracting(ProductionOrder::item)
                .containsExactly(PUMP, SHAFT);
        ProductionOrder pump = proposal.productionOrders().getFirst();
        ProductionOrder shaft = proposal.productionOrders().getLast();
        assertThat(pump.materials()).containsExactly(new MaterialNeed(10, SEAL, pieces(20), false));
        assertThat(shaft.parent()).isEqualTo(pump.number());
        assertThat(shaft.parentOperation()).isEqualTo(10);
        assertThat(shaft.materials()).containsExactly(new MaterialNeed(10, BAR, pieces(10), false));
        assertThat(shaft.operations().getFirst().machines())
                .containsExactly(
                        new MachineTime(LATHE_1, Duration.ofMinutes(20)),
                        new MachineTime(LATHE_2, Duration.ofMinutes(20)));
    }

    @Test
    void moreThanTheLotMaximumIsMadeInSeveralProductionOrdersEachWithPartsOfItsOwn() {
        SmallPlant.makeInLots(catalog, PUMP, new LotSize(null, null, pieces(6)));
        SmallPlant.makeInLots(catalog, SHAFT, new LotSize(null, pieces(2), pieces(4)));

        Proposal proposal = production.propose(demand(10), nothingFree());

        assertThat(proposal.productionOrders())
                .extracting(ProductionOrder::item, ProductionOrder::quantity)
                .containsExactly(
                        tuple(PUMP, pieces(5)),
                        tuple(SHAFT, pieces(4)),
                        tuple(SHAFT, pieces(1)),
                        tuple(PUMP, pieces(5)),
                        tuple(SHAFT, pieces(4)),
                        tuple(SHAFT, pieces(1)));
        assertThat(proposal.productionOrders())
                .filteredOn(order -> order.item().equals(PUMP))
                .allSatisfy(pump -> {
                    assertThat(pump.parent()).isNull();
                    assertThat(pump.materials()).containsExactly(new MaterialNeed(10, SEAL, pieces(10), false));
                });
        assertThat(proposal.productionOrders())
                .filteredOn(order -> order.item().equals(SHAFT))
                .extracting(ProductionOrder::parent)
                .containsExactly(number(1), number(1), number(4), number(4));
    }

    @Test
    void lotMaximumThatMakesThousandsOfProductionOrdersStandsInTheWay() {
        SmallPlant.makeInLots(catalog, PUMP, new LotSize(null, null, pieces(1)));

        Making making = production.making(demand(5_000));

        assertThat(making.obstacles()).singleElement().satisfies(fault -> {
            assertThat(fault.found()).isEqualTo("5000 pcs of PUMP");
            assertThat(fault.wanted()).isEqualTo("no more than 1000 production orders for one order line");
            assertThat(fault.cure()).isEqualTo("raise the lot maximum of PUMP or order less");
        });
    }

    @Test
    void whatIsFreeInStockIsTakenAtEveryLevelBeforeAnythingIsMade() {
        Map<ItemNumber, Quantity> free = Map.of(PUMP, pieces(3), SHAFT, pieces(2));

        Proposal proposal = production.propose(demand(10), item -> free.getOrDefault(item, pieces(0)));

        assertThat(proposal.fromStock()).isEqualTo(free);
        assertThat(proposal.productionOrders())
                .extracting(ProductionOrder::quantity)
                .containsExactly(pieces(7), pieces(5));
        assertThat(proposal.productionOrders().getFirst().materials())
                .contains(new MaterialNeed(10, SHAFT, pieces(2), true));
    }

    @Test
    void demandThatStockCoversMakesNoProductionOrder() {
        Proposal proposal = production.propose(demand(10), item -> pieces(item.equals(PUMP) ? 10 : 0));

        assertThat(proposal.productionOrders()).isEmpty();
        assertThat(proposal.fromStock()).isEqualTo(Map.of(PUMP, pieces(10)));
    }

    @Test
    void itemWithoutRoutingCannotBeMade() {
        Demand bars = new Demand(LINE, 1, BAR, pieces(1), WANTED, 5);

        assertThatThrownBy(() -> production.propose(bars, nothingFree()))
                .hasMessageContaining("an item with a routing");
        assertThat(production.making(bars).obstacles())
                .extracting(Fault::field, Fault::found)
                .containsExactly(tuple("item", "BAR"));
    }

    @Test
    void machineHoursOfAllLevelsAreCountedHoweverAbsurdTheQuantity() {
        assertThat(production.making(demand(60)).machineHours()).isBetween(1.0, 20.0);
        assertThat(production.making(demand(999_999_999)).machineHours()).isGreaterThan(10_000_000);
        assertThat(production.making(demand(Long.MAX_VALUE)).machineHours()).isPositive();
    }

    @Test
    void progressMoreThanAYearBackIsRefused() {
        SmallPlant.fillStore(inventory);
        store(10);
        OperationId turning = id(order(SHAFT), 10);
        ProgressReport wrongYear = new ProgressReport(
                turning, LATHE_1, TestClock.START.minus(Duration.ofDays(3650)), pieces(1), pieces(0), false);

        ProgressOutcome outcome = production.report(wrongYear, FOREMAN);

        assertThat(outcome).isInstanceOf(ProgressOutcome.Refused.class);
        assertThat(((ProgressOutcome.Refused) outcome).faults())
                .extracting(Fault::field, Fault::wanted)
                .containsExactly(tuple("at", "a time within the last 366 days"));
    }

    @Test
    void storedProposalIsReadBackAsItWasProposedAndItsStockIsReserved() {
        inventory.putStock(SHAFT, pieces(4));
        Proposal proposal = production.propose(demand(10), item -> pieces(item.equals(SHAFT) ? 4 : 0));

        Map<ProductionOrderNumber, ProductionOrderNumber> numbers = production.store(proposal);

        List<ProductionOrder> stored = production.ofLines(List.of(LINE)).get(LINE);
        assertThat(stored)
                .containsExactlyElementsOf(proposal.productionOrders().stream()
                        .map(order -> order.renumbered(numbers))
                        .toList());
        assertThat(inventory.stock(SHAFT).map(StockOnHand::free)).contains(pieces(0));
    }

    @Test
    void proposalOnStockThatIsGoneIsRefusedWhole() {
        inventory.putStock(SHAFT, pieces(3));
        Proposal proposal = production.propose(demand(10), item -> pieces(item.equals(SHAFT) ? 4 : 0));

        assertThatThrownBy(() -> production.store(proposal))
                .isInstanceOf(OptimisticLockingFailureException.class)
                .hasMessageContaining("only 3 pcs of SHAFT");
    }

    @Test
    void shopFloorFinishesPartsBeforeWhatTheyGoInto() {
        SmallPlant.fillStore(inventory);
        store(10);
        ProductionOrder pump = order(PUMP);
        ProductionOrder shaft = order(SHAFT);

        assertThat(report(pump, 10, COATER, 10, true))
                .isEqualTo("operation: parts made for " + id(pump, 10) + " are not finished");
        assertThat(report(shaft, 20, COATER, 10, true)).isEqualTo("operation: " + id(shaft, 10) + " is PLANNED");
        assertThat(report(shaft, 10, LATHE_1, 10, true)).isEqualTo("booked");
        assertThat(report(shaft, 20, COATER, 10, true)).isEqualTo("booked");
        assertThat(report(pump, 10, COATER, 10, true)).isEqualTo("booked");

        assertThat(order(PUMP).status()).isEqualTo(ProductionOrder.Status.FINISHED);
        assertThat(inventory.stock(PUMP)).contains(new StockOnHand(PUMP, pieces(10), pieces(10)));
        assertThat(inventory.stock(BAR).map(StockOnHand::onHand)).contains(pieces(9_990));
        assertThat(inventory.stock(SEAL).map(StockOnHand::onHand)).contains(pieces(9_980));
        assertThat(production.open()).isEmpty();
    }

    @Test
    void progressThatCannotBeIsRefusedWithItsCure() {
        SmallPlant.fillStore(inventory);
        store(10);
        ProductionOrder shaft = order(SHAFT);

        assertThat(report(shaft, 10, COATER, 1, false)).startsWith("machine: COATER");
        assertThat(report(shaft, 10, null, 1, false)).startsWith("machine: none");
        assertThat(report(shaft, 10, LATHE_1, 11, false)).startsWith("good: in all 11 pcs");
        assertThat(report(shaft, 10, LATHE_1, 10, false)).isEqualTo("booked");
        assertThat(report(shaft, 10, LATHE_2, 0, true)).startsWith("machine: LATHE-2");
        assertThat(report(shaft, 10, null, 0, true)).isEqualTo("booked");
        assertThat(report(shaft, 10, null, 0, true)).startsWith("operation: " + id(shaft, 10) + " is finished");
        assertThat(production.report(
                        progress(new OperationId(new ProductionOrderNumber("PO-0"), 10), LATHE_1, 1, false), FOREMAN))
                .isEqualTo(new ProgressOutcome.Unknown());
    }

    @Test
    void machineRunsOneOperationAtATime() {
        SmallPlant.fillStore(inventory);
        store(10);
        ProductionOrder first = order(SHAFT);
        production.store(production.propose(
                new Demand(new OrderLineId(new OrderNumber("SO-2"), 1), 1, PUMP, pieces(5), WANTED, 5), nothingFree()));
        ProductionOrder second = production.open().stream()
                .filter(order -> order.item().equals(SHAFT) && !order.number().equals(first.number()))
                .findFirst()
                .orElseThrow();

        assertThat(report(first, 10, LATHE_1, 0, false)).isEqualTo("booked");
        assertThat(report(second, 10, LATHE_1, 0, false)).startsWith("machine: LATHE-1 runs " + id(first, 10));
        assertThat(report(second, 10, LATHE_2, 0, false)).isEqualTo("booked");
    }

    @Test
    void closingALineEndsItsProductionAndGivesItsStockBack() {
        inventory.putStock(SHAFT, pieces(4));
        production.store(production.propose(demand(10), item -> pieces(item.equals(SHAFT) ? 4 : 0)));

        production.close(LINE, "cancelled", FOREMAN);

        assertThat(production.open()).isEmpty();
        assertThat(inventory.stock(SHAFT).map(StockOnHand::free)).contains(pieces(4));
    }

    @Test
    void listGoesOnAfterANumberInTheOrderTheyWereDrawn() {
        List<ProductionOrderNumber> stored = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            stored.addAll(store(1));
        }

        List<ProductionOrder> first = production.list(null, null, 5);
        List<ProductionOrder> rest =
                production.list(LINE.order(), first.getLast().number(), 100);

        assertThat(first).hasSize(5);
        assertThat(rest).hasSize(stored.size() - 5);
        assertThat(rest)
                .extracting(ProductionOrder::number)
                .doesNotContainAnyElementsOf(
                        first.stream().map(ProductionOrder::number).toList());
    }

    private static Demand demand(long quantity) {
        return new Demand(LINE, 1, PUMP, pieces(quantity), WANTED, 5);
    }

    private static ProductionOrderNumber number(int drawn) {
        return new ProductionOrderNumber("NEW-" + drawn);
    }

    private static Function<ItemNumber, Quantity> nothingFree() {
        return item -> pieces(0);
    }

    private List<ProductionOrderNumber> store(long quantity) {
        return List.copyOf(production
                .store(production.propose(demand(quantity), nothingFree()))
                .values());
    }

    private ProductionOrder order(ItemNumber item) {
        return production.ofLines(List.of(LINE)).getOrDefault(LINE, List.of()).stream()
                .filter(order -> order.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static OperationId id(ProductionOrder order, int sequence) {
        return new OperationId(order.number(), sequence);
    }

    private static ProgressReport progress(
            OperationId operation, @Nullable MachineCode machine, long good, boolean finished) {
        return new ProgressReport(operation, machine, TestClock.START, pieces(good), pieces(0), finished);
    }

    /** "booked", or field and value of the first fault. */
    private String report(
            ProductionOrder order, int sequence, @Nullable MachineCode machine, long good, boolean finished) {
        return switch (production.report(progress(id(order, sequence), machine, good, finished), FOREMAN)) {
            case ProgressOutcome.Booked booked -> "booked";
            case ProgressOutcome.Refused refused ->
                refused.faults().getFirst().field() + ": "
                        + refused.faults().getFirst().found();
            case ProgressOutcome.Unknown unknown -> "unknown";
        };
    }
}
