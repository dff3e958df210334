package org.duebook.planning.solver;

import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;
import static ai.timefold.solver.core.api.score.stream.Joiners.overlapping;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.solver.TimedPlanCopy.TimedJob;

/**
 * What a plan is judged by, one named constraint each, over times written out. Hard: what cannot be done, in minutes
 * against physics. Soft level 0: promises, 1: requests, 2: smooth running; unit 1/1440 of a point as in
 * {@link WeighedCost}. The search uses the timeline instead; a test holds both equal.
 */
public final class PlanConstraints implements ConstraintProvider {
    static final int PROMISES = 0;
    static final int REQUESTS = 1;
    static final int SMOOTHNESS = 2;
    private static final long HOURS_PER_DAY = 24;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            operationRunsOnAnEligibleMachine(factory),
            operationStartsNoEarlierThanItsMaterial(factory),
            operationWaitsForItsPredecessors(factory),
            machineDoesOneThingAtATime(factory),
            promisedDateIsKept(factory),
            requestedDateIsMet(factory),
            changeoversAreFew(factory),
            workIsShortInProgress(factory),
            publishedPlanStays(factory)
        };
    }

    Constraint operationRunsOnAnEligibleMachine(ConstraintFactory factory) {
        return factory.forEach(TimedOperation.class)
                .filter(o -> !o.eligible.contains(o.machineOrOutside()))
                .penalize(hard())
                .asConstraint("operation runs on an eligible machine");
    }

    Constraint operationStartsNoEarlierThanItsMaterial(ConstraintFactory factory) {
        return factory.forEach(TimedOperation.class)
                .filter(o -> !o.fixed && o.start < o.earliest)
                .penalize(hard(), o -> (long) o.earliest - o.start)
                .asConstraint("operation starts no earlier than its material");
    }

    Constraint operationWaitsForItsPredecessors(ConstraintFactory factory) {
        return factory.forEach(TimedOperation.class)
                .filter(o -> !o.fixed)
                .flattenLast(
                        o -> o.after.stream().map(a -> new Wait(o.start, a)).toList())
                .join(TimedOperation.class, equal(w -> w.after().operation(), o -> o.index))
                .filter((wait, before) ->
                        wait.start() < before.end + wait.after().lag())
                .penalize(
                        hard(),
                        (wait, before) -> (long) before.end + wait.after().lag() - wait.start())
                .asConstraint("operation waits for its predecessors");
    }

    /** One operation waiting for another. */
    record Wait(int start, TimedOperation.After after) {}

    /** Setups count as use of the machine. */
    Constraint machineDoesOneThingAtATime(ConstraintFactory factory) {
        return factory.forEach(TimedOperation.class)
                .filter(o -> o.machineOrOutside() != TimedOperation.OUTSIDE)
                .join(
                        TimedOperation.class,
                        equal(TimedOperation::getMachine),
                        lessThan(o -> o.index),
                        overlapping(o -> o.setupStart, o -> o.end))
                .penalize(hard(), (a, b) -> (long) Math.min(a.end, b.end) - Math.max(a.setupStart, b.setupStart))
                .asConstraint("machine does one thing at a time");
    }

    Constraint promisedDateIsKept(ConstraintFactory factory) {
        return factory.forEach(TimedJob.class)
                .filter(job -> job.completion() > job.promised())
                .join(PlanningWeights.class)
                .penalize(
                        soft(PROMISES),
                        (job, weights) -> ((long) job.completion() - job.promised())
                                * job.weight()
                                * HOURS_PER_DAY
                                * weights.lateHourPromised())
                .asConstraint("promised date is kept");
    }

    Constraint requestedDateIsMet(ConstraintFactory factory) {
        return factory.forEach(TimedJob.class)
                .filter(job -> job.completion() > job.requested())
                .join(PlanningWeights.class)
                .penalize(
                        soft(REQUESTS),
                        (job, weights) -> ((long) job.completion() - job.requested())
                                * job.weight()
                                * HOURS_PER_DAY
                                * weights.lateHourRequested())
                .asConstraint("requested date is met");
    }

    Constraint changeoversAreFew(ConstraintFactory factory) {
        return factory.forEach(TimedOperation.class)
                .filter(o -> !o.fixed && o.setupMinutes > 0)
                .join(PlanningWeights.class)
                .penalize(
                        soft(SMOOTHNESS),
                        (o, weights) -> (long) o.setupMinutes * HOURS_PER_DAY * weights.changeoverHour())
                .asConstraint("changeovers are few");
    }

    Constraint workIsShortInProgress(ConstraintFactory factory) {
        return factory.forEach(TimedJob.class)
                .join(PlanningWeights.class)
                .penalize(
                        soft(SMOOTHNESS),
                        (job, weights) -> ((long) job.completion() - job.firstStart()) * weights.workInProgressDay())
                .asConstraint("work is short in progress");
    }

    Constraint publishedPlanStays(ConstraintFactory factory) {
        return factory.forEach(TimedOperation.class)
                .filter(TimedOperation::hasMoved)
                .join(PlanningWeights.class)
                .penalize(soft(SMOOTHNESS), (o, weights) -> WeighedCost.PARTS * weights.movedOperation())
                .asConstraint("published plan stays");
    }

    private static BendableScore hard() {
        return BendableScore.ofHard(SequencingPlan.HARD_LEVELS, SequencingPlan.SOFT_LEVELS, 0, 1);
    }

    private static BendableScore soft(int level) {
        return BendableScore.ofSoft(SequencingPlan.HARD_LEVELS, SequencingPlan.SOFT_LEVELS, level, 1);
    }
}
