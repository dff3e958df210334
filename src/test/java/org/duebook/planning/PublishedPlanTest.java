package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.LATHE_1;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.SEAL;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;
import static org.duebook.testing.SmallPlant.receipt;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Plant;
import org.duebook.policy.Policies;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.production.ProgressOutcome;
import org.duebook.production.ProgressReport;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.Exactly;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** The published plan and its journal, on the small plant, on Wednesday 2026-01-07 from 09:00 Berlin time. */
@DatabaseTest
@Import(PublishedPlanTest.Modules.class)
@Transactional
class PublishedPlanTest {

    @ComponentScan(basePackageClasses = {Planning.class, Production.class, Catalog.class, Plant.class, Inventory.class})
    static class Modules {

        @Bean
        Policies policies() {
            Policies policies = mock(Policies.class);
            when(policies.variation(any())).thenReturn(Exactly.AS_PLANNED);
            return policies;
        }

        @Bean
        SchedulerClient jobs(DataSource database) {
            return SchedulerClient.Builder.create(database).build();
        }
    }

    private static final Actor PLANNER = new Actor("planner");
    private static final Instant FRIDAY = Instant.parse("2026-01-09T13:00:00Z");

    @Autowired
    private Planning planning;

    @Autowired
    private PlanMaker maker;

    @Autowired
    private Schedules schedules;

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
    void nothingIsPublishedBeforeTheFirstPlan() {
        assertThat(planning.published()).isEmpty();
        assertThat(planning.snapshot()).isEmpty();
        assertThat(planning.projectedEnds(List.of(line(1)))).isEmpty();
    }

    @Test
    void publishedScheduleHoldsEveryOpenOperationAndIsProvedFeasible() {
        store(demand(1, PUMP, 20));
        store(demand(2, PUMP, 10));

        Schedule schedule = publish();

        assertThat(schedule.operations()).hasSize(6);
        assertThat(schedule.publishedAt()).isEqualTo(clock.instant());
        assertThat(planning.published().orElseThrow().operations())
                .extracting(operation -> operation.placed())
                .containsExactlyInAnyOrderElementsOf(schedule.operations().stream()
                        .map(ScheduledOperation::placed)
                        .toList());
    }

    @Test
    void quoteEndsWhereItsOperationsFitAndMovesNobody() {
        store(demand(1, PUMP, 20));
        publish();
        Map<OrderLineId, Instant> before = planning.projectedEnds(List.of(line(1)));

        Placement first = place(demand(2, PUMP, 10));
        bind(2, first);

        // 20 minutes on a lathe, 10 red and 30 blue on the coating line around what stands there, colour changes
        // between.
        assertThat(first.operations()).hasSize(3);
        assertThat(planning.projectedEnds(List.of(line(1), line(2))))
                .containsEntry(line(1), before.get(line(1)))
                .containsEntry(line(2), first.end());
    }

    @Test
    void sameQuestionToTheSameSnapshotGetsTheSameAnswer() {
        store(demand(1, PUMP, 20));
        publish();
        PlanSnapshot snapshot = planning.snapshot().orElseThrow();

        assertThat(snapshot.place(List.of(demand(2, PUMP, 10))))
                .isEqualTo(snapshot.place(List.of(demand(2, PUMP, 10))));
    }

    @Test
    void noHourIsSoldTwiceHoweverManyOrdersAreBound() {
        publish();

        for (int order = 1; order <= 12; order++) {
            bind(order, place(demand(order, PUMP, 7L + order)));
        }

        PublishOutcome again = planning.publish(made().id(), PLANNER);
        assertThat(again).isInstanceOf(PublishOutcome.Published.class);
        Map<MachineCode, Instant> free = new HashMap<>();
        for (ScheduledOperation operation : planning.published().orElseThrow().operations()) {
            PlacedOperation placed = operation.placed();
            MachineCode machine = placed.machine();
            if (machine != null) {
                assertThat(placed.setupStart()).isAfterOrEqualTo(free.getOrDefault(machine, Instant.EPOCH));
                free.put(machine, placed.end());
            }
        }
    }

