package org.duebook.planning.instances;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.duebook.planning.checker.PlantDescription;
import org.duebook.planning.checker.PlantDescription.After;
import org.duebook.planning.checker.PlantDescription.Changeover;
import org.duebook.planning.checker.PlantDescription.PlantMachine;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.PlantDescription.Shift;
import org.duebook.planning.checker.PlantDescription.Work;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.WorkingTime;
import org.duebook.planning.timeline.WrittenPlan;

/**
 * A published scheduling problem. Its unit of time, whatever it is, is taken for a minute; machines never close.
 *
 * @param steps operations of all jobs; one that follows another in its job stands behind it in this list
 * @param setups per machine minutes of setup by operation left (row) and entered (column); empty where there are none
 * @param initialSetups minutes of setup of the first operation on each machine, by operation; empty where it has none
 */
public record StandardInstance(
        String name,
        Objective objective,
        int machines,
        List<Step> steps,
        Optional<int[][][]> setups,
        Optional<int[]> initialSetups) {
    private static final String STARTED_UP = "START";
    private static final int NO_STEP = -1;

    /** What is to be made small; the name as published tables of values write it. */
    public enum Objective {
        /** The end of the last operation. */
        MAKESPAN("makespan"),
        /** Σ over operations of weight × minutes after the due date. */
        WEIGHTED_TARDINESS("weighted_tardiness");

        private final String published;

        Objective(String published) {
            this.published = published;
        }

        public String published() {
            return published;
        }
    }

    /**
     * One operation.
     *
     * @param minutes by machine that can do it
     * @param after the operation before it in its job, or -1
     * @param due due date; 0 where the objective is the makespan
     */
    public record Step(SortedMap<Integer, Integer> minutes, int after, int due, int weight) {
        public Step {
            minutes = new TreeMap<>(minutes);
        }

        static Step ofJob(SortedMap<Integer, Integer> minutes, int after) {
            return new Step(minutes, after, 0, 1);
        }
    }

    public StandardInstance {
        steps = List.copyOf(steps);
    }

    /** The instance as a plant without closed time. */
    public PlanningProblem problem() {
        ProblemBuilder b = new ProblemBuilder();
        for (int m = 0; m < machines; m++) {
            b.machine(
                    WorkingTime.always(),
                    changeovers(m),
                    initialSetups.isPresent() ? steps.size() : ChangeoverMatrix.UNKNOWN,
                    0);
        }
        for (int o = 0; o < steps.size(); o++) {
            int operation = b.operation(setups.isPresent() ? o : 0, 0);
            steps.get(o).minutes.forEach((machine, minutes) -> b.runsOn(operation, machine, minutes));
        }
        for (int o = 0; o < steps.size(); o++) {
            if (steps.get(o).after != NO_STEP) {
                b.precedes(steps.get(o).after, o, 0);
            }
        }
        addJobs(b);
        return b.build();
    }

    private void addJobs(ProblemBuilder b) {
        switch (objective) {
            case MAKESPAN -> b.job(lastOfJobs(), 0, PlanningProblem.NO_DUE, 1);
            case WEIGHTED_TARDINESS -> {
                for (int o = 0; o < steps.size(); o++) {
                    b.job(new int[] {o}, steps.get(o).due, PlanningProblem.NO_DUE, steps.get(o).weight);
                }
            }
        }
    }

    private int[] lastOfJobs() {
        boolean[] followed = new boolean[steps.size()];
        steps.stream().filter(s -> s.after != NO_STEP).forEach(s -> followed[s.after] = true);
        return IntStream.range(0, steps.size()).filter(o -> !followed[o]).toArray();
    }

    /** The state after the last one is that of a machine that has not yet run. */
    private ChangeoverMatrix changeovers(int machine) {
        if (setups.isEmpty()) {
            return ChangeoverMatrix.none();
        }
        int states = steps.size() + (initialSetups.isPresent() ? 1 : 0);
        int[][] minutes = new int[states][states];
        for (int from = 0; from < steps.size(); from++) {
            for (int to = 0; to < steps.size(); to++) {
                minutes[from][to] = setup(machine, from, to);
            }
        }
        initialSetups.ifPresent(first -> System.arraycopy(first, 0, minutes[steps.size()], 0, first.length));
        return ChangeoverMatrix.of(minutes);
    }

    /** Pairs that can never meet on the machine have no setup, whatever filler the file has. */
    private int setup(int machine, int from, int to) {
        boolean meet = steps.get(from).minutes.containsKey(machine)
                && steps.get(to).minutes.containsKey(machine);
        return meet && setups.isPresent() ? setups.get()[machine][from][to] : 0;
    }

    /** The instance as the checker wants it. */
    public PlantDescription description() {
        Shift always = new Shift(WrittenPlan.ORIGIN, WrittenPlan.at(Integer.MAX_VALUE));
        List<PlantMachine> described = IntStream.range(0, machines)
                .mapToObj(m -> new PlantMachine(
                        WrittenPlan.machine(m),
                        List.of(always),
                        describedChangeovers(m),
                        initialSetups.map(first -> STARTED_UP),
                        WrittenPlan.ORIGIN))
                .toList();
        List<Work> work = IntStream.range(0, steps.size()).mapToObj(this::work).toList();
        return new PlantDescription(described, work, List.of(), List.of());
    }

    private Map<Changeover, Duration> describedChangeovers(int machine) {
        Map<Changeover, Duration> result = new HashMap<>();
        if (setups.isPresent()) {
            for (int from = 0; from < steps.size(); from++) {
                for (int to = 0; to < steps.size(); to++) {
                    result.put(
                            new Changeover(WrittenPlan.operation(from), WrittenPlan.operation(to)),
                            Duration.ofMinutes(setups.get()[machine][from][to]));
                }
            }
        }
        initialSetups.ifPresent(first -> {
            for (int to = 0; to < first.length; to++) {
                result.put(new Changeover(STARTED_UP, WrittenPlan.operation(to)), Duration.ofMinutes(first[to]));
            }
        });
        return result;
    }

    private Work work(int o) {
        Step step = steps.get(o);
        Map<String, Duration> durations = new HashMap<>();
        step.minutes.forEach((m, minutes) -> durations.put(WrittenPlan.machine(m), Duration.ofMinutes(minutes)));
        List<After> after = new ArrayList<>();
        if (step.after != NO_STEP) {
            after.add(new After(WrittenPlan.operation(step.after), Duration.ZERO));
        }
        return new Work(
                WrittenPlan.operation(o),
                durations,
                Optional.empty(),
                WrittenPlan.operation(o),
                WrittenPlan.ORIGIN,
                after);
    }

    /** What a schedule that has passed the checker is worth. */
    public long value(List<Scheduled> schedule) {
        return switch (objective) {
            case MAKESPAN ->
                schedule.stream()
                        .mapToLong(s -> WrittenPlan.minute(s.end()))
                        .max()
                        .orElse(0);
            case WEIGHTED_TARDINESS -> {
                Map<String, Long> ends = new HashMap<>();
                schedule.forEach(s -> ends.put(s.operation(), WrittenPlan.minute(s.end())));
                yield IntStream.range(0, steps.size())
                        .mapToLong(o -> steps.get(o).weight
                                * Math.max(0, ends.getOrDefault(WrittenPlan.operation(o), 0L) - steps.get(o).due))
                        .sum();
            }
        };
    }
}
