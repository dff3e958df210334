package org.duebook.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.duebook.planning.futures.PlannedWork;
import org.duebook.planning.futures.Supply;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.simulation.SimulatedShop.Job;
import org.jspecify.annotations.Nullable;

/** The plan as it stands at a minute, as far as the plant knows: what waits in the queues, what runs, what is on its way. */
final class Situation {
    static final ChangeoverMatrix SETUPS = setups();
    private static final WorkingTime OPEN = open();

    private static final int LOOK_AHEAD = 6;

    final int now;
    final SimulatedPlant plant;
    final Records records;
    final Timeline timeline;
    final PlannedWork work;
    /** By operation index. */
    final List<Job> jobs = new ArrayList<>();

    private final ProblemBuilder builder = new ProblemBuilder();
    private final Map<Job, Integer> index = new HashMap<>();
    private final List<@Nullable Supply> supplies = new ArrayList<>();
    private final List<Integer> wholeRuns = new ArrayList<>();

    /** @param promised by number of the order */
    Situation(SimulatedPlant plant, SimulatedShop shop, int now, Map<Integer, Integer> promised) {
        this.now = now;
        this.plant = plant;
        this.records = shop.records;
        int[][] sequences = new int[plant.machines()][];
        for (int m = 0; m < plant.machines(); m++) {
            Job last = shop.last[m];
            builder.machine(OPEN, SETUPS, last == null ? 0 : last.work().state(), now);
            if (last != null && !last.leftMachineBy(now)) {
                addRunning(last, m);
            }
        }
        for (int m = 0; m < plant.machines(); m++) {
            shop.waiting.get(m).forEach(this::addWaiting);
        }
        for (int m = 0; m < plant.machines(); m++) {
            Job last = shop.last[m];
            IntStream running =
                    last != null && index.containsKey(last) ? IntStream.of(number(last)) : IntStream.empty();
            sequences[m] = IntStream.concat(
                            running, shop.waiting.get(m).stream().mapToInt(this::number))
                    .toArray();
        }
        shop.waiting.forEach(row -> row.forEach(this::precede));
        jobs.forEach(job -> {
            if (job.step == job.order.steps().size() - 1) {
                int due = Objects.requireNonNull(promised.get(job.order.number()));
                builder.job(new int[] {number(job)}, due, job.order.arrival(), 1);
            }
        });
        PlanningProblem problem = builder.build();
        timeline = Timeline.of(problem, ReferencePlan.none(jobs.size()), sequences);
        work = PlannedWork.of(problem, timeline.timedPlan())
                .withKeys(jobs.stream().mapToLong(Situation::key).toArray())
                .withSupplies(supplies.toArray(new @Nullable Supply[0]))
                .withWholeRuns(wholeRuns.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Queues that leave less lateness against what was promised, or as little and all work done earlier, where there are any. */
    Optional<List<List<Job>>> republished() {
        PlanningProblem problem = timeline.problem();
        TimedPlan plan = Dispatch.plan(problem, ReferencePlan.none(jobs.size()), LOOK_AHEAD);
        long later = plan.evaluation().latePromised() - timeline.latePromised();
        if (later > 0 || later == 0 && plan.evaluation().tardyRequested() >= timeline.tardyRequested()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.range(0, plant.machines())
                .mapToObj(m -> Arrays.stream(plan.sequence(m))
                        .filter(o -> !problem.fixed(o))
                        .mapToObj(jobs::get)
                        .toList())
                .toList());
    }

    static long key(Job job) {
        return job.order.number() * 16L + job.step;
    }

    int number(Job job) {
        return Objects.requireNonNull(index.get(job));
    }

    /** Material an operation waits for; null where it is there. */
    @Nullable
    Supply supply(Job job) {
        if (job.expected == 0 || job.materialThereBy(now)) {
            return null;
        }
        return new Supply(job.order.number(), Supply.Kind.RECEIPT, job.expected, now);
    }

    /** When an operation's material is there as far as anybody knows: what is overdue comes tomorrow. */
    int earliest(Job job) {
        Supply supply = supply(job);
        return supply == null
                ? now
                : Math.max(supply.available(), (now / 1440 + (supply.available() < now ? 1 : 0)) * 1440);
    }

    private void add(Job job) {
        index.put(job, jobs.size());
        jobs.add(job);
    }

    private void addRunning(Job job, int m) {
        int o = builder.operation(job.work().state(), job.start);
        int planned = job.work().minutes();
        builder.fix(o, m, job.start, Math.max(OPEN.plus(now, 1), OPEN.plus(job.start, planned)))
                .freeze(m, o);
        add(job);
        supplies.add(null);
        wholeRuns.add(planned);
    }

    private void addWaiting(Job job) {
        int ready =
                Math.max(earliest(job), job.previous != null && job.previous.doneBy(now) ? job.previous.end() : now);
        int o = builder.operation(job.work().state(), ready);
        for (int i = 0; i < SimulatedPlant.MACHINES_EACH; i++) {
            builder.runsOn(
                    o,
                    job.work().workCentre() * SimulatedPlant.MACHINES_EACH + i,
                    job.work().minutes());
        }
        add(job);
        supplies.add(supply(job));
        wholeRuns.add(0);
    }

    /** An operation whose machine is free again though its pieces are not all done holds the next one back as long as it is known. */
    private void precede(Job job) {
        Integer before = job.previous == null ? null : index.get(job.previous);
        if (before != null) {
            builder.precedes(before, number(job), 0);
        }
    }

    private static ChangeoverMatrix setups() {
        int[][] minutes = new int[SimulatedPlant.STATES][SimulatedPlant.STATES];
        for (int from = 0; from < minutes.length; from++) {
            for (int to = 0; to < minutes.length; to++) {
                minutes[from][to] = SimulatedPlant.setup(from, to);
            }
        }
        return ChangeoverMatrix.of(minutes);
    }

    private static WorkingTime open() {
        int[] from = IntStream.range(0, 5).map(day -> day * 1440 + 360).toArray();
        int[] to = IntStream.range(0, 5).map(day -> day * 1440 + 1320).toArray();
        return WorkingTime.of(from, to, TwoShifts.WEEK);
    }
}