    @Test
    void holdTakesCapacityUntilItsEntryEndsIt() {
        publish();
        Placement held = place(demand(1, PUMP, 60));
        Placement alone = place(demand(2, PUMP, 60));

        planning.lockedSnapshot();
        planning.append(new JournalEntry.Held("q-1", clock.instant().plusSeconds(1800), List.of(held)), PLANNER);
        clock.advance(Duration.ofHours(1));
        Instant whileHeld = place(demand(2, PUMP, 60)).end();
        planning.lockedSnapshot();
        planning.append(new JournalEntry.HoldEnded("q-1", "expired"), PLANNER);
        Instant afterwards = place(demand(2, PUMP, 60)).end();

        assertThat(whileHeld).isAfter(alone.end().plus(Duration.ofHours(2)));
        assertThat(afterwards).isEqualTo(alone.end().plus(Duration.ofHours(1)));
    }

    @Test
    void heldStockIsNotOfferedToTheNext() {
        inventory.putStock(PUMP, pieces(10));
        publish();
        Placement fromStock = place(demand(1, PUMP, 10));

        planning.lockedSnapshot();
        planning.append(new JournalEntry.Held("q-1", clock.instant().plusSeconds(1800), List.of(fromStock)), PLANNER);

        assertThat(fromStock.operations()).isEmpty();
        assertThat(place(demand(2, PUMP, 10)).operations()).hasSize(3);
    }

    @Test
    void orderWaitsForTheReceiptThatBringsItsMaterialAndSaysSo() {
        inventory.putStock(SEAL, pieces(0));
        inventory.putReceipt(receipt("RC-7", SEAL, 100, "2026-01-12"));
        publish();

        Placement placement = place(demand(1, PUMP, 10));

        assertThat(placement.bindings())
                .contains(new Binding.WaitsForMaterial(
                        placement
                                .proposal()
                                .productionOrders()
                                .getFirst()
                                .operations()
                                .getFirst()
                                .id(),
                        SEAL,
                        pieces(20),
                        MaterialPeg.Source.RECEIPT,
                        "RC-7",
                        Instant.parse("2026-01-11T23:00:00Z")));
        // Changed to blue on Friday, half an hour of coating from Monday 06:00 in Berlin.
        assertThat(placement.end()).isEqualTo(Instant.parse("2026-01-12T05:30:00Z"));
    }

    @Test
    void whatNoReceiptBringsIsBoughtTodayAndListedAsShortage() {
        inventory.putStock(BAR, pieces(4));
        store(demand(1, PUMP, 10));

        Schedule schedule = publish();

        assertThat(schedule.shortages()).singleElement().satisfies(shortage -> {
            assertThat(shortage.component()).isEqualTo(BAR);
            assertThat(shortage.quantity()).isEqualTo(pieces(6));
            assertThat(shortage.available()).isEqualTo(Instant.parse("2026-01-16T23:00:00Z"));
        });
        assertThat(ends(1)).isAfter(Instant.parse("2026-01-19T05:00:00Z"));
    }

    @Test
    void materialIsNeverSoldTwice() {
        inventory.putStock(SEAL, pieces(20));
        publish();
        bind(1, place(demand(1, PUMP, 10)));

        Placement second = place(demand(2, PUMP, 10));

        assertThat(second.pegs())
                .filteredOn(peg -> peg.component().equals(SEAL))
                .extracting(MaterialPeg::source)
                .containsOnly(MaterialPeg.Source.PURCHASE);
    }

    @Test
    void publishingReplaysWhatWasPromisedSinceTheScheduleWasMade() {
        store(demand(1, PUMP, 20));
        publish();
        Schedule next = made();
        bind(2, place(demand(2, PUMP, 10)));

        PublishOutcome outcome = planning.publish(next.id(), PLANNER);

        assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
        assertThat(planning.projectedEnds(List.of(line(1), line(2)))).hasSize(2);
    }

