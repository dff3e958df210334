package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duebook.testing.SmallPlant.COATER;
import static org.duebook.testing.SmallPlant.LATHE_1;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.WorkingCalendar;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

/** The small plant on night shifts, 22:00 to 06:00 in Berlin, in the weeks in which the clocks change. */
@DatabaseTest
@Import(PublishedPlanTest.Modules.class)
@Transactional
class ClockChangeTest {

    private static final Actor PLANNER = new Actor("planner");

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
    private TestClock clock;

    @BeforeEach
    void plantOnNightShifts() {
        SmallPlant.put(plant, catalog);
        SmallPlant.fillStore(inventory);
        List<WorkingCalendar.Shift> nights = Arrays.stream(DayOfWeek.values())
                .map(day -> new WorkingCalendar.Shift(day, LocalTime.of(22, 0), LocalTime.of(6, 0)))
                .toList();
        plant.putCalendar(new WorkingCalendar("NIGHT", "Night shift", nights, new TreeSet<>()));
        for (Machine machine : plant.machines()) {
            plant.putMachine(
                    new Machine(machine.code(), machine.name(), machine.workCentre(), "NIGHT", machine.setupState()));
        }
    }

    /** At 2 minutes a shaft, so many are turned in that one night; coating them begins the next night at 22:00. */
    @ParameterizedTest(name = "the night of {0} has {1} minutes")
    @CsvSource({
        "2026-03-28T11:00:00Z, 420, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z, 2026-03-29T20:00:00Z",
        "2026-04-04T10:00:00Z, 480, 2026-04-04T20:00:00Z, 2026-04-05T04:00:00Z, 2026-04-05T20:00:00Z",
        "2026-10-24T10:00:00Z, 540, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z, 2026-10-25T21:00:00Z"
    })
    void nightShiftIsPlannedToItsRealLengthAndProvedFeasible(
            Instant noon, long minutes, Instant begin, Instant end, Instant nextNight) {
        clock.set(noon);
        store(minutes / 2);

        PlanMaker.Made made = maker.make(Duration.ofMillis(100), List.of(), progress -> {}, () -> false);
        schedules.insert(made.schedule(), made.detail());
        PublishOutcome outcome = planning.publish(made.schedule().id(), PLANNER);

        assertThat(outcome).isInstanceOf(PublishOutcome.Published.class);
        assertThat(planning.published().orElseThrow().operations())
                .extracting(ScheduledOperation::placed)
                .extracting(PlacedOperation::machine, PlacedOperation::start, PlacedOperation::end)
                .containsExactly(
                        tuple(LATHE_1, begin, end),
                        tuple(COATER, nextNight, nextNight.plus(Duration.ofMinutes(minutes / 2))));
    }

    private void store(long shafts) {
        OrderLineId line = new OrderLineId(new OrderNumber("SO-1"), 1);
        Demand demand =
                new Demand(line, 1, SHAFT, pieces(shafts), clock.instant().plus(Duration.ofDays(5)), 5);
        production.store(production.propose(demand, item -> pieces(0)));
    }
}
