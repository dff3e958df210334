package org.duebook.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Replan;
import org.duebook.planning.timeline.TimedPlan;
import org.junit.jupiter.api.Test;

class PlanSolverTest {
    static final List<int[][]> NOTHING_KNOWN = List.of();
    static final SolverSettings SETTINGS = switch (SolverSettings.read(Path.of("solver-config"))) {
        case SolverSettings.Reading.Usable usable -> usable.settings();
        case SolverSettings.Reading.Refused refused -> throw new AssertionError(refused.faults());
    };

    @Test
    void sameSeedAndStepsGiveTheIdenticalPlan() {
        PlanningProblem problem = GeneratedPlant.ofSize(1, 120).problem();

        SolvedPlan one = solve(problem, SearchLimit.ofSteps(3000), 5);
        SolvedPlan two = solve(problem, SearchLimit.ofSteps(3000), 5);
        SolvedPlan otherSeed = solve(problem, SearchLimit.ofSteps(3000), 6);

        assertThat(one.plan()).isEqualTo(two.plan());
        assertThat(one.plan()).isNotEqualTo(otherSeed.plan());
    }

    @Test
    void planDoesNotDependOnTheNumberOfThreads() {
        GeneratedPlant plant = GeneratedPlant.ofSize(4, 150);
        SolvedPlan published = solve(plant.problem(), SearchLimit.ofSteps(2000), 1);
        Replan urgent = Replan.withUrgentOrder(plant, published.plan(), 2880, 10);

        TimedPlan one = replan(urgent, () -> 1, SearchLimit.ofSteps(3000)).plan();
        TimedPlan two = replan(urgent, () -> 2, SearchLimit.ofSteps(3000)).plan();

        assertThat(two).isEqualTo(one);
    }

    @Test
    void oneReplanMovesNoMoreThanOneOperationInTwenty() {
        GeneratedPlant plant = GeneratedPlant.ofSize(2, 500);
        SolvedPlan published = solve(plant.problem(), SearchLimit.ofSteps(20_000), 1);
        Replan urgent = Replan.withUrgentOrder(plant, published.plan(), 2880, 10);
        TimedPlan fitted = urgent.unmoved();

        SolvedPlan again = replan(urgent, () -> 2, SearchLimit.ofSteps(60_000));

        Rearrangement rearrangement = new Rearrangement(urgent.problem(), urgent.reference());
        assertThat(rearrangement.of(again.plan())).isLessThanOrEqualTo(rearrangement.movable() / 20);
        assertThat(again.plan().evaluation().latePromised())
                .isLessThan(fitted.evaluation().latePromised() * 4 / 5);
    }

    @Test
    void replanOfAnUnchangedPlantMovesNothingThatDoesNotPay() {
        GeneratedPlant plant = GeneratedPlant.ofSize(2, 200);
        PlanningProblem problem = plant.problem();
        TimedPlan published = solve(problem, SearchLimit.ofSteps(40_000), 1).plan();
        Replan nothing = Replan.ofTheSame(problem, published);

        TimedPlan again = replan(nothing, () -> 2, SearchLimit.ofSteps(10_000)).plan();

        int moved = new Rearrangement(problem, nothing.reference()).of(again);
        long saved = published.evaluation().latePromised() - again.evaluation().latePromised();
        assertThat(saved)
                .isGreaterThanOrEqualTo((long) moved * SETTINGS.weights().movedWorthMinutes());
        assertThat(moved).isLessThanOrEqualTo(problem.operationCount() / 20);
    }

    private static SolvedPlan replan(Replan urgent, IntSupplier threads, SearchLimit limit) {
        return new PlanSolver(SETTINGS, threads)
                .solve(
                        urgent.problem(),
                        urgent.reference(),
                        List.<int[][]>of(urgent.fitted()),
                        limit,
                        2,
                        p -> {},
                        () -> false);
    }

    @Test
    void searchIsNeverWorseThanTheDispatchRuleAndUsuallyBetter() {
        int better = 0;
        for (int seed = 1; seed <= 5; seed++) {
            PlanningProblem problem = GeneratedPlant.ofSize(seed, 100).problem();

            SolvedPlan solved = solve(problem, SearchLimit.ofSteps(4000), seed);

            assertThat(solved.cost()).isLessThanOrEqualTo(solved.dispatchCost());
            better += solved.cost().promises() < solved.dispatchCost().promises() ? 1 : 0;
        }
        assertThat(better).isGreaterThanOrEqualTo(4);
    }

