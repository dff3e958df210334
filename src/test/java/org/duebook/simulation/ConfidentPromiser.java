package org.duebook.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.planning.futures.Breakdowns;
import org.duebook.planning.futures.Calibration;
import org.duebook.planning.futures.Calibration.Outcome;
import org.duebook.planning.futures.Ends;
import org.duebook.planning.futures.Futures;
import org.duebook.planning.futures.Prospect;
import org.duebook.planning.futures.Spread;
import org.duebook.planning.futures.Spreads;
import org.duebook.planning.futures.Spreads.OnMachine;
import org.duebook.planning.futures.Step;
import org.duebook.planning.futures.Supply;
import org.duebook.planning.timeline.NewOperation;
import org.duebook.planning.timeline.Placement;
import org.duebook.simulation.SimulatedShop.Job;
import org.jspecify.annotations.Nullable;

/** Tells the date that holds with a confidence, by futures drawn from what the plant declared and has written down. */
final class ConfidentPromiser extends GapPromiser {
    private final double confidence;
    private final boolean calibrated;
    /** What was told and what came of it, by number of the order. */
    private final List<Ends> told = new ArrayList<>();

    private final Map<Integer, Integer> done = new HashMap<>();
    /** The first order whose date was told by recorded spreads alone. */
    private int firstRecorded = Integer.MAX_VALUE;

    private int spreadsOfDay = -1;
    private Spreads spreads = Spreads.none(0);

    ConfidentPromiser(double confidence, boolean calibrated) {
        this.confidence = confidence;
        this.calibrated = calibrated;
    }

    @Override
    int minute(Situation now, List<Job> jobs, List<NewOperation> operations, List<Placement> placed) {
        Futures futures = Futures.draw(now.work, spreadsOfToday(now), Futures.USUAL, now.plant.seed());
        List<@Nullable Supply> supplies = new ArrayList<>();
        jobs.forEach(job -> supplies.add(now.supply(job)));
        List<Step> chain = Step.chain(futures, operations, placed, supplies);
        Ends ends = futures.with(chain).ends(futures.size() + chain.size() - 1);
        int planned = placed.getLast().end();
        Prospect prospect = new Prospect(planned, ends, calibration(now.now), spreads.areRecorded());
        told.add(asKept(prospect));
        if (firstRecorded > told.size() && prospect.recorded()) {
            firstRecorded = told.size() - 1;
        }
        return prospect.minuteAt(confidence);
    }

    /** As the product keeps it with the promise. */
    private static Ends asKept(Prospect prospect) {
        return Ends.of(Arrays.stream(prospect.minutesAfterPlan())
                .map(minute -> prospect.planned() + minute)
                .toArray());
    }

    private Calibration calibration(int now) {
        if (!calibrated) {
            return Calibration.NONE;
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int order = Math.max(firstRecorded, told.size() - Calibration.LATEST); order < told.size(); order++) {
            Integer end = done.get(order);
            int since = (end == null ? now : end) / 1440 * 1440;
            outcomes.add(new Outcome(told.get(order).levelOf(since), end != null));
        }
        return Calibration.of(outcomes);
    }

    @Override
    public void done(int order, int end) {
        done.put(order, end);
    }

    private Spreads spreadsOfToday(Situation now) {
        if (now.now / 1440 != spreadsOfDay) {
            spreadsOfDay = now.now / 1440;
            spreads = spreads(now);
        }
        return spreads;
    }

    /** By work centre, as its machines' records are put together. */
    private static Spreads spreads(Situation now) {
        SimulatedPlant.Believed declared = now.plant.declared();
        List<OnMachine> machines = new ArrayList<>();
        double[] repairs =
                now.records.repairs.stream().mapToDouble(Records.Repair::lost).toArray();
        Spread repair = Spread.exponential(declared.repair()).with(repairs);
        for (int centre = 0; centre < now.plant.workCentres(); centre++) {
            int its = centre;
            List<Records.Run> runs = now.records.runs.stream()
                    .filter(run -> run.machine() / SimulatedPlant.MACHINES_EACH == its)
                    .toList();
            long breakdowns = now.records.repairs.stream()
                    .filter(each -> each.machine() / SimulatedPlant.MACHINES_EACH == its)
                    .count();
            OnMachine on = new OnMachine(
                    Spread.runTime(declared.overPlan())
                            .with(runs.stream()
                                    .mapToDouble(run -> (double) run.run() / run.planned())
                                    .toArray()),
                    Spread.scrap(declared.scrapped(), declared.lost())
                            .with(runs.stream().mapToDouble(Records.Run::scrap).toArray()),
                    new Breakdowns(declared.minutesBetween(), repair)
                            .with(runs.stream().mapToDouble(Records.Run::run).sum(), breakdowns));
            machines.addAll(Collections.nCopies(SimulatedPlant.MACHINES_EACH, on));
        }
        double[] late =
                now.records.daysLate.stream().mapToDouble(Integer::intValue).toArray();
        return new Spreads(
                machines,
                Spread.exactly(1),
                Spread.lateDays(declared.daysLate()).with(late),
                Spread.exactly(0));
    }
}
