package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duebook.planning.futures.Breakdowns;
import org.duebook.planning.futures.Spread;
import org.duebook.planning.futures.Spreads;
import org.duebook.planning.futures.Spreads.OnMachine;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.policy.VariationParameters;
import org.duebook.production.FinishedRun;
import org.duebook.production.Production;
import org.duebook.shared.MachineCode;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.WorkCentreCode;
import org.springframework.stereotype.Component;

/**
 * How the plant has varied in the last half year, beside what was declared: run times and scrap by work centre from finished
 * operations, breakdowns by work centre from downtime that was entered when it had begun (what is entered ahead is planned),
 * lateness from receipts that were booked as come. A purchase that is not ordered yet is as late as receipts are: nothing
 * records when it was ordered.
 */
@Component
class RecordedVariation {

    private static final Duration BACK = Duration.ofDays(182);
    /** As many of the latest operations of a work centre are enough. */
    private static final int RUNS_EACH = 500;
    /** A run that took longer than so many times its plan was reported late, and one that took a tenth was not reported. */
    private static final double LONGEST = 10;

    private final Production production;
    private final Plant plant;
    private final EntryRows entries;

    RecordedVariation(Production production, Plant plant, EntryRows entries) {
        this.production = production;
        this.plant = plant;
        this.entries = entries;
    }

    /** What a work centre has recorded. */
    private static final class Records {
        final List<Double> runTimes = new ArrayList<>();
        final List<Double> scrap = new ArrayList<>();
        Instant oldest = Instant.MAX;
        double runningMinutes;
        long breakdowns;
    }

    /** @param machines in the order of the problem's machines */
    Spreads spreads(List<Machine> machines, VariationParameters declared, Instant now) {
        Instant since = now.minus(BACK);
        Map<MachineCode, OpenTime> open = new HashMap<>();
        Map<WorkCentreCode, Records> records = new HashMap<>();
        Map<MachineCode, WorkCentreCode> centres = new HashMap<>();
        for (Machine machine : machines) {
            open.put(machine.code(), new OpenTime(plant.workingTime(machine.code(), new TimeWindow(since, now))));
            centres.put(machine.code(), machine.workCentre());
            records.put(machine.workCentre(), new Records());
        }
        List<Double> outside = new ArrayList<>();
        for (FinishedRun run : production.finishedRuns(since, RUNS_EACH)) {
            count(run, records, open, outside);
        }
        List<Double> repairs = new ArrayList<>();
        for (BookedEntry entry : entries.standing(Set.of(JournalEntry.Down.class), since)) {
            count(entry, records, centres, repairs);
        }
        Spread repair = Spread.exponential(declared.repair().toMinutes()).with(array(repairs));
        double[] late = array(daysLate(since));
        return new Spreads(
                machines.stream()
                        .map(machine ->
                                spread(Objects.requireNonNull(records.get(machine.workCentre())), declared, repair))
                        .toList(),
                Spread.runTime(declared.runTimeOverPlan()).with(array(outside)),
                Spread.lateDays(days(declared.receiptLate())).with(late),
                Spread.lateDays(days(declared.purchaseLate())).with(late));
    }

    private static OnMachine spread(Records records, VariationParameters declared, Spread repair) {
        return new OnMachine(
                Spread.runTime(declared.runTimeOverPlan()).with(array(records.runTimes)),
                Spread.scrap(declared.operationsWithScrap(), declared.scrap()).with(array(records.scrap)),
                new Breakdowns(declared.betweenBreakdowns().toMinutes(), repair)
                        .with(records.runningMinutes, records.breakdowns));
    }

    private static void count(
            FinishedRun run,
            Map<WorkCentreCode, Records> records,
            Map<MachineCode, OpenTime> open,
            List<Double> outside) {
        double planned = run.planned().toMinutes();
        if (run.machine() == null) {
            count(Duration.between(run.started(), run.finished()).toMinutes() / planned, outside);
            return;
        }
        Records its = records.get(run.workCentre());
        OpenTime working = open.get(run.machine());
        if (its != null && working != null) {
            double minutes = working.minutes(run.started(), run.finished());
            count(minutes / planned, its.runTimes);
            its.scrap.add(run.scrap());
            its.runningMinutes += minutes > 0 ? minutes : planned;
            its.oldest = run.started().isBefore(its.oldest) ? run.started() : its.oldest;
        }
    }

    private static void count(double factor, List<Double> factors) {
        if (factor >= 1 / LONGEST && factor <= LONGEST) {
            factors.add(factor);
        }
    }

    private void count(
            BookedEntry entry,
            Map<WorkCentreCode, Records> records,
            Map<MachineCode, WorkCentreCode> centres,
            List<Double> repairs) {
        JournalEntry.Down down = (JournalEntry.Down) entry.what();
        WorkCentreCode centre = centres.get(down.machine());
        Records its = centre == null ? null : records.get(centre);
        if (its == null || down.from().isAfter(entry.at()) || down.from().isBefore(its.oldest)) {
            return;
        }
        its.breakdowns++;
        plant.downtimeOf(entry.number())
                .filter(downtime -> !downtime.isOpen())
                .map(downtime -> new OpenTime(plant.shifts(down.machine(), downtime.window()))
                        .minutes(downtime.window().from(), downtime.window().to()))
                .ifPresent(repairs::add);
    }

    /** From the day a receipt was first expected to the day its last part came. */
    private List<Double> daysLate(Instant since) {
        ZoneId zone = plant.profile().zone();
        Map<String, LocalDate> expected = new HashMap<>();
        List<Double> days = new ArrayList<>();
        for (BookedEntry entry : entries.standing(Set.of(JournalEntry.Receipt.class), since)) {
            JournalEntry.Receipt receipt = (JournalEntry.Receipt) entry.what();
            LocalDate first = expected.computeIfAbsent(
                    receipt.before().number(), number -> receipt.before().expected());
            if (receipt.after().quantity().isZero()) {
                days.add((double) ChronoUnit.DAYS.between(first, LocalDate.ofInstant(entry.at(), zone)));
            }
        }
        return days;
    }

    private static double days(Duration duration) {
        return duration.toMinutes() / 1440.0;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
