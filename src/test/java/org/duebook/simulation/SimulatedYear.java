package org.duebook.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duebook.simulation.SimulatedShop.Job;

/** One order stream through one shop floor, each order promised when it comes, the plan published anew with the first of a day. */
final class SimulatedYear {

    /** @param promised minute the order was to be done, beside the minute it was */
    record Kept(int order, int arrival, int promised, int done) {

        /** A date is a day: it holds when the order is done on that day. */
        boolean onItsDay() {
            return done / 1440 <= promised / 1440;
        }

        boolean toTheMinute() {
            return done <= promised;
        }
    }

    /**
     * What came of the promises of a year. Lead times in days from arrival.
     *
     * @param mostWaiting the most operations that ever stood in the queues
     */
    record Outcome(List<Kept> orders, int mostWaiting) {

        double keptOnTheDay() {
            return share(orders, true);
        }

        double promisedLeadTime() {
            return orders.stream()
                    .mapToDouble(each -> (each.promised - each.arrival) / 1440.0)
                    .average()
                    .orElseThrow();
        }

        double actualLeadTime() {
            return orders.stream()
                    .mapToDouble(each -> (each.done - each.arrival) / 1440.0)
                    .average()
                    .orElseThrow();
        }

        /** Share kept on the day in each of so many parts of the year. */
        List<Double> keptByPart(int parts) {
            List<Double> shares = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                shares.add(
                        share(orders.subList(orders.size() * part / parts, orders.size() * (part + 1) / parts), true));
            }
            return shares;
        }

        private static double share(Collection<Kept> of, boolean day) {
            return of.stream().filter(day ? Kept::onItsDay : Kept::toTheMinute).count() / (double) of.size();
        }
    }

    private SimulatedYear() {}

    static Outcome run(SimulatedPlant plant, int weeks, Promiser promiser) {
        SimulatedShop shop = new SimulatedShop(plant);
        Map<Integer, Integer> promised = new HashMap<>();
        List<Job> open = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        int most = 0;
        int today = -1;
        for (SimulatedPlant.Order order : plant.orders(weeks)) {
            shop.workUntil(order.arrival());
            settle(open, order.arrival(), promised, kept, promiser);
            if (order.arrival() / 1440 != today) {
                today = order.arrival() / 1440;
                new Situation(plant, shop, order.arrival(), promised)
                        .republished()
                        .ifPresent(shop::publish);
            }
            List<Job> jobs = shop.take(order);
            Situation now = new Situation(plant, shop, order.arrival(), promised);
            most = Math.max(most, now.jobs.size());
            Promiser.Promise promise = promiser.promise(now, jobs);
            promised.put(order.number(), promise.minute());
            for (int i = 0; i < jobs.size(); i++) {
                Promiser.Place place = promise.places().get(i);
                shop.queue(jobs.get(i), place.machine(), place.behind());
            }
            open.add(jobs.getLast());
        }
        int end = weeks * TwoShifts.WEEK * 2 + 100 * TwoShifts.WEEK;
        shop.workUntil(end);
        settle(open, end, promised, kept, promiser);
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.size() + " orders were never done");
        }
        kept.sort(Comparator.comparingInt(Kept::order));
        return new Outcome(kept, most);
    }

    private static void settle(
            List<Job> open, int now, Map<Integer, Integer> promised, List<Kept> kept, Promiser promiser) {
        open.stream()
                .filter(job -> job.doneBy(now))
                .sorted(Comparator.comparingInt(Job::end))
                .forEach(job -> {
                    int number = job.order.number();
                    kept.add(new Kept(
                            number, job.order.arrival(), Objects.requireNonNull(promised.get(number)), job.end()));
                    promiser.done(number, job.end());
                });
        open.removeIf(job -> job.doneBy(now));
    }
}
