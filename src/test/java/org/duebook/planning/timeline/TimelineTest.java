package org.duebook.planning.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final int DAY = 1440;

    @Test
    void operationWaitsForItsPredecessorItsMachineAndItsSetup() {
        ProblemBuilder b = new ProblemBuilder();
        int lathe = b.machine(WorkingTime.always(), ChangeoverMatrix.of(new int[][] {{0, 30}, {40, 0}}), 0, 0);
        int mill = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int turn = b.operation(0, 100);
        int other = b.operation(1, 0);
        int drill = b.operation(0, 0);
        b.runsOn(turn, lathe, 60).runsOn(other, lathe, 10).runsOn(drill, mill, 20);
        b.precedes(turn, drill, 15);
        b.job(new int[] {drill}, 150, 120, 2);
        PlanningProblem problem = b.build();

        Timeline timeline = Timeline.of(problem, ReferencePlan.none(3), new int[][] {{turn, other}, {drill}});

        assertThat(timeline.start(turn)).isEqualTo(100);
        assertThat(timeline.start(drill)).isEqualTo(175);
        assertThat(timeline.start(other)).isEqualTo(190);
        assertThat(timeline.evaluation()).isEqualTo(new Evaluation(true, 2 * (195 - 150), 2 * (195 - 120), 30, 95, 0));
    }

    @Test
    void setupMayBeDoneBeforeThePredecessorHasEnded() {
        ProblemBuilder b = new ProblemBuilder();
        int saw = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int lathe = b.machine(WorkingTime.always(), ChangeoverMatrix.of(new int[][] {{0, 50}, {50, 0}}), 0, 0);
        int cut = b.operation(0, 0);
        int turn = b.operation(1, 0);
        b.runsOn(cut, saw, 60).runsOn(turn, lathe, 10).precedes(cut, turn, 0);

        TimedPlan plan = Timeline.of(b.build(), ReferencePlan.none(2), new int[][] {{cut}, {turn}})
                .timedPlan();

        assertThat(plan.start(turn)).isEqualTo(60);
        assertThat(plan.setupStart(turn)).isEqualTo(10);
    }

    @Test
    void workPausesOverNightAndResumes() {
        ProblemBuilder b = new ProblemBuilder();
        int lathe = b.machine(WorkingTime.of(new int[] {480}, new int[] {960}, DAY), ChangeoverMatrix.none(), 0, 0);
        int first = b.operation(0, 0);
        int second = b.operation(0, 0);
        b.runsOn(first, lathe, 450).runsOn(second, lathe, 60);

        Timeline timeline = Timeline.of(b.build(), ReferencePlan.none(2), new int[][] {{first, second}});

        assertThat(timeline.start(second)).isEqualTo(930);
        assertThat(timeline.end(second)).isEqualTo(DAY + 480 + 30);
    }

    @Test
    void assemblyWaitsForAllItsComponents() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int bought = b.outside(500, 0);
        int made = b.operation(0, 0);
        int assemble = b.operation(0, 0);
        b.runsOn(made, m, 30).runsOn(assemble, m, 10);
        b.precedes(bought, assemble, 0).precedes(made, assemble, 0);

        Timeline timeline = Timeline.of(b.build(), ReferencePlan.none(3), new int[][] {{made, assemble}});

        assertThat(timeline.start(assemble)).isEqualTo(500);
    }

    @Test
    void sequenceAgainstTheRoutingIsReportedAsALoopAndCanBeTakenBack() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int first = b.operation(0, 0);
        int second = b.operation(0, 0);
        b.runsOn(first, m, 30).runsOn(second, m, 10).precedes(first, second, 0);
        Timeline timeline = Timeline.of(b.build(), ReferencePlan.none(2), new int[][] {{first, second}});
        Evaluation before = timeline.evaluation();

        timeline.mark();
        timeline.remove(first);
        timeline.insertAfter(first, m, second);
        boolean loopFree = timeline.update();

        assertThat(loopFree).isFalse();
        assertThat(timeline.evaluation().loopFree()).isFalse();
        timeline.undo();
        assertThat(timeline.evaluation()).isEqualTo(before);
        assertThat(timeline.sequence(m)).containsExactly(first, second);
    }

    @Test
    void fixedWorkKeepsItsTimesAndOthersKeepClearOfIt() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int running = b.operation(0, 0);
        int next = b.operation(0, 0);
        b.fix(running, m, -20, 70).freeze(m, running).runsOn(next, m, 10);

        Timeline timeline = Timeline.of(b.build(), ReferencePlan.none(2), new int[][] {{running, next}});

        assertThat(timeline.start(running)).isEqualTo(-20);
        assertThat(timeline.start(next)).isEqualTo(70);
    }

    @Test
    void operationFurtherThanTheToleranceFromItsReferenceHasMoved() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int kept = b.operation(0, 60);
        int moved = b.operation(0, 61);
        b.runsOn(kept, m, 1).runsOn(moved, m, 1);
        ReferencePlan reference = new ReferencePlan(new int[] {m, m}, new int[] {0, 0}, 60);

        Timeline timeline = Timeline.of(b.build(), reference, new int[][] {{kept, moved}});

        assertThat(timeline.movedOperations()).isEqualTo(1);
    }

    @Test
    void precedenceLoopIsRefusedByTheBuilder() {
        ProblemBuilder b = new ProblemBuilder();
        int one = b.outside(1, 0);
        int two = b.outside(1, 0);
        b.precedes(one, two, 0).precedes(two, one, 0);

        assertThatThrownBy(b::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operation 0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void incrementalTimesEqualAFullRecalculationAndUndoRestoresExactly(long seed) {
        PlanningProblem problem = GeneratedPlant.small(seed).problem();
        TimedPlan dispatch = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 2);
        ReferencePlan reference = dispatch.asReference(600);
        Timeline timeline = Timeline.of(problem, reference, sequences(dispatch));
        Random random = new Random(seed);
        int loops = 0;
        int moves = 0;
        for (int round = 0; round < 400; round++) {
            TimedPlan before = timeline.timedPlan();
            timeline.mark();
            for (int k = random.nextInt(3); k >= 0; k--) {
                moveSomething(timeline, random);
                moves++;
                if (random.nextBoolean()) {
                    timeline.update();
                }
            }
            if (timeline.update()) {
                TimedPlan incremental = timeline.timedPlan();
                TimedPlan full =
                        Timeline.of(problem, reference, sequences(incremental)).timedPlan();
                assertThat(incremental).isEqualTo(full);
                assertThat(incremental.evaluation()).isEqualTo(full.evaluation());
            } else {
                loops++;
            }
            if (timeline.looped() || random.nextBoolean()) {
                timeline.undo();
                assertThat(timeline.timedPlan()).isEqualTo(before);
                assertThat(timeline.evaluation()).isEqualTo(before.evaluation());
            } else {
                timeline.keep();
            }
        }
        assertThat(loops).isBetween(1, moves - 1);
    }

    @Test
    void veryManyOperationsAtOnceAreTimedAsMachineByMachine() {
        PlanningProblem problem = GeneratedPlant.ofSize(1, 12_000).problem();
        ReferencePlan reference = ReferencePlan.none(problem.operationCount());
        int[][] sequences = Dispatch.plan(problem, reference, 6).sequences();
        Timeline byMachine = new Timeline(problem, reference);

        Timeline atOnce = Timeline.of(problem, reference, sequences);
        for (int m = 0; m < sequences.length; m++) {
            for (int i = problem.frozen(m).length; i < sequences[m].length; i++) {
                byMachine.insertAfter(sequences[m][i], m, byMachine.last(m));
            }
            assertThat(byMachine.update()).isTrue();
        }

        assertThat(atOnce.timedPlan()).isEqualTo(byMachine.timedPlan());
        assertThat(atOnce.evaluation()).isEqualTo(byMachine.evaluation());
    }

    @Test
    void loopAmongVeryManyOperationsAtOnceIsReported() {
        ProblemBuilder b = new ProblemBuilder();
        int m = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int[] sequence = new int[10_100];
        for (int i = sequence.length - 1; i >= 0; i--) {
            sequence[i] = b.operation(0, 0);
            b.runsOn(sequence[i], m, 1);
        }
        b.precedes(sequence[1], sequence[0], 0);
        Timeline timeline = Timeline.of(b.build(), ReferencePlan.none(sequence.length), new int[][] {sequence});
        assertThat(timeline.looped()).isTrue();

        timeline.remove(sequence[0]);
        timeline.insertAfter(sequence[0], m, sequence[sequence.length - 1]);

        assertThat(timeline.update()).isTrue();
        assertThat(timeline.start(sequence[0])).isEqualTo(sequence.length - 1);
    }

    @Test
    void nestedMarksUndoToTheirOwnState() {
        PlanningProblem problem = GeneratedPlant.small(3).problem();
        ReferencePlan none = ReferencePlan.none(problem.operationCount());
        Timeline timeline = Timeline.of(problem, none, sequences(Dispatch.plan(problem, none, 2)));
        TimedPlan outer = timeline.timedPlan();
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            timeline.mark();
            do {
                timeline.mark();
                moveSomething(timeline, random);
                if (timeline.update()) {
                    timeline.keep();
                } else {
                    timeline.undo();
                }
            } while (random.nextInt(5) > 0);
            timeline.undo();

            assertThat(timeline.timedPlan()).isEqualTo(outer);
        }
    }

    static int[][] sequences(TimedPlan plan) {
        int[][] result = new int[plan.machineCount()][];
        for (int m = 0; m < result.length; m++) {
            result[m] = plan.sequence(m);
        }
        return result;
    }

    /** Any operation that is not frozen goes anywhere behind the frozen ones of any machine that can do it. */
    @Test
    void changeThatCostsTooMuchIsGivenUpAndUndoRestoresExactly() {
        int givenUp = 0;
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            Random random = new Random(seed);
            Timeline timeline = new Timeline(problem, ReferencePlan.none(problem.operationCount()));
            TimedPlan before = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 6);
            timeline.become(sequences(before));
            for (int i = 0; i < 50; i++) {
                timeline.mark();
                moveSomething(timeline, random);
                boolean done = timeline.update(before.evaluation().latePromised());
                assertThat(done && timeline.latePromised() > before.evaluation().latePromised())
                        .isFalse();
                givenUp += done ? 0 : 1;
                timeline.undo();
                assertThat(timeline.timedPlan()).isEqualTo(before);
                assertThat(timeline.evaluation()).isEqualTo(before.evaluation());
            }
        }
        assertThat(givenUp).isBetween(100, 900);
    }

    @Test
    void tailsKeptUpToDateEqualTailsFromScratch() {
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            Random random = new Random(seed);
            ReferencePlan none = ReferencePlan.none(problem.operationCount());
            Timeline timeline = new Timeline(problem, none);
            timeline.become(sequences(Dispatch.plan(problem, none, 6)));
            Tails tails = timeline.withTails();
            int[][] good = timeline.sequences();
            for (int i = 0; i < 50; i++) {
                moveSomething(timeline, random);
                if (!timeline.update()) {
                    assertThat(timeline.become(good)).isTrue();
                    continue;
                }
                good = timeline.sequences();

                Tails scratch = Timeline.of(problem, none, good).withTails();
                for (int o = 0; o < problem.operationCount(); o++) {
                    assertThat(tails.after(o)).as("tail of %d", o).isEqualTo(scratch.after(o));
                }
            }
        }
    }

    static void moveSomething(Timeline timeline, Random random) {
        PlanningProblem problem = timeline.problem();
        int o = random.nextInt(problem.operationCount());
        while (problem.outside(o) || frozen(problem, o)) {
            o = random.nextInt(problem.operationCount());
        }
        timeline.remove(o);
        int[] eligible = problem.eligibleMachines(o);
        int machine = eligible[random.nextInt(eligible.length)];
        int[] sequence = timeline.sequence(machine);
        int frozen = problem.frozen(machine).length;
        int at = frozen + random.nextInt(sequence.length - frozen + 1);
        timeline.insertAfter(o, machine, at == 0 ? PlanningProblem.NONE : sequence[at - 1]);
    }

    private static boolean frozen(PlanningProblem problem, int operation) {
        return IntStream.range(0, problem.machineCount())
                .flatMap(m -> Arrays.stream(problem.frozen(m)))
                .anyMatch(o -> o == operation);
    }
}