    @Test
    void searchThatBeginsWithAKnownPlanIsNeverWorseThanIt() {
        PlanningProblem problem = GeneratedPlant.ofSize(3, 100).problem();
        SolvedPlan before = solve(problem, SearchLimit.ofSteps(20_000), 1);
        int[][] known = new int[before.plan().machineCount()][];
        for (int machine = 0; machine < known.length; machine++) {
            known[machine] = before.plan().sequence(machine);
        }

        SolvedPlan again = new PlanSolver(SETTINGS)
                .solve(
                        problem,
                        ReferencePlan.none(problem.operationCount()),
                        List.<int[][]>of(known),
                        SearchLimit.ofSteps(10),
                        1,
                        p -> {},
                        () -> false);

        assertThat(before.cost()).isLessThan(before.dispatchCost());
        assertThat(again.cost()).isLessThanOrEqualTo(before.cost());
        assertThat(again.dispatchCost()).isEqualTo(before.dispatchCost());
    }

    /** Stands where Timefold begins. */
    public static final class NoTimefold implements PhaseCommand<SequencingPlan> {
        @Override
        public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
            throw new IllegalStateException("Timefold was started");
        }
    }

    @Test
    void problemOfTheSizeToBeSearchedAloneIsSearchedWithoutTimefold() {
        String solverXml = SETTINGS.solverXml()
                .replace(BestKnownConstruction.class.getName(), NoTimefold.class.getName())
                .replace("name=\"aloneFrom\" value=\"20000\"", "name=\"aloneFrom\" value=\"120\"");
        PlanSolver solver = new PlanSolver(new SolverSettings(SETTINGS.weights(), solverXml));
        PlanningProblem smaller = GeneratedPlant.ofSize(1, 110).problem();
        PlanningProblem large = GeneratedPlant.ofSize(1, 120).problem();
        assertThat(smaller.operationCount()).isLessThan(120);

        SolvedPlan one = solve(solver, large, SearchLimit.ofSteps(3000), 5);
        SolvedPlan two = solve(solver, large, SearchLimit.ofSteps(3000), 5);

        assertThat(one.plan()).isEqualTo(two.plan());
        assertThat(one.cost()).isLessThan(one.dispatchCost());
        assertThatThrownBy(() -> solve(solver, smaller, SearchLimit.ofSteps(3000), 5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timefold was started");
    }

    /** What is left of a limit is a time like this when a search that was broken off goes on. */
    @Test
    void limitMayBeAnyTime() {
        PlanningProblem problem = GeneratedPlant.small(1).problem();

        SolvedPlan solved = solve(problem, SearchLimit.of(Duration.ofNanos(99_299_999)), 1);

        assertThat(solved.cost()).isLessThanOrEqualTo(solved.dispatchCost());
    }

    @Test
    void searchStopsSoonAfterItIsToldAndReportsOnTheWay() {
        PlanningProblem problem = GeneratedPlant.ofSize(2, 300).problem();
        List<SearchProgress> reports = new ArrayList<>();
        long began = System.nanoTime();

        SolvedPlan solved = new PlanSolver(SETTINGS)
                .solve(
                        problem,
                        ReferencePlan.none(problem.operationCount()),
                        NOTHING_KNOWN,
                        SearchLimit.of(Duration.ofSeconds(30)),
                        1,
                        reports::add,
                        () -> reports.size() >= 3);

        assertThat(solved.stopped()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(reports.getLast().cost()).isEqualTo(solved.cost());
        for (int i = 1; i < reports.size() - 1; i++) {
            assertThat(reports.get(i).elapsed().minus(reports.get(i - 1).elapsed()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(190));
        }
    }

    private static SolvedPlan solve(PlanningProblem problem, SearchLimit limit, long seed) {
        return solve(new PlanSolver(SETTINGS), problem, limit, seed);
    }

    private static SolvedPlan solve(PlanSolver solver, PlanningProblem problem, SearchLimit limit, long seed) {
        return solver.solve(
                problem,
                ReferencePlan.none(problem.operationCount()),
                NOTHING_KNOWN,
                limit,
                seed,
                p -> {},
                () -> false);
    }
}
