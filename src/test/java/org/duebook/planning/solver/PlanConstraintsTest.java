package org.duebook.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.planning.timeline.PlanningProblem.NO_DUE;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import java.util.List;
import java.util.Random;
import org.duebook.planning.search.Neighbourhood;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.solver.TimedPlanCopy.TimedJob;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.junit.jupiter.api.Test;

class PlanConstraintsTest {
    private static final PlanningWeights WEIGHTS = new PlanningWeights(10, 7, 20, 2, 5, 240, 8, 24, 2, 20);
    private static final int HOUR = 24;
    private static final int POINT = 1440;

    private final ConstraintVerifier<PlanConstraints, TimedPlanCopy> verifier =
            ConstraintVerifier.build(new PlanConstraints(), TimedPlanCopy.class, TimedOperation.class);

    @Test
    void operationOnAMachineThatCannotDoItIsImpossible() {
        TimedOperation right = operation(1, 0, 0, 10);
        TimedOperation wrong = operation(2, 1, 0, 10);
        wrong.eligible = List.of(0, 2);

        verifier.verifyThat(PlanConstraints::operationRunsOnAnEligibleMachine)
                .given(right, wrong)
                .penalizesBy(1);
    }

    @Test
    void startBeforeMaterialCountsItsMinutesUnlessTheWorkIsFixed() {
        TimedOperation early = operation(1, 0, 90, 100);
        early.earliest = 100;
        TimedOperation justInTime = operation(2, 0, 100, 110);
        justInTime.earliest = 100;
        TimedOperation started = operation(3, 0, 0, 10);
        started.earliest = 100;
        started.fixed = true;

        verifier.verifyThat(PlanConstraints::operationStartsNoEarlierThanItsMaterial)
                .given(early, justInTime, started)
                .penalizesBy(10);
    }

    @Test
    void startBeforeAPredecessorsEndAndLagCountsItsMinutes() {
        TimedOperation first = operation(1, 0, 0, 100);
        TimedOperation tooEarly = operation(2, 1, 110, 120);
        tooEarly.after = List.of(new TimedOperation.After(1, 15));
        TimedOperation inTime = operation(3, 2, 115, 120);
        inTime.after = List.of(new TimedOperation.After(1, 15));

        verifier.verifyThat(PlanConstraints::operationWaitsForItsPredecessors)
                .given(first, tooEarly, inTime)
                .penalizesBy(5);
    }

    @Test
    void overlapOfASetupCountsItsMinutesOutsideWorkMayOverlap() {
        TimedOperation first = operation(1, 0, 0, 100);
        TimedOperation setUpTooEarly = operation(2, 0, 100, 150);
        setUpTooEarly.setupStart = 70;
        TimedOperation adjacent = operation(3, 0, 150, 160);
        TimedOperation outside = operation(4, -1, 0, 100);
        TimedOperation alsoOutside = operation(5, -1, 0, 100);

        verifier.verifyThat(PlanConstraints::machineDoesOneThingAtATime)
                .given(first, setUpTooEarly, adjacent, outside, alsoOutside)
                .penalizesBy(30);
    }

    @Test
    void lateMinuteOnAPromiseCostsItsWeight() {
        verifier.verifyThat(PlanConstraints::promisedDateIsKept)
                .given(WEIGHTS, new TimedJob(1, 0, 130, 100, NO_DUE, 3), new TimedJob(2, 0, 100, 100, 50, 3))
                .penalizesBy(30 * 3 * HOUR * 10);
    }

    @Test
    void lateMinuteOnARequestCostsItsWeight() {
        verifier.verifyThat(PlanConstraints::requestedDateIsMet)
                .given(WEIGHTS, new TimedJob(1, 0, 130, NO_DUE, 100, 3), new TimedJob(2, 0, 100, 50, 100, 3))
                .penalizesBy(30 * 3 * HOUR * 7);
    }

    @Test
    void setupMinuteCostsUnlessTheWorkIsFixed() {
        TimedOperation setUp = operation(1, 0, 100, 150);
        setUp.setupMinutes = 30;
        TimedOperation started = operation(2, 0, 150, 160);
        started.setupMinutes = 30;
        started.fixed = true;

        verifier.verifyThat(PlanConstraints::changeoversAreFew)
                .given(WEIGHTS, setUp, started)
                .penalizesBy(30 * HOUR * 20);
    }

    @Test
    void dayInWorkCostsItsPoints() {
        verifier.verifyThat(PlanConstraints::workIsShortInProgress)
                .given(WEIGHTS, new TimedJob(1, 60, 60 + 1440, NO_DUE, NO_DUE, 3))
                .penalizesBy(2 * POINT);
    }

    @Test
    void operationOnAnotherMachineOrBeyondTheToleranceHasMoved() {
        TimedOperation otherMachine = operation(1, 0, 100, 110);
        otherMachine.referenceMachine = 1;
        otherMachine.referenceStart = 100;
        TimedOperation justTolerated = operation(2, 0, 110, 120);
        justTolerated.referenceMachine = 0;
        justTolerated.referenceStart = 170;
        justTolerated.tolerance = 60;
        TimedOperation tooFar = operation(3, 0, 120, 130);
        tooFar.referenceMachine = 0;
        tooFar.referenceStart = 181;
        tooFar.tolerance = 60;
        TimedOperation isNew = operation(4, 0, 130, 140);

        verifier.verifyThat(PlanConstraints::publishedPlanStays)
                .given(WEIGHTS, otherMachine, justTolerated, tooFar, isNew)
                .penalizesBy(2 * 5 * POINT);
    }

    @Test
    void constraintsAndIncrementalScoreAgreeOnRandomPlans() {
        for (int seed = 1; seed <= 12; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            TimedPlan dispatch = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 2);
            ReferencePlan reference = dispatch.asReference(480);
            Timeline timeline = new Timeline(problem, reference);
            timeline.become(sequences(dispatch));
            Neighbourhood neighbourhood = new Neighbourhood(timeline);
            Random random = new Random(seed);
            for (int round = 0; round < 30; round++) {
                timeline.mark();
                boolean fine = neighbourhood.change(random) && timeline.update();
                if (!fine) {
                    timeline.undo();
                    continue;
                }
                timeline.keep();

                BendableScore incremental = PlanScoreCalculator.score(timeline, WEIGHTS);
                TimedPlanCopy copy = new TimedPlanCopy(problem, reference, timeline.timedPlan(), WEIGHTS);
                verifier.verifyThat().givenSolution(copy).scores(incremental);
            }
            assertThat(timeline.timedPlan()).isNotEqualTo(dispatch);
        }
    }

    private static int[][] sequences(TimedPlan plan) {
        int[][] sequences = new int[plan.machineCount()][];
        for (int m = 0; m < sequences.length; m++) {
            sequences[m] = plan.sequence(m);
        }
        return sequences;
    }

    private static TimedOperation operation(int index, int machine, int start, int end) {
        TimedOperation o = new TimedOperation();
        o.index = index;
        o.setMachine(machine);
        o.setupStart = start;
        o.start = start;
        o.end = end;
        o.eligible = List.of(machine);
        return o;
    }
}
