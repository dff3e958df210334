package org.duebook.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A plant of some work centres with two machines each, its order stream, and how its shop floor really varies.
 *
 * @param load time that all orders take on the average, with setups, scrap and repairs, ÷ time the machines are open
 * @param truth what nobody in the plant knows
 * @param declared what its planners believe
 */
record SimulatedPlant(String name, int workCentres, double load, Truth truth, Believed declared, long seed) {
    static final int MACHINES_EACH = 2;
    static final int STATES = 3;
    private static final int MEAN_RUN = 190;
    private static final double MEAN_STEPS = 3.5;

    /**
     * Run times are lognormal.
     *
     * @param bias mean actual ÷ planned run time
     * @param sigma standard deviation of its logarithm
     * @param scrapped share of operations that lose pieces
     * @param lost mean share they lose
     * @param remade share of those whose pieces are made again from the beginning and not by running longer
     * @param minutesBetween mean running minutes between breakdowns
     * @param repair mean working minutes of one
     * @param late share of deliveries that come late
     * @param daysLate mean days, where they do
     */
    record Truth(
            double bias,
            double sigma,
            double scrapped,
            double lost,
            double remade,
            double minutesBetween,
            double repair,
            double late,
            double daysLate) {

        /** Working minutes that one planned minute takes of a machine on the average. */
        double minutesPerPlanned() {
            double setup = setup(0, 1) * (STATES - 1.0) / STATES / MEAN_RUN;
            return bias * (1 + scrapped * lost * (1 - remade)) * (1 + repair / minutesBetween) + setup;
        }
    }

    /** Parameters as a planner declares them; see {@code org.duebook.planning.futures.Spread}. */
    record Believed(
            double overPlan, double scrapped, double lost, double minutesBetween, double repair, double daysLate) {}

    /**
     * An order.
     *
     * @param steps one after another
     * @param materialDays days until its material is expected, 0 where it is in stock
     */
    record Order(int number, int arrival, List<Step> steps, int materialDays) {}

    record Step(int workCentre, int state, int minutes) {}

    /** The same plant with another order stream and other luck. */
    SimulatedPlant again(long otherSeed) {
        return new SimulatedPlant(name, workCentres, load, truth, declared, otherSeed);
    }

    int machines() {
        return workCentres * MACHINES_EACH;
    }

    static int setup(int from, int to) {
        return from == to ? 0 : 20;
    }

    /** Orders of so many weeks, always the same ones. */
    List<Order> orders(int weeks) {
        Random random = new Random(seed);
        List<Order> orders = new ArrayList<>();
        double workPerWeek = machines() * 5 * 960.0;
        double between = TwoShifts.WEEK * MEAN_STEPS * MEAN_RUN * truth.minutesPerPlanned() / (load * workPerWeek);
        double at = 600;
        while (at < weeks * TwoShifts.WEEK) {
            List<Step> steps = new ArrayList<>();
            int count = 2 + random.nextInt(4);
            int first = random.nextInt(workCentres);
            for (int i = 0; i < count; i++) {
                steps.add(new Step(
                        (first + i) % workCentres, random.nextInt(STATES), 40 + random.nextInt(2 * (MEAN_RUN - 40))));
            }
            int days = random.nextInt(10) < 4 ? 2 + random.nextInt(6) : 0;
            orders.add(new Order(orders.size(), (int) at, steps, days));
            at += -between * Math.log(1 - random.nextDouble());
        }
        return orders;
    }
}
