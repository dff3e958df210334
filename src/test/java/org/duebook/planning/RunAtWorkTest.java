package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Plant;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A run that is broken off at any of its steps, and whoever goes on with it. */
@DatabaseTest
@Import(PublishedPlanTest.Modules.class)
@Transactional
class RunAtWorkTest {

    private static final Actor PLANNER = new Actor("planner");
    private static final Instant FRIDAY = Instant.parse("2026-01-09T13:00:00Z");

    @Autowired
    private RunAtWork work;

    @Autowired
    private PlanningRuns runs;

    @Autowired
    private PlanMaker maker;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Planning planning;

    @Autowired
    private Production production;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void plant() {
        clock.set(TestClock.START);
        SmallPlant.put(plant, catalog);
        SmallPlant.fillStore(inventory);
        for (int order = 1; order <= 30; order++) {
            store(order, 10 + order % 7 * 5L);
        }
    }

    @Test
    void runThatWasBrokenOffGoesOnFromItsBestPlanForTheTimeItHasLeft() {
        UUID run = run(Duration.ofSeconds(3));
        breakOffOnceAPlanIsKept(run);
        PlanningRun broken = runs.find(run).orElseThrow();
        List<PlacedOperation> kept = runs.kept(run);
        store(31, 5);
        long before = System.nanoTime();

        work.carryOut(run, () -> false);

        Duration rest = Duration.ofNanos(System.nanoTime() - before);
        PlanningRun over = runs.find(run).orElseThrow();
        assertThat(broken.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(kept).hasSize(90);
        assertThat(over.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(over.elapsed()).isGreaterThanOrEqualTo(broken.elapsed());
        assertThat(rest)
                .isLessThan(Duration.ofSeconds(3).minus(broken.elapsed()).plusSeconds(2));
        assertThat(planning.published().orElseThrow().operations()).hasSize(93);
        assertThat(runs.kept(run)).isEmpty();
    }

    @Test
    void runThatGoesOnWithNoTimeLeftPublishesThePlanItHadKept() {
        UUID run = run(Duration.ofSeconds(1));
        PlanMaker.Made good = maker.make(Duration.ofSeconds(2), List.of(), progress -> {}, () -> false);
        List<PlacedOperation> kept = good.schedule().operations().stream()
                .map(ScheduledOperation::placed)
                .toList();
        runs.keep(run, kept);
        jdbc.sql("update planning_run set status = 'RUNNING', elapsed_millis = 1000")
                .update();

        work.carryOut(run, () -> false);

        assertThat(good.last().search().best())
                .isNotEqualTo(good.last().search().dispatch());
        assertThat(planning.published().orElseThrow().operations())
                .extracting(ScheduledOperation::placed)
                .containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void runThatDiedBeforePublishingPublishesTheScheduleItHadStored() {
        UUID run = run(Duration.ofSeconds(60));
        PlanMaker.Made made = maker.make(Duration.ofMillis(100), List.of(), progress -> {}, () -> false);
        schedules.insert(made.schedule(), made.detail());
        runs.setStatus(run, RunStatus.RUNNING);
        runs.setSchedule(run, made.schedule().id());

        work.carryOut(run, () -> false);

        assertThat(runs.find(run).orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(planning.published().orElseThrow().id())
                .isEqualTo(made.schedule().id());
        assertThat(jdbc.sql("select count(*) from schedule").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void runThatIsOverIsNotCarriedOutAgain() {
        UUID run = run(Duration.ofMillis(1));
        work.carryOut(run, () -> false);
        PlanningRun over = runs.find(run).orElseThrow();

        work.carryOut(run, () -> false);

        assertThat(over.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(runs.find(run)).contains(over);
        assertThat(jdbc.sql("select count(*) from plan_journal where kind = 'Published'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void breakOffOnceAPlanIsKept(UUID run) {
        assertThatThrownBy(() -> work.carryOut(run, () -> !runs.kept(run).isEmpty()))
                .hasMessageContaining("given back");
    }

    private UUID run(Duration limit) {
        UUID run = UUID.randomUUID();
        runs.insert(run, limit, true, PLANNER, clock.instant());
        return run;
    }

    private void store(int order, long quantity) {
        OrderLineId line = new OrderLineId(new OrderNumber("SO-" + order), 1);
        production.store(production.propose(new Demand(line, 1, PUMP, pieces(quantity), FRIDAY, 5), item -> pieces(0)));
    }
}
