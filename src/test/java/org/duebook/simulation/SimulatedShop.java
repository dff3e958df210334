package org.duebook.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.duebook.simulation.SimulatedPlant.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The shop floor: every machine works off its queue in order, each operation as soon as it may, for as long as it happens to
 * take. Whose material is overdue lets the next one pass.
 */
final class SimulatedShop {

    /** One operation of an order on a machine. What happens to it is decided when it starts. */
    static final class Job {
        final SimulatedPlant.Order order;
        final int step;
        final @Nullable Job previous;
        /** When its material is expected; 0 for none. */
        final int expected;
        /** When it really comes, which nobody knows before. */
        private final int comes;

        int machine = -1;
        int start = -1;
        /** When the machine is free again, and when the pieces are. */
        private int free = -1;

        private int end = -1;
        private Records.@Nullable Run run;
        private final List<Records.Repair> repairs = new ArrayList<>();

        Job(SimulatedPlant.Order order, int step, @Nullable Job previous, int expected, int comes) {
            this.order = order;
            this.step = step;
            this.previous = previous;
            this.expected = expected;
            this.comes = comes;
        }

        SimulatedPlant.Step work() {
            return order.steps().get(step);
        }

        boolean startedBy(int now) {
            return start >= 0 && start < now;
        }

        boolean doneBy(int now) {
            return end >= 0 && end <= now;
        }

        boolean leftMachineBy(int now) {
            return free >= 0 && free <= now;
        }

        boolean materialThereBy(int now) {
            return comes <= now;
        }

        /** When it was done; only of one that is. */
        int end() {
            return end;
        }
    }

    final Records records = new Records();
    final List<List<Job>> waiting = new ArrayList<>();
    /** What each machine runs or ran last. */
    final @Nullable Job[] last;

    private final SimulatedPlant plant;
    private final List<Job> running = new ArrayList<>();
    private final List<Job> ordered = new ArrayList<>();

    SimulatedShop(SimulatedPlant plant) {
        this.plant = plant;
        last = new @Nullable Job[plant.machines()];
        for (int m = 0; m < plant.machines(); m++) {
            waiting.add(new ArrayList<>());
        }
    }

    /** The operations of an order, on no machine yet; its material is ordered. */
    List<Job> take(SimulatedPlant.Order order) {
        Random luck = new Random(plant.seed() * 31 + order.number());
        int expected = 0;
        int comes = 0;
        if (order.materialDays() > 0) {
            int day = order.arrival() / 1440 + order.materialDays();
            boolean late = luck.nextDouble() < plant.truth().late();
            int days = late ? 1 + (int) (-(plant.truth().daysLate() - 0.5) * Math.log(1 - luck.nextDouble())) : 0;
            expected = day * 1440;
            comes = (day + days) * 1440;
        }
        List<Job> jobs = new ArrayList<>();
        Job before = null;
        for (int i = 0; i < order.steps().size(); i++) {
            before = new Job(order, i, before, i == 0 ? expected : 0, i == 0 ? comes : 0);
            jobs.add(before);
        }
        if (expected > 0) {
            ordered.add(jobs.getFirst());
        }
        return jobs;
    }

    /** Puts an operation into a machine's queue: behind another, or first. */
    void queue(Job job, int machine, @Nullable Job behind) {
        job.machine = machine;
        List<Job> row = waiting.get(machine);
        row.add(behind == null ? 0 : row.indexOf(behind) + 1, job);
    }

    /** Puts other queues in place of those that wait, of the same operations. */
    void publish(List<List<Job>> queues) {
        for (int m = 0; m < queues.size(); m++) {
            int machine = m;
            queues.get(m).forEach(job -> job.machine = machine);
            waiting.set(m, new ArrayList<>(queues.get(m)));
        }
    }

    /** Lets the shop work until a minute and writes down what has happened by then. */
    void workUntil(int now) {
        while (startNext(now)) {
            // One operation after another, in the order in which they start.
        }
        running.removeIf(job -> writeDown(job, now));
        ordered.removeIf(job -> {
            if (job.comes <= now) {
                records.daysLate.add((job.comes - job.expected) / 1440);
            }
            return job.comes <= now;
        });
    }

    private boolean writeDown(Job job, int now) {
        if (job.free > now) {
            return false;
        }
        records.runs.add(Objects.requireNonNull(job.run));
        records.repairs.addAll(job.repairs);
        return true;
    }

    private boolean startNext(int now) {
        Job first = null;
        int earliest = now;
        for (List<Job> row : waiting) {
            int known = 0;
            for (Job job : row) {
                int start = startOf(job);
                if (start >= 0 && TwoShifts.next(Math.max(start, known)) < earliest) {
                    earliest = TwoShifts.next(Math.max(start, known));
                    first = job;
                }
                if (job.comes <= job.expected) {
                    break;
                }
                known = Math.max(known, job.expected);
            }
        }
        if (first == null) {
            return false;
        }
        waiting.get(first.machine).remove(first);
        run(first, earliest);
        return true;
    }

    /** When an operation would start were it next; -1 while what it waits for has not started. */
    private int startOf(Job job) {
        if (job.previous != null && job.previous.end < 0) {
            return -1;
        }
        Job before = last[job.machine];
        int free = before == null ? 0 : before.free;
        int setup = before == null
                ? 0
                : SimulatedPlant.setup(before.work().state(), job.work().state());
        int ready = Math.max(Math.max(job.comes, job.order.arrival()), job.previous == null ? 0 : job.previous.end);
        return TwoShifts.next(Math.max(ready, TwoShifts.plus(free, setup)));
    }

    private void run(Job job, int start) {
        Truth truth = plant.truth();
        Random luck = new Random((plant.seed() * 1_000_003 + job.order.number()) * 31 + job.step + 1);
        luck.nextDouble();
        double sigma = truth.sigma() * (0.7 + 0.2 * (job.work().workCentre() % 4));
        double factor = truth.bias() * Math.exp(sigma * luck.nextGaussian() - sigma * sigma / 2);
        int planned = job.work().minutes();
        double lost = luck.nextDouble() < truth.scrapped() ? truth.lost() * 2 * luck.nextDouble() : 0;
        boolean remade = luck.nextDouble() < truth.remade();
        int once = (int) Math.max(1, Math.round(planned * factor));
        int run = remade ? once : (int) Math.round(once * (1 + lost));
        int stood = 0;
        double next = -truth.minutesBetween() * Math.log(1 - luck.nextDouble());
        while (next < run) {
            int repair = (int) Math.max(5, Math.round(truth.repair() * Math.exp(0.8 * luck.nextGaussian() - 0.32)));
            stood += repair;
            job.repairs.add(new Records.Repair(job.machine, repair));
            next += -truth.minutesBetween() * Math.log(1 - luck.nextDouble());
        }
        job.start = start;
        job.free = TwoShifts.plus(start, run + stood);
        job.end = remade && lost > 0 ? TwoShifts.plus(job.free, (int) Math.round(lost * minutesUpTo(job))) : job.free;
        // What is written down is the run of the pieces, whether good or lost.
        job.run = new Records.Run(job.machine, planned, once, lost);
        last[job.machine] = job;
        running.add(job);
    }

    private static int minutesUpTo(Job job) {
        return job.order.steps().subList(0, job.step + 1).stream()
                .mapToInt(SimulatedPlant.Step::minutes)
                .sum();
    }
}
