package org.duebook.planning.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.BendableScore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.jspecify.annotations.Nullable;

/** A finished plan with its times written out, as {@link PlanConstraints} reads it. Never searched. */
@PlanningSolution
public class TimedPlanCopy {

    /**
     * A job and what it came to, minutes from the origin.
     *
     * @param promised {@link PlanningProblem#NO_DUE} without a promised date
     * @param requested {@link PlanningProblem#NO_DUE} without a requested date
     */
    public record TimedJob(int index, int firstStart, int completion, int promised, int requested, int weight) {}

    @ProblemFactCollectionProperty
    private List<TimedJob> jobs = new ArrayList<>();

    @ProblemFactProperty
    private @Nullable PlanningWeights weights;

    @ValueRangeProvider(id = "machines")
    private List<Integer> machines = new ArrayList<>();

    @PlanningEntityCollectionProperty
    private List<TimedOperation> operations = new ArrayList<>();

    @PlanningScore(
            bendableHardLevelsSize = SequencingPlan.HARD_LEVELS,
            bendableSoftLevelsSize = SequencingPlan.SOFT_LEVELS)
    private @Nullable BendableScore score;

    /** For Timefold's copies. */
    public TimedPlanCopy() {}

    TimedPlanCopy(PlanningProblem problem, ReferencePlan reference, TimedPlan plan, PlanningWeights weights) {
        this.weights = weights;
        machines = IntStream.range(TimedOperation.OUTSIDE, problem.machineCount())
                .boxed()
                .toList();
        for (int o = 0; o < problem.operationCount(); o++) {
            operations.add(timed(problem, reference, plan, o));
        }
        for (int job = 0; job < problem.jobCount(); job++) {
            jobs.add(new TimedJob(
                    job,
                    firstStart(problem, plan, job),
                    plan.end(problem.lastFinal(job, plan)),
                    problem.promised(job),
                    problem.requested(job),
                    problem.weight(job)));
        }
    }

    private static TimedOperation timed(PlanningProblem problem, ReferencePlan reference, TimedPlan plan, int o) {
        TimedOperation timed = new TimedOperation();
        timed.index = o;
        timed.setMachine(plan.machine(o));
        timed.setupStart = plan.setupStart(o);
        timed.setupMinutes =
                plan.machine(o) < 0 ? 0 : problem.calendar(plan.machine(o)).between(plan.setupStart(o), plan.start(o));
        timed.start = plan.start(o);
        timed.end = plan.end(o);
        timed.earliest = problem.earliest(o);
        timed.fixed = problem.fixed(o);
        timed.eligible = problem.outside(o)
                ? List.of(TimedOperation.OUTSIDE)
                : IntStream.of(problem.eligibleMachines(o)).boxed().toList();
        timed.after = IntStream.of(problem.predecessors(o))
                .mapToObj(p -> new TimedOperation.After(p, problem.lag(p, o)))
                .toList();
        timed.referenceMachine = reference.machine()[o];
        timed.referenceStart = reference.start()[o];
        timed.tolerance = reference.tolerance();
        return timed;
    }

    private static int firstStart(PlanningProblem problem, TimedPlan plan, int job) {
        int first = Integer.MAX_VALUE;
        List<Integer> open =
                new ArrayList<>(IntStream.of(problem.finals(job)).boxed().toList());
        while (!open.isEmpty()) {
            int o = open.removeLast();
            first = Math.min(first, plan.start(o));
            IntStream.of(problem.predecessors(o)).forEach(open::add);
        }
        return first;
    }

    public List<TimedJob> getJobs() {
        return jobs;
    }

    public void setJobs(List<TimedJob> jobs) {
        this.jobs = jobs;
    }

    public @Nullable PlanningWeights getWeights() {
        return weights;
    }

    public void setWeights(@Nullable PlanningWeights weights) {
        this.weights = weights;
    }

    public List<Integer> getMachines() {
        return machines;
    }

    public void setMachines(List<Integer> machines) {
        this.machines = machines;
    }

    public List<TimedOperation> getOperations() {
        return operations;
    }

    public void setOperations(List<TimedOperation> operations) {
        this.operations = operations;
    }

    public @Nullable BendableScore getScore() {
        return score;
    }

    public void setScore(@Nullable BendableScore score) {
        this.score = score;
    }
}
