package org.duebook.planning.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.futures.Spreads.OnMachine;
import org.duebook.planning.futures.Step.After;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.ChangeoverMatrix;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.NewOperation;
import org.duebook.planning.timeline.Placement;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.WorkingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuturesTest {
    private static final int DAY = 1440;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void withoutVariationEveryFutureIsThePlan(long seed) {
        PlanningProblem problem = GeneratedPlant.small(seed).problem();
        TimedPlan plan = plan(problem);

        Futures futures = Futures.draw(PlannedWork.of(problem, plan), Spreads.none(problem.machineCount()), 3, seed);

        for (int o = 0; o < problem.operationCount(); o++) {
            Ends ends = futures.ends(o);
            assertThat(ends.chance(plan.end(o))).as("operation %d", o).isEqualTo(1);
            assertThat(ends.chance(plan.end(o) - 1)).as("operation %d", o).isZero();
            assertThat(ends.minuteAt(0.9)).as("operation %d", o).isEqualTo(plan.end(o));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void withoutVariationAStepInAGapEndsWhereTheGapSaidInEveryFuture(long seed) {
        PlanningProblem problem = GeneratedPlant.small(seed).problem();
        TimedPlan plan = plan(problem);
        Futures futures = Futures.draw(PlannedWork.of(problem, plan), Spreads.none(problem.machineCount()), 2, seed);
        Timeline timeline = Timeline.of(problem, ReferencePlan.none(problem.operationCount()), plan.sequences());
        NewOperation fresh = NewOperation.onMachines(
                2, DAY, List.of(new NewOperation.Option(0, 95), new NewOperation.Option(1, 80)), List.of());

        Placement placed =
                Board.rigid(timeline).draft().insert(List.of(fresh), 0).getFirst();
        List<Step> chain =
                Step.chain(futures, List.of(fresh), List.of(placed), Collections.singletonList((Supply) null));
        Ends ends = futures.with(chain).ends(futures.size());

        assertThat(ends.minuteAt(1)).isEqualTo(placed.end());
        assertThat(ends.chance(placed.end() - 1)).isZero();
    }

    @Test
    void theChanceFallsWithAnEarlierDate() {
        Ends ends = line(varying(0.4), 400).ends(4);

        double before = 1;
        for (int minute = ends.minuteAt(1); minute > ends.minuteAt(0.01) - 100; minute -= 10) {
            assertThat(ends.chance(minute)).isLessThanOrEqualTo(before);
            before = ends.chance(minute);
        }
        assertThat(before).isZero();
        assertThat(ends.chance(ends.minuteAt(0.9))).isBetween(0.9, 0.91);
    }

    @Test
    void moreVariationMakesALaterDate() {
        int last = 0;
        for (double over : new double[] {0, 0.1, 0.2, 0.4, 0.8}) {
            int date = line(varying(over), 400).ends(4).minuteAt(0.9);
            assertThat(date).as("run times over plan by %s", over).isGreaterThan(last);
            last = date;
        }
    }

    @Test
    void moreBreakdownsAndMoreScrapMakeALaterDate() {
        OnMachine calm = OnMachine.EXACT;
        OnMachine scrapping = new OnMachine(calm.runTime(), Spread.scrap(0.3, 0.2), calm.breakdowns());
        OnMachine breaking = new OnMachine(calm.runTime(), calm.scrap(), new Breakdowns(2000, Spread.exponential(300)));

        int planned = line(calm, 400).ends(4).minuteAt(0.9);

        assertThat(line(scrapping, 400).ends(4).minuteAt(0.9)).isGreaterThan(planned);
        assertThat(line(breaking, 400).ends(4).minuteAt(0.9)).isGreaterThan(planned + 200);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Futures futures = line(varying(0.3), 100);
        List<Step> chain = List.of(
                new Step(1, 0, 4, List.of(), 60, 0, 0, null),
                new Step(2, 0, 5, List.of(new After(5, 30)), 60, 10, 0, null));

        Ends once = futures.with(chain).ends(6);
        Ends again = line(varying(0.3), 100).with(chain).ends(6);

        for (double level : new double[] {0.1, 0.5, 0.9, 1}) {
            assertThat(again.minuteAt(level)).isEqualTo(once.minuteAt(level));
        }
    }

    @Test
    void anOperationMeetsTheSameLuckWhateverElseIsInThePlan() {
        Futures alone = line(varying(0.3), 1, 50, 11);
        Futures inCompany = line(varying(0.3), 9, 50, 11);

        assertThat(inCompany.ends(0).minuteAt(0.7)).isEqualTo(alone.ends(0).minuteAt(0.7));
    }

    @Test
    void operationsThatWaitForOneDeliveryWaitTogether() {
        PlanningProblem problem = parallel(2);
        TimedPlan plan = plan(problem);
        Supply shared = new Supply(99, Supply.Kind.RECEIPT, DAY, 0);
        Spreads late = new Spreads(
                Collections.nCopies(2, OnMachine.EXACT), Spread.exactly(1), Spread.lateDays(5), Spread.exactly(0));

        Futures futures =
                Futures.draw(PlannedWork.of(problem, plan).withSupplies(new Supply[] {shared, shared}), late, 200, 3);

        Ends both = Ends.ofAll(List.of(futures.ends(0), futures.ends(1)));
        for (int day = 1; day < 8; day++) {
            assertThat(both.chance(day * DAY + 60))
                    .isEqualTo(futures.ends(0).chance(day * DAY + 60))
                    .isEqualTo(futures.ends(1).chance(day * DAY + 60));
        }
        assertThat(both.chance(6 * DAY + 60)).isBetween(0.83, 0.97);
    }

    @Test
    void anEarlyDeliveryLetsTheOperationStartEarlierButNotBeforeItsRelease() {
        PlanningProblem problem = parallel(1);
        TimedPlan plan = plan(problem);
        Supply supply = new Supply(1, Supply.Kind.RECEIPT, 5 * DAY, 3 * DAY);
        Spreads early = new Spreads(List.of(OnMachine.EXACT), Spread.exactly(1), Spread.exactly(-4), Spread.exactly(0));

        Futures futures = Futures.draw(PlannedWork.of(problem, plan).withSupplies(new Supply[] {supply}), early, 1, 1);

        assertThat(futures.ends(0).minuteAt(1)).isEqualTo(3 * DAY + 60);
    }

    @Test
    void whoWaitsForALateDeliveryLetsTheNextOnePassOnItsMachine() {
        ProblemBuilder builder = new ProblemBuilder();
        builder.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        for (int o = 0; o < 2; o++) {
            builder.operation(0, 0);
            builder.runsOn(o, 0, 60);
        }
        builder.job(new int[] {0, 1}, 0, 0, 1);
        PlanningProblem problem = builder.build();
        TimedPlan plan = Timeline.of(problem, ReferencePlan.none(2), new int[][] {{0, 1}})
                .timedPlan();
        Supply today = new Supply(1, Supply.Kind.RECEIPT, 0, 0);
        Spreads late = new Spreads(List.of(OnMachine.EXACT), Spread.exactly(1), Spread.exactly(3), Spread.exactly(0));

        Futures futures =
                Futures.draw(PlannedWork.of(problem, plan).withSupplies(new Supply[] {today, null}), late, 2, 1);

        assertThat(futures.ends(0).minuteAt(1)).isEqualTo(3 * DAY + 60);
        assertThat(futures.ends(1).minuteAt(1)).isEqualTo(2 * 60);
    }

    @Test
    void startedWorkTakesNoShorterThanItHas() {
        ProblemBuilder builder = new ProblemBuilder();
        builder.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 100);
        int started = builder.operation(0, 0);
        builder.fix(started, 0, 0, 120).freeze(0, started);
        builder.job(new int[] {started}, 0, 0, 1);
        PlanningProblem problem = builder.build();

        Ends ends = Futures.draw(PlannedWork.of(problem, plan(problem)), spreads(varying(0.5), 1), 400, 5)
                .ends(0);

        assertThat(ends.chance(99)).isZero();
        assertThat(ends.minuteAt(0.5)).isBetween(115, 160);
    }

    @Test
    void aLineIsDoneWhenAllItsOperationsAreInTheSameFuture() {
        PlanningProblem problem = parallel(2);
        Futures futures = Futures.draw(PlannedWork.of(problem, plan(problem)), spreads(varying(0.5), 2), 300, 5);
        int median = futures.ends(0).minuteAt(0.5);

        double both = Ends.ofAll(List.of(futures.ends(0), futures.ends(1))).chance(median);

        assertThat(both).isLessThan(0.35).isGreaterThan(0.15);
        assertThat(futures.done(0).chance(median)).isEqualTo(both);
    }

    /** Operations of 200 minutes one after another on one machine that never closes. */
    private static Futures line(OnMachine machine, int count) {
        return line(machine, 5, count, 17);
    }

    private static Futures line(OnMachine machine, int operations, int count, long seed) {
        ProblemBuilder builder = new ProblemBuilder();
        builder.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        for (int o = 0; o < operations; o++) {
            builder.operation(0, 0);
            builder.runsOn(o, 0, 200);
            builder.job(new int[] {o}, o, o, 1);
        }
        PlanningProblem problem = builder.build();
        int[][] sequence = {IntStream.range(0, operations).toArray()};
        TimedPlan plan =
                Timeline.of(problem, ReferencePlan.none(operations), sequence).timedPlan();
        return Futures.draw(PlannedWork.of(problem, plan), spreads(machine, 1), count, seed);
    }

    /** One job of as many operations of an hour, each on its own machine. */
    private static PlanningProblem parallel(int operations) {
        ProblemBuilder builder = new ProblemBuilder();
        for (int o = 0; o < operations; o++) {
            builder.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
            builder.operation(0, 0);
            builder.runsOn(o, o, 60);
        }
        builder.job(IntStream.range(0, operations).toArray(), 0, 0, 1);
        return builder.build();
    }

    private static OnMachine varying(double over) {
        return new OnMachine(Spread.runTime(over), Spread.exactly(0), Breakdowns.NEVER);
    }

    private static Spreads spreads(OnMachine machine, int machines) {
        return new Spreads(
                Collections.nCopies(machines, machine), Spread.exactly(1), Spread.exactly(0), Spread.exactly(0));
    }

    private static TimedPlan plan(PlanningProblem problem) {
        return Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 6);
    }
}
