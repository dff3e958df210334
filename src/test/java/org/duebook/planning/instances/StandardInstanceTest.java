package org.duebook.planning.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.ScheduleChecker;
import org.duebook.planning.checker.Violation;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WrittenPlan;
import org.junit.jupiter.api.Test;

class StandardInstanceTest {
    private static final String JOB_SHOP = """
            2 2
            0 3 1 2
            1 4 0 1
            """;
    private static final String FLEXIBLE = """
            2 2 1.5
            2 2 1 3 2 5 1 2 2
            1 1 1 4
            """;
    private static final String WITH_SETUPS = """
            2 2 1
            1 1 1 3
            2 1 1 4 1 2 6

            1 7 9
            8 1 9
            9 9 9
            9 9 9
            9 9 9
            9 9 9
            """;
    private static final String TARDINESS = """
            Problem Instance: 1
            Problem Size: 2
            Tau: 0.3
            Begin Problem Specification
            Process Times:
            10
            20
            Weights:
            3
            2
            Duedates:
            12
            25
            Setup Times:
            -1 0 5
            -1 1 1
            0 1 4
            1 0 6
            End Problem Specification
            """;

    @Test
    void jobShopIsWorthTheEndOfItsLastOperation() {
        StandardInstance instance = InstanceFamily.JSP.read("two.txt", JOB_SHOP);

        TimedPlan plan = plan(instance, new int[][] {{0, 3}, {2, 1}});

        assertThat(instance.name()).isEqualTo("two");
        assertThat(value(instance, plan))
                .isEqualTo(6)
                .isEqualTo(plan.evaluation().latePromised());
    }

    @Test
    void flexibleJobShopCountsMachinesFromOneAndTakesTheirOwnDurations() {
        StandardInstance instance = InstanceFamily.FJSP.read("two.fjs", FLEXIBLE);
        PlanningProblem problem = instance.problem();

        TimedPlan plan = plan(instance, new int[][] {{2}, {0, 1}});

        assertThat(problem.eligibleMachines(0)).containsExactly(0, 1);
        assertThat(problem.minutes(0, 1)).isEqualTo(5);
        assertThat(value(instance, plan))
                .isEqualTo(7)
                .isEqualTo(plan.evaluation().latePromised());
    }

    @Test
    void setupRunsFromTheRowToTheColumnBeforeTheJobArrivesAndNotBeforeTheFirstOperation() {
        StandardInstance instance = InstanceFamily.SDST.read("setups.fjs", WITH_SETUPS);

        TimedPlan first = plan(instance, new int[][] {{0, 1}, {2}});
        TimedPlan second = plan(instance, new int[][] {{1, 0}, {2}});

        assertThat(first.start(1)).isEqualTo(3 + 7);
        assertThat(value(instance, first)).isEqualTo(3 + 7 + 4 + 6);
        assertThat(second.start(0)).isEqualTo(4 + 8);
        assertThat(value(instance, second)).isEqualTo(4 + 8 + 3);
    }

    @Test
    void fillerBetweenOperationsThatNeverMeetIsNoSetup() {
        PlanningProblem problem =
                InstanceFamily.SDST.read("setups.fjs", WITH_SETUPS).problem();

        assertThat(problem.changeovers(0).minutes(0, 1)).isEqualTo(7);
        assertThat(problem.changeovers(0).minutes(0, 2)).isZero();
        assertThat(problem.changeovers(1).minutes(0, 1)).isZero();
    }

    @Test
    void weightedTardinessBeginsWithTheInitialSetup() {
        StandardInstance instance = InstanceFamily.WTSDS.read("wt.instance", TARDINESS);

        TimedPlan plan = plan(instance, new int[][] {{0, 1}});

        assertThat(plan.end(0)).isEqualTo(15);
        assertThat(plan.end(1)).isEqualTo(39);
        assertThat(value(instance, plan))
                .isEqualTo(3 * 3 + 2 * 14)
                .isEqualTo(plan.evaluation().latePromised());
    }

