package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.planning.futures.Spread;
import org.duebook.planning.futures.Spreads;
import org.duebook.planning.futures.Spreads.OnMachine;
import org.duebook.plant.Downtime;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.policy.VariationParameters;
import org.duebook.shared.Actor;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the small plant wrote down, read on Wednesday 2026-01-07 at 09:00 Berlin time. Shifts are 6:00 to 14:00. */
@DatabaseTest
@Import(PublishedPlanTest.Modules.class)
@Transactional
class RecordedVariationTest {
    private static final Actor CLERK = new Actor("clerk");
    private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T06:00:00Z");
    private static final VariationParameters DECLARED = new VariationParameters(
            "paper", 0.9, 0, 0, 0, Duration.ofHours(200), Duration.ZERO, Duration.ZERO, Duration.ofDays(3));

    @Autowired
    private RecordedVariation variation;

    @Autowired
    private Journal journal;

    @Autowired
    private Plant plant;

    @Autowired
    private Catalog catalog;

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
    }

    @Test
    void whatWasDeclaredHoldsAsLongAsNothingIsRecorded() {
        Spreads spreads = read();

        assertThat(on(spreads, SmallPlant.COATER).runTime().within(0.99)).isEqualTo(1);
        assertThat(on(spreads, SmallPlant.COATER).breakdowns().minutesBetween()).isEqualTo(12_000);
        assertThat(spreads.purchaseDays().within(0.9)).isEqualTo(3);
        assertThat(spreads.areRecorded()).isFalse();
    }

    @Test
    void runTimesAndScrapAreThoseOfTheWorkCentreAndClosedTimeDoesNotCount() {
        for (int i = 1; i < Spread.RECORDS_ALONE; i++) {
            finished("PO-T" + i, SmallPlant.LATHE_1, MONDAY, MONDAY.plus(Duration.ofMinutes(90)));
        }
        // Half an hour before the end of the shift and an hour of the next one.
        finished("PO-T0", SmallPlant.LATHE_1, Instant.parse("2026-01-05T12:30:00Z"), TUESDAY);

        Spreads spreads = read();

        assertThat(on(spreads, SmallPlant.LATHE_2).runTime().within(0)).isEqualTo(1.5);
        assertThat(on(spreads, SmallPlant.LATHE_2).runTime().within(1)).isEqualTo(1.5);
        assertThat(on(spreads, SmallPlant.LATHE_2).scrap().mean()).isCloseTo(0.1, within(1e-9));
        assertThat(on(spreads, SmallPlant.COATER).runTime().within(1)).isEqualTo(1);
    }

    @Test
    void anOperationOfWhichOnlyTheEndWasReportedSaysNothingAboutItsRunTime() {
        for (int i = 0; i < Spread.RECORDS_ALONE; i++) {
            finished("PO-T" + i, SmallPlant.LATHE_1, MONDAY, MONDAY);
        }

        OnMachine lathe = on(read(), SmallPlant.LATHE_1);

        assertThat(lathe.runTime().isRecorded()).isFalse();
        assertThat(lathe.scrap().mean()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void downtimeIsABreakdownUnlessItWasKnownAheadOrTakenBack() {
        for (int i = 0; i < 40; i++) {
            finished("PO-T" + i, SmallPlant.LATHE_1, MONDAY, MONDAY.plus(Duration.ofMinutes(90)));
        }
        for (int i = 0; i < 8; i++) {
            down(SmallPlant.LATHE_2, TUESDAY);
        }
        down(SmallPlant.LATHE_2, TestClock.START.plus(Duration.ofDays(1)));
        long mistaken = down(SmallPlant.LATHE_2, TUESDAY);
        journal.append(new JournalEntry.Withdrawn(mistaken, "wrong machine"), CLERK);

        Spreads spreads = read();

        assertThat(on(spreads, SmallPlant.LATHE_1).breakdowns().minutesBetween())
                .isCloseTo((0.5 * 12_000 + 40 * 90) / 8.5, within(1e-6));
        // Two hours over the end of the shift and the night: the hour before it and the one after count.
        assertThat(on(spreads, SmallPlant.LATHE_1).breakdowns().repair().within(1))
                .isEqualTo(120);
        assertThat(on(spreads, SmallPlant.COATER).breakdowns().minutesBetween()).isEqualTo(12_000);
    }

    @Test
    void aReceiptIsAsLateAsItsLastPart() {
        for (int i = 0; i < Spread.RECORDS_ALONE; i++) {
            ScheduledReceipt ordered = SmallPlant.receipt("RC-" + i, SmallPlant.BAR, 10, "2026-01-05");
            ScheduledReceipt half = SmallPlant.receipt("RC-" + i, SmallPlant.BAR, 5, "2026-01-06");
            ScheduledReceipt nothing = SmallPlant.receipt("RC-" + i, SmallPlant.BAR, 0, "2026-01-06");
            clock.set(TestClock.START.minus(Duration.ofDays(1)));
            journal.append(new JournalEntry.Receipt(ordered, SmallPlant.pieces(5), half, ""), CLERK);
            clock.set(TestClock.START);
            journal.append(new JournalEntry.Receipt(half, SmallPlant.pieces(5), nothing, ""), CLERK);
        }

        Spreads spreads = read();

        assertThat(spreads.receiptDays().within(0)).isEqualTo(2);
        assertThat(spreads.receiptDays().within(1)).isEqualTo(2);
        assertThat(spreads.purchaseDays().within(1)).isEqualTo(2);
    }

    private Spreads read() {
        return variation.spreads(plant.machines(), DECLARED, clock.instant());
    }

    private OnMachine on(Spreads spreads, MachineCode machine) {
        List<MachineCode> codes = plant.machines().stream().map(Machine::code).toList();
        return spreads.machines().get(codes.indexOf(machine));
    }

    /** Entered when it began on Tuesday an hour before the end of the shift, until an hour of the next is gone; or ahead. */
    private long down(MachineCode machine, Instant entered) {
        Instant from = entered.isAfter(TestClock.START) ? entered : Instant.parse("2026-01-06T12:00:00Z");
        Instant until = from.plus(Duration.ofHours(18));
        clock.set(entered.isAfter(TestClock.START) ? TestClock.START : from);
        long entry = journal.append(new JournalEntry.Down(machine, from, until, "spindle"), CLERK);
        plant.enter(entry, new Downtime(machine, new TimeWindow(from, until), "spindle"));
        clock.set(TestClock.START);
        return entry;
    }

    /** An operation of an hour, nine good pieces and one that was lost. */
    private void finished(String order, MachineCode machine, Instant from, Instant to) {
        jdbc.sql("""
                insert into production_order (number, item, quantity, unit, order_number, order_line, release,
                    parent_operation, status, requested_end, priority)
                values (:number, 'SHAFT', 10, 'pcs', 'SO-T', 1, 1, 0, 'FINISHED', now(), 5)
                """).param("number", order).update();
        jdbc.sql("""
                insert into operation (production_order, sequence, name, work_centre, setup_state, machines,
                    machine_minutes, transfer_minutes, status, good, scrap, machine, started_at, finished_at)
                values (:number, 10, 'Turn', 'TURN', 'T20', array[:machine], array[60], 0, 'FINISHED', 9, 1, :machine,
                    cast(:from as timestamptz), cast(:to as timestamptz))
                """)
                .param("number", order)
                .param("machine", machine.value())
                .param("from", from.toString())
                .param("to", to.toString())
                .update();
    }
}
