package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Plant;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** The plan in memory, caught up entry by entry, beside the plan read anew. */
@DatabaseTest
@Import(PublishedPlanTest.Modules.class)
@Transactional
class LivePlanTest {
    private static final Actor SELLER = new Actor("seller");

    @Autowired
    private Planning planning;

    @Autowired
    private PlanMaker maker;

    @Autowired
    private PlanMemory memory;

    @Autowired
    private PlanBook book;

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
    void planThatWasCaughtUpIsThePlanReadAnew() {
        inventory.putStock(BAR, pieces(600));
        publish();
        LivePlan live = memory.read(book.head());
        Random random = new Random(7);
        Map<String, List<Placement>> open = new HashMap<>();
        for (int step = 1; step <= 40; step++) {
            switch (open.isEmpty() ? random.nextInt(2) : random.nextInt(4)) {
                case 0 -> bind(live.place(List.of(demand(step, random))));
                case 1 -> open.put("quote-" + step, hold(step, live, random));
                case 2 -> end(open.keySet().iterator().next(), "cancelled", open);
                default -> {
                    String quote = open.keySet().iterator().next();
                    List<Placement> held = live.held(quote);
                    end(quote, "confirmed", open);
                    bind(held);
                }
            }

            live = memory.caughtUp(live, book.head());

            LivePlan anew = memory.read(book.head());
            assertThat(live.sequence()).isEqualTo(anew.sequence());
            for (int probe = 0; probe < 5; probe++) {
                List<Demand> asked = List.of(demand(1000, new Random(probe)), demand(1001, new Random(probe + 9)));
                assertThat(live.place(asked, 0.9)).as("after step %d", step).isEqualTo(anew.place(asked, 0.9));
            }
            for (String quote : open.keySet()) {
                assertThat(ends(live.held(quote))).isEqualTo(ends(anew.held(quote)));
            }
        }
    }

    @Test
    void nobodysDateMovesHoweverManyOrdersGoBetweenTheOthers() {
        publish();
        Map<OrderLineId, Instant> promised = new HashMap<>();
        for (int order = 1; order <= 30; order++) {
            Placement placement = memory.read(book.head())
                    .place(List.of(demand(order, new Random(order))))
                    .getFirst();
            bind(List.of(placement));
            Instant asked = placement.proposal().demand().requestedEnd();
            Instant by = placement.end().isAfter(asked) ? placement.end() : asked;
            promised.put(line(order), by);
            production.setPromisedEnd(line(order), 1, by, Duration.ZERO);

            planning.projectedEnds(promised.keySet())
                    .forEach(
                            (line, end) -> assertThat(end).as("end of %s", line).isBeforeOrEqualTo(promised.get(line)));
        }
    }

    @Test
    void linesAreSpreadBeforeNothingFitsBetweenTwoOperationsAnyMore() {
        publish();
        Instant late = clock.instant().plus(Duration.ofDays(60));
        bind(memory.read(book.head()).place(List.of(new Demand(line(1), 1, PUMP, pieces(30), late, 5))));
        for (int order = 2; order <= 60; order++) {
            LivePlan plan = memory.locked(book.lockedHead()).orElseThrow();
            // Everybody after it has time to spare, so each comes right behind the first.
            bind(plan.place(List.of(new Demand(line(order), 1, SHAFT, pieces(1), clock.instant(), 5))));
            production.setPromisedEnd(line(order), 1, late, Duration.ZERO);
        }

        List<Double> positions = book.rows().stream().map(PlanRow::position).toList();

        assertThat(book.rows().stream().filter(row -> row.placed().machine() != null))
                .extracting(row -> row.placed().machine() + " " + row.position())
                .doesNotHaveDuplicates();
        assertThat(positions).allMatch(position -> Math.abs(position) < 1000);
    }

    private static List<Instant> ends(List<Placement> placements) {
        return placements.stream().map(Placement::end).toList();
    }

    private Demand demand(int order, Random random) {
        ItemNumber item = random.nextBoolean() ? PUMP : SHAFT;
        Instant asked = clock.instant().plus(Duration.ofHours(random.nextInt(400)));
        return new Demand(line(order), 1, item, pieces(1 + random.nextInt(40)), asked, 1 + random.nextInt(9));
    }

    private static OrderLineId line(int order) {
        return new OrderLineId(new OrderNumber("SO-" + order), 1);
    }

    private void publish() {
        PlanMaker.Made made = maker.make(Duration.ofMillis(100), List.of(), progress -> {}, () -> false);
        schedules.insert(made.schedule(), made.detail());
        assertThat(planning.publish(made.schedule().id(), SELLER)).isInstanceOf(PublishOutcome.Published.class);
    }

    private List<Placement> hold(int step, LivePlan plan, Random random) {
        List<Placement> placements =
                plan.place(List.of(demand(100 + 2 * step, random), demand(101 + 2 * step, random)));
        planning.append(
                new JournalEntry.Held("quote-" + step, clock.instant().plus(Duration.ofHours(1)), placements), SELLER);
        return placements;
    }

    private void end(String quote, String reason, Map<String, List<Placement>> open) {
        open.remove(quote);
        planning.append(new JournalEntry.HoldEnded(quote, reason), SELLER);
    }

    private void bind(List<Placement> placements) {
        for (Placement placement : placements) {
            Map<ProductionOrderNumber, ProductionOrderNumber> numbers = production.store(placement.proposal());
            List<Slot> slots = placement.slots().stream()
                    .map(slot -> new Slot(in(slot.placed(), numbers), slot.position()))
                    .toList();
            List<MaterialPeg> pegs = placement.pegs().stream()
                    .map(peg -> new MaterialPeg(
                            in(peg.operation(), numbers),
                            peg.component(),
                            peg.quantity(),
                            peg.source(),
                            peg.reference(),
                            peg.available()))
                    .toList();
            String order = placement.proposal().demand().orderLine().order().value();
            planning.append(new JournalEntry.Promised(order, slots, pegs), SELLER);
        }
    }

    private static PlacedOperation in(
            PlacedOperation placed, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new PlacedOperation(
                in(placed.operation(), numbers),
                placed.machine(),
                placed.setupStart(),
                placed.start(),
                placed.end(),
                placed.setupState());
    }

    private static OperationId in(OperationId operation, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new OperationId(
                numbers.getOrDefault(operation.productionOrder(), operation.productionOrder()), operation.sequence());
    }
}