    @Test
    void checkerSeesASetupThatWasLeftOut() {
        StandardInstance instance = InstanceFamily.WTSDS.read("wt.instance", TARDINESS);
        List<Scheduled> schedule = WrittenPlan.of(plan(instance, new int[][] {{0, 1}})).stream()
                .map(s -> new Scheduled(
                        s.operation(),
                        s.machine(),
                        s.setupStart(),
                        s.start().minusSeconds(60),
                        s.end().minusSeconds(60)))
                .toList();

        assertThat(ScheduleChecker.check(instance.description(), schedule))
                .extracting(Violation::kind)
                .contains(Violation.Kind.CHANGEOVER);
    }

    @Test
    void brokenFilesAreRefusedNamingFileAndLine() {
        refused(InstanceFamily.JSP, "a.txt", "2 2\n0 3 1 2\n", "a.txt: ends where job 2 of 2 should stand");
        refused(InstanceFamily.JSP, "a.txt", "1 2\n\n0 3 2 2\n", "a.txt:3: found 2, wanted machine 0 to 1");
        refused(InstanceFamily.JSP, "a.txt", "1 2\n0 x\n", "a.txt:2: found \"x\", wanted duration");
        refused(InstanceFamily.JSP, "a.txt", "1 2\n0\n", "a.txt:2: found nothing, wanted duration");
        refused(InstanceFamily.JSP, "a.txt", "1 2\n0 1\n0 1\n", "a.txt:3: found \"0\", wanted the end of the file");
        refused(InstanceFamily.FJSP, "a.txt", "1 2\n1 1 0 3\n", "a.txt:2: found 0, wanted machine 1 to 2");
        refused(InstanceFamily.FJSP, "a.txt", "1 2\n1 1 1 3 9\n", "a.txt:2: found \"9\", wanted the end of the line");
        refused(
                InstanceFamily.SDST,
                "a.fjs",
                "1 1\n1 1 1 3\n",
                "a.fjs: ends where setups of machine 1 from operation 1 should stand");
        refused(
                InstanceFamily.WTSDS,
                "a.instance",
                TARDINESS.replace("0 1 4", "1 0 4"),
                "a.instance:18: found a second setup from 1 to 0, wanted each pair of operations once");
        refused(
                InstanceFamily.WTSDS,
                "a.instance",
                TARDINESS.replace("Weights:", "30\nWeights:"),
                "a.instance:8: found \"30\", wanted \"Weights:\"");
    }

    @Test
    void bestKnownValuesMayBeMissing() {
        BestKnown known = BestKnown.read(
                "best.csv", List.of("family,instance,objective,lower_bound,best_known", "sdst,a,makespan,,12"));

        assertThat(known.best("sdst", "a")).hasValue(12);
        assertThat(known.lower("sdst", "a")).isEqualTo(OptionalLong.empty());
        assertThat(known.best("sdst", "b")).isEqualTo(OptionalLong.empty());
        assertThatThrownBy(() -> BestKnown.read(
                        "best.csv",
                        List.of("family,instance,objective,lower_bound,best_known", "sdst,a,makespan,,twelve")))
                .hasMessage("best.csv:2: found \"twelve\", wanted a whole number or nothing");
    }

    private static void refused(InstanceFamily family, String file, String text, String message) {
        assertThatThrownBy(() -> family.read(file, text)).hasMessageStartingWith(message);
    }

    private static TimedPlan plan(StandardInstance instance, int[][] sequences) {
        PlanningProblem problem = instance.problem();
        return Timeline.of(problem, ReferencePlan.none(problem.operationCount()), sequences)
                .timedPlan();
    }

    private static long value(StandardInstance instance, TimedPlan plan) {
        List<Scheduled> schedule = WrittenPlan.of(plan);
        assertThat(ScheduleChecker.check(instance.description(), schedule)).isEmpty();
        return instance.value(schedule);
    }
}
