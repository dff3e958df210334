package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.SEAL;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.LotSize;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Plant;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** Lots and pegs between rounds, on the small plant, on Wednesday 2026-01-07 from 09:00 Berlin time. */
@DatabaseTest
@Import(PublishedPlanTest.Modules.class)
@Transactional
class LotsOfThePlanTest {

    private static final Actor PLANNER = new Actor("planner");
    private static final Instant THURSDAY = Instant.parse("2026-01-08T13:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-01-09T13:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(400);

    @Autowired
    private Planning planning;

    @Autowired
    private PlanMaker maker;

    @Autowired
    private Schedules schedules;

    @Autowired
    private PlanFactsReader factsReader;

    @Autowired
    private Production production;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private Inventory inventory;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void plant() {
        clock.set(TestClock.START);
        SmallPlant.put(plant, catalog);
        SmallPlant.fillStore(inventory);
    }

    @Test
    void ordersOfOneItemStandTogetherAndSayWithWhomTheyAreMade() {
        SmallPlant.makeInLots(catalog, PUMP, new LotSize(pieces(20), null, pieces(30)));
        for (int order = 1; order <= 4; order++) {
            store(order, order % 2 == 0 ? SHAFT : PUMP, 10, FRIDAY);
        }

        Schedule schedule = publish();

        assertThat(schedule.operations()).hasSize(10).doesNotHaveDuplicates();
        ScheduledOperation pump = schedule.operations().stream()
                .filter(each -> each.item().equals(PUMP) && each.orderLine().equals(line(1)))
                .findFirst()
                .orElseThrow();
        assertThat(schedule.madeTogether()).containsEntry(pump.placed().operation(), List.of(line(3)));
        assertThat(planning.published().orElseThrow().madeTogether()).isEqualTo(schedule.madeTogether());
    }

    @Test
    void orderAboveTheLotMaximumIsOneLineOfSeveralProductionOrders() {
        SmallPlant.makeInLots(catalog, SHAFT, new LotSize(null, null, pieces(20)));
        store(1, SHAFT, 50, THURSDAY);

        Schedule schedule = publish();

        assertThat(schedule.operations())
                .extracting(ScheduledOperation::quantity)
                .containsOnly(pieces(17), pieces(16));
        assertThat(schedule.operations()).hasSize(6);
        assertThat(schedule.madeTogether()).isEmpty();
        Instant end = schedule.operations().stream()
                .map(each -> each.placed().end())
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(planning.projectedEnds(List.of(line(1)))).containsExactly(Map.entry(line(1), end));
    }

    @Test
    void receiptThatComesBeforeTheStartIsTakenInsteadOfAPurchase() {
        noStock();
        inventory.putReceipt(SmallPlant.receipt("RC-1", SEAL, 20, "2026-01-16"));
        store(1, PUMP, 10, FRIDAY);

        // Bars bought today are there on the 17th, so seals need not be bought for the 12th.
        assertThat(publish().shortages()).extracting(MaterialPeg::component).containsExactly(BAR);
    }

    @Test
    void scarceReceiptGoesToTheOrderThatCanUseItFirst() {
        noStock();
        inventory.putStock(SHAFT, pieces(10));
        inventory.putReceipt(SmallPlant.receipt("RC-1", SEAL, 20, "2026-01-08"));
        store(1, PUMP, 10, THURSDAY);
        storeWithShaftsFromStock(2, FRIDAY);

        publish();

        // The first waits for bars until the 19th anyway.
        Map<OrderLineId, Instant> ends = planning.projectedEnds(List.of(line(1), line(2)));
        assertThat(ends.get(line(2))).isBefore(FRIDAY);
        assertThat(ends.get(line(1)))
                .isBetween(Instant.parse("2026-01-19T05:00:00Z"), Instant.parse("2026-01-19T13:00:00Z"));
    }

    @Test
    void promisedWorkKeepsTheReceiptItsPromiseReliedOn() {
        noStock();
        inventory.putReceipt(SmallPlant.receipt("RC-1", SEAL, 20, "2026-01-08"));
        OperationId promised = coated(production
                .propose(demand(1, PUMP, 10, FRIDAY), item -> pieces(0))
                .promisedBy(FRIDAY, Duration.ZERO));
        OperationId other = coated(production.propose(demand(2, PUMP, 10, THURSDAY), item -> pieces(0)));
        MaterialPeg relied = new MaterialPeg(
                promised, SEAL, pieces(20), MaterialPeg.Source.RECEIPT, "RC-1", Instant.parse("2026-01-07T23:00:00Z"));
        PlanFacts facts = factsReader.read(List.of());

        assertThat(sealsFor(facts, List.of(relied), promised, other))
                .containsExactlyInAnyOrder(
                        tuple(promised, MaterialPeg.Source.RECEIPT), tuple(other, MaterialPeg.Source.PURCHASE));
        assertThat(sealsFor(facts, List.of(), promised, other))
                .containsExactlyInAnyOrder(
                        tuple(promised, MaterialPeg.Source.PURCHASE), tuple(other, MaterialPeg.Source.RECEIPT));
    }

    /** Where seals come from when the other one is the more urgent. */
    private List<Tuple> sealsFor(PlanFacts facts, List<MaterialPeg> before, OperationId promised, OperationId other) {
        Pegging pegging = new Pegging(facts, factsReader::free, before, Set.of());
        Map<OperationId, Instant> starts = new HashMap<>();
        starts.put(promised, THURSDAY);
        starts.put(other, THURSDAY);
        return pegging.as(new Pegging.Wish(starts, Map.of(other, 100L), Set.of(SEAL)), pegging.byDueDate()).stream()
                .filter(peg -> peg.component().equals(SEAL))
                .map(peg -> tuple(peg.operation(), peg.source()))
                .toList();
    }

    private OperationId coated(Proposal proposal) {
        ProductionOrder top = proposal.productionOrders().getFirst();
        return new OperationId(Objects.requireNonNull(production.store(proposal).get(top.number())), 10);
    }

    private void noStock() {
        inventory.putStock(BAR, pieces(0));
        inventory.putStock(SEAL, pieces(0));
    }

    private void store(int order, ItemNumber item, long quantity, Instant wanted) {
        production.store(production.propose(demand(order, item, quantity, wanted), each -> pieces(0)));
    }

    private void storeWithShaftsFromStock(int order, Instant wanted) {
        Quantity shafts = pieces(10);
        production.store(
                production.propose(demand(order, PUMP, 10, wanted), item -> item.equals(SHAFT) ? shafts : pieces(0)));
    }

    private static Demand demand(int order, ItemNumber item, long quantity, Instant wanted) {
        return new Demand(line(order), 1, item, pieces(quantity), wanted, 5);
    }

    private static OrderLineId line(int order) {
        return new OrderLineId(new OrderNumber("SO-" + order), 1);
    }

    private Schedule publish() {
        PlanMaker.Made made = maker.make(MOMENT, List.of(), progress -> {}, () -> false);
        schedules.insert(made.schedule(), made.detail());
        assertThat(planning.publish(made.schedule().id(), PLANNER)).isInstanceOf(PublishOutcome.Published.class);
        return made.schedule();
    }
}
