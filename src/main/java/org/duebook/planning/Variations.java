package org.duebook.planning;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.duebook.planning.futures.Breakdowns;
import org.duebook.planning.futures.Spread;
import org.duebook.planning.futures.Spreads.OnMachine;
import org.duebook.planning.futures.Step;
import org.duebook.planning.futures.Supply;
import org.duebook.shared.MachineCode;
import org.jspecify.annotations.Nullable;

/** What makes an order's end vary, the most first, by the minutes that nine in ten stay within. */
final class Variations {
    private static final double NINE_IN_TEN = 0.9;
    private static final int DAY = 1440;
    /** What makes less than this is not worth a word. */
    private static final double LEAST_MINUTES = 5;

    private record Weighed(double minutes, Variation variation) {}

    private final PlanModel model;
    private final Chances.Drawn drawn;
    private final List<Weighed> found = new ArrayList<>();

    private Variations(PlanModel model, Chances.Drawn drawn) {
        this.model = model;
        this.drawn = drawn;
    }

    /**
     * @param chain the order's steps
     * @param material what each waits for, in the order of the steps; null for nothing
     * @param plannedEnd when an operation that was on the board before ends by plan
     */
    static List<Variation> of(
            PlanModel model,
            Chances.Drawn drawn,
            List<Step> chain,
            List<@Nullable MaterialPeg> material,
            IntUnaryOperator plannedEnd) {
        Variations variations = new Variations(model, drawn);
        Map<Integer, Integer> minutes = new HashMap<>();
        chain.forEach(step -> minutes.merge(step.machine(), step.minutes(), Integer::sum));
        minutes.forEach(variations::add);
        for (int i = 0; i < chain.size(); i++) {
            Supply supply = chain.get(i).supply();
            MaterialPeg peg = material.get(i);
            if (supply != null && peg != null) {
                variations.add(supply, peg);
            }
        }
        variations.addWorkBefore(chain, plannedEnd);
        return variations.found.stream()
                .filter(each -> each.minutes >= LEAST_MINUTES)
                .sorted(comparingDouble(Weighed::minutes).reversed())
                .map(Weighed::variation)
                .distinct()
                .toList();
    }

    private void add(int machine, int minutes) {
        if (machine < 0) {
            addRunTimes(null, drawn.spreads().outside(), minutes);
            return;
        }
        MachineCode code = model.machines.get(machine).code();
        OnMachine on = drawn.spreads().machines().get(machine);
        addRunTimes(code, on.runTime(), minutes);
        double scrap = on.scrap().within(NINE_IN_TEN);
        int percent = (int) Math.round(100 * scrap);
        if (percent > 0) {
            found.add(new Weighed(
                    minutes * scrap,
                    new Variation.Scrap(code, percent, on.scrap().isRecorded())));
        }
        Breakdowns breakdowns = on.breakdowns();
        double repair = breakdowns.repair().mean();
        if (repair > 0 && !Double.isInfinite(breakdowns.minutesBetween())) {
            found.add(new Weighed(
                    minutes / breakdowns.minutesBetween() * repair,
                    new Variation.Breakdowns(
                            code, Math.max(1, Math.round(breakdowns.minutesBetween() / 60)), repair / 60)));
        }
    }

    private void addRunTimes(@Nullable MachineCode machine, Spread runTime, int minutes) {
        double over = runTime.within(NINE_IN_TEN) - 1;
        int percent = (int) Math.round(100 * over);
        if (percent > 0) {
            found.add(new Weighed(minutes * over, new Variation.RunTimes(machine, percent, runTime.isRecorded())));
        }
    }

    private void add(Supply supply, MaterialPeg peg) {
        boolean purchase = supply.kind() == Supply.Kind.PURCHASE;
        Spread late =
                purchase ? drawn.spreads().purchaseDays() : drawn.spreads().receiptDays();
        int days = (int) Math.rint(late.within(NINE_IN_TEN));
        if (days > 0) {
            found.add(new Weighed(
                    (double) days * DAY, new Variation.Deliveries(peg.component(), purchase, days, late.isRecorded())));
        }
    }

    private void addWorkBefore(List<Step> chain, IntUnaryOperator plannedEnd) {
        int first = drawn.futures().size();
        int most = 0;
        int at = -1;
        for (Step step : chain) {
            int before = step.before();
            if (before >= 0 && before < first) {
                int later = drawn.futures().ends(before).minuteAt(NINE_IN_TEN) - plannedEnd.applyAsInt(before);
                if (later > most) {
                    most = later;
                    at = step.machine();
                }
            }
        }
        if (at >= 0) {
            found.add(new Weighed(
                    most, new Variation.WorkBefore(model.machines.get(at).code(), most)));
        }
    }
}
