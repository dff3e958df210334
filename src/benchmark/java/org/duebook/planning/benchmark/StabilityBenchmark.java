package org.duebook.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.solver.PlanSolver;
import org.duebook.planning.solver.SearchLimit;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.duebook.planning.timeline.UrgentOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One urgent order into a full plan: how many operations outside the frozen work change machine or order. Written to
 * {@code target/benchmark/stability.json}.
 */
@Tag("stability")
class StabilityBenchmark {
    private static final Path RESULTS = Path.of("target/benchmark/stability.json");
    private static final int TWO_DAYS = 2 * 1440;
    private static final int HEAVIEST = 10;

    /**
     * @param movable operations that could have moved
     * @param publishedLateMinutes weighted lateness against promised dates before the order came
     * @param fittedLateMinutes with the order in the gaps and nothing moved
     * @param lateMinutes of the new plan
     */
    private record Row(
            int operations,
            long seed,
            int seconds,
            int movable,
            int moved,
            double share,
            long publishedLateMinutes,
            long fittedLateMinutes,
            long lateMinutes) {}

    @Test
    void oneUrgentOrderMovesAtMostOneOperationInTwenty() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int operations : BenchmarkOptions.sizes()) {
            for (long seed : BenchmarkOptions.seeds()) {
                rows.add(row(operations, seed, BenchmarkOptions.seconds()));
                System.out.println(rows.getLast());
                Files.createDirectories(RESULTS.getParent());
                Files.write(
                        RESULTS,
                        JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsBytes(rows));
            }
        }
        double[] shares = rows.stream().mapToDouble(Row::share).sorted().toArray();
        System.out.printf("median %.3f, most %.3f%n", shares[shares.length / 2], shares[shares.length - 1]);
        assertThat(shares[shares.length - 1]).isLessThanOrEqualTo(0.05);
    }

    private static Row row(int operations, long seed, int seconds) {
        GeneratedPlant plant = GeneratedPlant.ofSize(seed, operations);
        TimedPlan published = Trial.search(plant.problem(), seconds, seed).plan();
        UrgentOrder urgent = UrgentOrder.into(plant, published, TWO_DAYS, HEAVIEST);
        SolvedPlan again = new PlanSolver(Trial.SETTINGS)
                .solve(
                        urgent.problem(),
                        urgent.reference(),
                        List.<int[][]>of(urgent.fitted()),
                        SearchLimit.of(Duration.ofSeconds(seconds)),
                        seed,
                        progress -> {},
                        () -> false);
        Rearrangement rearrangement = new Rearrangement(urgent.problem(), urgent.reference());
        int moved = rearrangement.of(again.plan());
        TimedPlan fitted = Timeline.of(urgent.problem(), urgent.reference(), urgent.fitted())
                .timedPlan();
        return new Row(
                operations,
                seed,
                seconds,
                rearrangement.movable(),
                moved,
                (double) moved / rearrangement.movable(),
                published.evaluation().latePromised(),
                fitted.evaluation().latePromised(),
                again.plan().evaluation().latePromised());
    }
}
