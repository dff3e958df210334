package org.duebook.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.duebook.planning.checker.PlantDescription.Scheduled;
import org.duebook.planning.checker.ScheduleChecker;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.WrittenPlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The search on generated plants beside the dispatch rule and CP-SAT, one row each in {@code target/benchmark/plant.json};
 * goes on where it was interrupted. From 10,000 operations on the search has five times the seconds and only the dispatch
 * rule beside it.
 */
@Tag("plant")
class PlantBenchmark {
    private static final Path RESULTS = Path.of("target/benchmark/plant.json");
    private static final int LARGE = 10_000;
    private static final int WEEK = 7 * 24 * 60;
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    /** What a checked plan is worth. */
    private record Worth(BigDecimal lateHours, BigDecimal changeoverHours) {}

    @Test
    void everyPlantIsPlannedAndItsPlanPassesTheChecker() throws IOException {
        ResultFile<ResultRow> results = new ResultFile<>(RESULTS, ResultRow[].class, BenchmarkOptions.fresh());
        for (int operations : BenchmarkOptions.sizes()) {
            int seconds = BenchmarkOptions.seconds() * (operations >= LARGE ? 5 : 1);
            for (long seed : BenchmarkOptions.seeds()) {
                if (!results.has(row -> row.isOf("plant", name(operations, seed), seconds, seed))) {
                    ResultRow row = row(operations, seconds, seed);
                    results.add(row);
                    System.out.println(line(row));
                }
            }
        }
        results.rows().forEach(row -> System.out.println(line(row)));
    }

    private static String name(int operations, long seed) {
        return "plant-" + operations + "-" + seed;
    }

    private static ResultRow row(int operations, int seconds, long seed) throws IOException {
        GeneratedPlant plant = GeneratedPlant.ofSize(seed, operations);
        PlanningProblem problem = plant.problem();
        double firstPlan = firstPlanSeconds(problem);
        SolvedPlan solved = Trial.search(problem, seconds, seed);
        Optional<CpSat.Answer> answer = operations >= LARGE
                ? Optional.empty()
                : Optional.of(CpSat.solve(name(operations, seed), problem, seconds));
        Optional<Worth> cpSat = answer.flatMap(a -> CpSat.plan(problem, a)).map(p -> worth(plant, p));
        Worth found = worth(plant, solved.plan());
        Worth dispatch = worth(plant, solved.dispatch());
        return new ResultRow(
                "plant",
                name(operations, seed),
                problem.operationCount(),
                "weighted_lateness_hours",
                found.lateHours,
                null,
                null,
                null,
                dispatch.lateHours,
                cpSat.map(Worth::lateHours).orElse(null),
                answer.map(a -> hours(Math.round(a.bound()))).orElse(null),
                seconds,
                seed,
                Trial.movesPerSecond(solved),
                found.changeoverHours,
                cpSat.map(Worth::changeoverHours).orElse(null),
                dispatch.changeoverHours,
                BigDecimal.valueOf(firstPlan).setScale(3, RoundingMode.HALF_UP));
    }

    /** The dispatch rule's plan, as at the start of every search. */
    private static double firstPlanSeconds(PlanningProblem problem) {
        double lookAhead = Trial.SETTINGS.weights().lookAhead();
        long began = System.nanoTime();
        TimedPlan first = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), lookAhead);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(first.evaluation().loopFree()).isTrue();
        return seconds;
    }

    private static Worth worth(GeneratedPlant plant, TimedPlan plan) {
        List<Scheduled> schedule = WrittenPlan.of(plan);
        int last = 0;
        for (int o = 0; o < plan.operationCount(); o++) {
            last = Math.max(last, plan.end(o));
        }
        assertThat(ScheduleChecker.check(plant.description(last / WEEK + 2), schedule))
                .isEmpty();
        return new Worth(hours(plant.weightedLateMinutes(schedule)), hours(plant.changeoverMinutes(schedule)));
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(MINUTES_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    private static String line(ResultRow row) {
        return "%-16s %d s: late %s h, changeover %s h, %d/s, first plan %s s | cp-sat %s h, %s h, bound %s h | dispatch %s h, %s h"
                .formatted(
                        row.instance(),
                        row.seconds(),
                        row.value(),
                        row.changeoverHours(),
                        row.movesPerSecond(),
                        row.firstPlanSeconds(),
                        words(row.cpSat()),
                        words(row.cpSatChangeoverHours()),
                        words(row.cpSatBound()),
                        row.dispatch(),
                        row.dispatchChangeoverHours());
    }

    private static String words(@Nullable BigDecimal value) {
        return value == null ? "-" : value.toPlainString();
    }
}
