package org.duebook.planning.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.duebook.planning.explanation.LateChain.Link;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int DAY = 1440;
    private static final WorkingTime EIGHT_TO_FOUR = WorkingTime.of(new int[] {480}, new int[] {960}, DAY);

    @Test
    void chainNamesMaterialRunTransferBusyMachineWithItsChangeoverAndClosedTime() {
        ProblemBuilder b = new ProblemBuilder();
        int saw = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int lathe = b.machine(WorkingTime.always(), ChangeoverMatrix.of(new int[][] {{0, 30}, {30, 0}}), 0, 0);
        int bench = b.machine(EIGHT_TO_FOUR, ChangeoverMatrix.none(), 0, 0);
        int cut = b.operation(0, 100);
        int turn = b.operation(1, 0);
        int assemble = b.operation(0, 0);
        int other = b.operation(0, 0);
        b.runsOn(cut, saw, 50)
                .runsOn(turn, lathe, 40)
                .runsOn(assemble, bench, 60)
                .runsOn(other, lathe, 300);
        b.precedes(cut, turn, 20).precedes(turn, assemble, 0);
        int late = b.job(new int[] {assemble}, 200, PlanningProblem.NO_DUE, 1);
        int inTheWay = b.job(new int[] {other}, 1000, PlanningProblem.NO_DUE, 1);
        PlanningProblem problem = b.build();
        TimedPlan plan = Timeline.of(problem, ReferencePlan.none(4), new int[][] {{cut}, {other, turn}, {assemble}})
                .timedPlan();

        LateChain chain = Explanation.of(problem, plan, late);

        assertThat(chain.completion()).isEqualTo(540);
        assertThat(chain.links())
                .containsExactly(
                        new Link.Ran(assemble, bench, 480, 540),
                        new Link.Closed(assemble, bench, 370, 480),
                        new Link.Ran(turn, lathe, 330, 370),
                        new Link.MachineBusy(turn, lathe, other, inTheWay, 30, 170, 330),
                        new Link.Transfer(turn, cut, 150, 170),
                        new Link.Ran(cut, saw, 100, 150),
                        new Link.Material(cut, 0, 100));
    }

    @Test
    void chainEndsAtFixedWorkAndNamesAMachineNotYetAvailable() {
        ProblemBuilder b = new ProblemBuilder();
        int saw = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        int repaired = b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 500);
        int running = b.operation(0, 0);
        int next = b.operation(0, 0);
        b.fix(running, saw, -30, 200)
                .freeze(saw, running)
                .runsOn(next, repaired, 10)
                .precedes(running, next, 0);
        int job = b.job(new int[] {next}, 100, PlanningProblem.NO_DUE, 1);
        PlanningProblem problem = b.build();
        TimedPlan plan = Timeline.of(problem, ReferencePlan.none(2), new int[][] {{running}, {next}})
                .timedPlan();

        LateChain chain = Explanation.of(problem, plan, job);

        assertThat(chain.links())
                .containsExactly(
                        new Link.Ran(next, repaired, 500, 510),
                        new Link.MachineUnavailable(next, repaired, 200, 500),
                        new Link.Fixed(running, saw, -30, 200));
    }

    @Test
    void everyMinuteOfEveryJobIsExplainedBackToItsBeginning() {
        for (int seed = 1; seed <= 20; seed++) {
            PlanningProblem problem = GeneratedPlant.small(seed).problem();
            TimedPlan plan = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 2);
            for (int job = 0; job < problem.jobCount(); job++) {
                LateChain chain = Explanation.of(problem, plan, job);

                int until = chain.completion();
                for (Link link : chain.links()) {
                    assertThat(link.until()).isEqualTo(until);
                    assertThat(link.from()).isLessThanOrEqualTo(until);
                    until = link.from();
                }
                assertThat(until).isLessThanOrEqualTo(0);
            }
        }
    }
}