    @Test
    void startedOperationStaysOnItsMachineAndFinishedOneLeavesThePlan() {
        store(demand(1, PUMP, 60));
        publish();
        OperationId turning = operation(SHAFT, 10);

        report(turning, LATHE_1, 30, false);
        clock.advance(Duration.ofMinutes(30));
        Schedule running = planning.published().orElseThrow();
        report(turning, LATHE_1, 30, true);
        Schedule after = planning.published().orElseThrow();

        // 30 of 60 pieces are done, so an hour of the two is left from now on.
        assertThat(placed(running, turning).start()).isEqualTo(TestClock.START);
        assertThat(placed(running, turning).end()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(90)));
        assertThat(after.operations())
                .extracting(operation -> operation.placed().operation())
                .doesNotContain(turning)
                .hasSize(2);
    }

    @Test
    void workBeyondTheCalendarsHorizonIsPublishedWhereItsLastWeekRepeats() {
        store(demand(1, PUMP, 20_000));

        Schedule schedule = publish();

        assertThat(schedule.operations())
                .extracting(operation -> operation.placed().end())
                .anyMatch(end -> end.isAfter(clock.instant().plus(PlanFacts.HORIZON)));
        assertThat(ends(1)).isAfter(clock.instant().plus(PlanFacts.HORIZON));
    }

    @Test
    void frozenWorkStaysWhereItIsInTheNextRun() {
        store(demand(1, PUMP, 20));
        Schedule first = publish();
        store(demand(2, PUMP, 20));

        Schedule second = made();

        assertThat(first.operations())
                .allSatisfy(before ->
                        assertThat(placed(second, before.placed().operation())).isEqualTo(before.placed()));
    }

    @Test
    void oneUrgentOrderIsMadeInTimeAndMovesAtMostOneOperationInTwenty() {
        for (int order = 1; order <= 20; order++) {
            store(demand(order, PUMP, 20));
        }
        publish();
        for (int order = 1; order <= 20; order++) {
            production.setPromisedEnd(line(order), 1, ends(order).plus(Duration.ofDays(2)), Duration.ZERO);
        }
        bind(99, place(demand(99, PUMP, 10)));
        production.setPromisedEnd(line(99), 1, FRIDAY, Duration.ZERO);
        Instant inTheGaps = ends(99);

        Schedule again = made(Duration.ofSeconds(1));

        long outside = again.operations().stream()
                .filter(operation -> !operation.placed().start().isBefore(again.frozenUntil()))
                .filter(operation -> !operation.orderLine().equals(line(99)))
                .count();
        assertThat(inTheGaps).isAfter(FRIDAY);
        assertThat(again.movedOperations()).isLessThanOrEqualTo((int) (outside / 20));
        assertThat(planning.publish(again.id(), PLANNER)).isInstanceOf(PublishOutcome.Published.class);
        assertThat(ends(99)).isBeforeOrEqualTo(FRIDAY);
    }

    @Test
    void closingALineTakesItsWorkOutOfThePlan() {
        store(demand(1, PUMP, 20));
        store(demand(2, PUMP, 20));
        publish();

        production.close(line(1), "cancelled", PLANNER);

        assertThat(planning.published().orElseThrow().operations())
                .extracting(ScheduledOperation::orderLine)
                .containsOnly(line(2));
    }

    @Test
    void lateLineTellsWhatHeldItUp() {
        inventory.putStock(SEAL, pieces(0));
        inventory.putReceipt(receipt("RC-7", SEAL, 100, "2026-01-12"));
        store(demand(1, PUMP, 10));

        Schedule schedule = publish();

        List<LateLine> late = planning.lateLines(schedule.id()).orElseThrow();
        assertThat(late).singleElement().satisfies(line -> {
            assertThat(line.promised()).isFalse();
            assertThat(line.due()).isEqualTo(FRIDAY);
            assertThat(line.causes())
                    .anySatisfy(cause -> assertThat(cause).isInstanceOf(Binding.WaitsForMaterial.class));
        });
    }

    @Test
    void nothingBeginsBeforeItsRelease() {
        Instant monday = Instant.parse("2026-01-11T23:00:00Z");
        store(releasedFrom(monday, 1));

        Schedule schedule = publish();
        Placement quoted = place(releasedFrom(monday, 2));
        bind(2, quoted);

        assertThat(schedule.operations())
                .extracting(each -> each.placed().start())
                .allSatisfy(start -> assertThat(start).isAfterOrEqualTo(monday));
        assertThat(planning.lateLines(schedule.id()).orElseThrow().getFirst().causes())
                .anySatisfy(cause -> assertThat(cause)
                        .isInstanceOfSatisfying(
                                Binding.NotReleased.class,
                                unreleased -> assertThat(unreleased.until()).isEqualTo(monday)));
        assertThat(quoted.operations())
                .extracting(PlacedOperation::start)
                .allSatisfy(start -> assertThat(start).isAfterOrEqualTo(monday));
        assertThat(quoted.bindings()).anySatisfy(cause -> assertThat(cause).isInstanceOf(Binding.NotReleased.class));
        assertThat(planning.projectedEnds(List.of(line(2)))).containsEntry(line(2), quoted.end());
        publish();
        assertThat(planning.published().orElseThrow().operations())
                .extracting(each -> each.placed().start())
                .allSatisfy(start -> assertThat(start).isAfterOrEqualTo(monday));
    }

    private static Demand releasedFrom(Instant release, int order) {
        return new Demand(line(order), 1, PUMP, pieces(10), FRIDAY, 5, release);
    }

    private static OrderLineId line(int order) {
        return new OrderLineId(new OrderNumber("SO-" + order), 1);
    }

    private static Demand demand(int order, ItemNumber item, long quantity) {
        return new Demand(line(order), 1, item, pieces(quantity), FRIDAY, 5);
    }

    private Map<ProductionOrderNumber, ProductionOrderNumber> store(Demand demand) {
        return production.store(production.propose(demand, item -> pieces(0)));
    }

    private Schedule made() {
        return made(Duration.ofMillis(300));
    }

    private Schedule made(Duration limit) {
        PlanMaker.Made made = maker.make(limit, List.of(), progress -> {}, () -> false);
        schedules.insert(made.schedule(), made.detail());
        return made.schedule();
    }

    private Schedule publish() {
        PublishOutcome outcome = planning.publish(made().id(), PLANNER);
        assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
        return ((PublishOutcome.Published) outcome).schedule();
    }

    private Placement place(Demand demand) {
        return planning.lockedSnapshot().orElseThrow().place(List.of(demand)).getFirst();
    }

    private void bind(int order, Placement placement) {
        Map<ProductionOrderNumber, ProductionOrderNumber> numbers = production.store(placement.proposal());
        List<Slot> slots = placement.slots().stream()
                .map(slot -> new Slot(renumbered(slot.placed(), numbers), slot.position()))
                .toList();
        List<MaterialPeg> pegs = placement.pegs().stream()
                .map(peg -> new MaterialPeg(
                        renumbered(peg.operation(), numbers),
                        peg.component(),
                        peg.quantity(),
                        peg.source(),
                        peg.reference(),
                        peg.available()))
                .toList();
        planning.append(new JournalEntry.Promised("SO-" + order, slots, pegs), PLANNER);
    }

    private static PlacedOperation renumbered(
            PlacedOperation placed, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new PlacedOperation(
                renumbered(placed.operation(), numbers),
                placed.machine(),
                placed.setupStart(),
                placed.start(),
                placed.end(),
                placed.setupState());
    }

    private static OperationId renumbered(
            OperationId operation, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new OperationId(
                numbers.getOrDefault(operation.productionOrder(), operation.productionOrder()), operation.sequence());
    }

    private Instant ends(int order) {
        return planning.projectedEnds(List.of(line(order))).getOrDefault(line(order), Instant.EPOCH);
    }

    private OperationId operation(ItemNumber item, int sequence) {
        ProductionOrder order = production.open().stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow();
        return new OperationId(order.number(), sequence);
    }

    private void report(OperationId operation, MachineCode machine, long good, boolean finished) {
        assertThat(production.report(
                        new ProgressReport(operation, machine, clock.instant(), pieces(good), pieces(0), finished),
                        PLANNER))
                .isInstanceOf(ProgressOutcome.Booked.class);
    }

    private static PlacedOperation placed(Schedule schedule, OperationId operation) {
        return schedule.operations().stream()
                .map(ScheduledOperation::placed)
                .filter(placed -> placed.operation().equals(operation))
                .findFirst()
                .orElseThrow();
    }
}
