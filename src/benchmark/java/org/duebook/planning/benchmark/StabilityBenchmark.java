package org.duebook.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.solver.PlanSolver;
import org.duebook.planning.solver.SearchLimit;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Rearrangement;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Replan;
import org.duebook.planning.timeline.TimedPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A full plant whose plan is published is planned again, for one urgent order and for what a week brings: how many
 * operations outside the frozen work change machine or order, and what that gains against putting what is new into gaps
 * and against a search that may move all. One row each in {@code target/benchmark/stability.json}; goes on where it was
 * interrupted.
 */
@Tag("stability")
class StabilityBenchmark {
    private static final Path RESULTS = Path.of("target/benchmark/stability.json");
    private static final int TWO_DAYS = 2 * 1440;
    private static final int HEAVIEST = 10;
    private static final double MOST_MOVED = 0.05;
    private static final double LEAST_KEPT = 0.5;

    private enum Why {
        URGENT_ORDER,
        WEEK
    }

    /**
     * How good a plan is, in hours.
     *
     * @param newLate after the promised dates of the new orders
     * @param newWeighted the same, times their priorities
     * @param othersWeighted after the promised dates of all others, times their priorities
     */
    private record Worth(long newLate, long newWeighted, long othersWeighted, long changeover) {

        static Worth of(Replan replan, TimedPlan plan) {
            PlanningProblem problem = replan.problem();
            long[] late = IntStream.range(0, problem.jobCount())
                    .mapToLong(
                            job -> Math.max(0, plan.end(problem.lastFinal(job, plan)) - (long) problem.promised(job)))
                    .toArray();
            return new Worth(
                    IntStream.range(replan.known(), late.length)
                                    .mapToLong(job -> late[job])
                                    .sum()
                            / 60,
                    IntStream.range(replan.known(), late.length)
                                    .mapToLong(job -> late[job] * problem.weight(job))
                                    .sum()
                            / 60,
                    IntStream.range(0, replan.known())
                                    .mapToLong(job -> late[job] * problem.weight(job))
                                    .sum()
                            / 60,
                    plan.evaluation().changeoverMinutes() / 60);
        }

        long weighted() {
            return newWeighted + othersWeighted;
        }
    }

    /**
     * @param seconds of each search
     * @param movable operations that could have moved
     * @param moved operations on another machine or in another order
     * @param share moved ÷ movable
     * @param unmoved new orders in the gaps, nothing moved
     * @param found the new plan
     * @param free what the same seconds find where all may move freely
     */
    private record Row(
            Why why,
            int operations,
            long seed,
            int seconds,
            int movable,
            int moved,
            double share,
            int freelyMoved,
            Worth unmoved,
            Worth found,
            Worth free) {

        boolean isOf(Why ofWhy, int ofOperations, int ofSeconds, long ofSeed) {
            return why == ofWhy && operations == ofOperations && seconds == ofSeconds && seed == ofSeed;
        }

        /** What the plan gains of the weighted lateness that a free search gains. */
        double kept() {
            return (double) (unmoved.weighted() - found.weighted()) / Math.max(1, unmoved.weighted() - free.weighted());
        }
    }

    @Test
    void oneUrgentOrderMovesAtMostOneOperationInTwentyAndAWeekKeepsMostOfTheGain() throws IOException {
        ResultFile<Row> results = new ResultFile<>(RESULTS, Row[].class, BenchmarkOptions.fresh());
        int seconds = BenchmarkOptions.seconds("20");
        for (int operations : BenchmarkOptions.sizes("500,1000,1500,2000")) {
            for (long seed : BenchmarkOptions.seeds("3")) {
                for (Why why : Why.values()) {
                    if (!results.has(row -> row.isOf(why, operations, seconds, seed))) {
                        results.add(row(why, operations, seconds, seed));
                        System.out.println(line(results.rows().getLast()));
                    }
                }
            }
        }
        for (Why why : Why.values()) {
            List<Row> rows =
                    results.rows().stream().filter(row -> row.why == why).toList();
            rows.forEach(row -> System.out.println(line(row)));
            double[] shares = rows.stream().mapToDouble(Row::share).sorted().toArray();
            double[] kept = rows.stream().mapToDouble(Row::kept).sorted().toArray();
            System.out.printf(
                    "%s: moved median %.3f, most %.3f; of the free search's gain kept median %.2f, least %.2f%n",
                    why, shares[shares.length / 2], shares[shares.length - 1], kept[kept.length / 2], kept[0]);
        }
        assertThat(results.rows())
                .filteredOn(row -> row.why == Why.URGENT_ORDER)
                .allSatisfy(row -> {
                    assertThat(row.share).isLessThanOrEqualTo(MOST_MOVED);
                    assertThat(row.found.weighted()).isLessThanOrEqualTo(row.unmoved.weighted());
                });
        assertThat(results.rows())
                .filteredOn(row -> row.why == Why.WEEK)
                .allSatisfy(row -> assertThat(row.kept()).isGreaterThanOrEqualTo(LEAST_KEPT));
    }

    private static Row row(Why why, int operations, int seconds, long seed) {
        GeneratedPlant plant = GeneratedPlant.ofSize(seed, operations);
        TimedPlan published = Trial.search(plant.problem(), seconds, seed).plan();
        Replan replan = switch (why) {
            case URGENT_ORDER -> Replan.withUrgentOrder(plant, published, TWO_DAYS, HEAVIEST);
            case WEEK -> Replan.withNewWeek(plant, published, seed);
        };
        TimedPlan found = search(replan, replan.reference(), seconds, seed);
        TimedPlan free = search(replan, ReferencePlan.none(replan.problem().operationCount()), seconds, seed);
        Rearrangement rearrangement = new Rearrangement(replan.problem(), replan.reference());
        int moved = rearrangement.of(found);
        return new Row(
                why,
                operations,
                seed,
                seconds,
                rearrangement.movable(),
                moved,
                (double) moved / rearrangement.movable(),
                rearrangement.of(free),
                Worth.of(replan, replan.unmoved()),
                Worth.of(replan, found),
                Worth.of(replan, free));
    }

    private static TimedPlan search(Replan replan, ReferencePlan reference, int seconds, long seed) {
        return new PlanSolver(Trial.SETTINGS)
                .solve(
                        replan.problem(),
                        reference,
                        List.<int[][]>of(replan.fitted()),
                        SearchLimit.of(Duration.ofSeconds(seconds)),
                        seed,
                        progress -> {},
                        () -> false)
                .plan();
    }

    private static String line(Row row) {
        return "%-12s plant-%d-%d %d s: moved %d of %d (%.1f %%), freely %d; new %d → %d h late, others %d → %d weighted h, all %d → %d (free %d), changeover %d → %d h"
                .formatted(
                        row.why,
                        row.operations,
                        row.seed,
                        row.seconds,
                        row.moved,
                        row.movable,
                        100 * row.share,
                        row.freelyMoved,
                        row.unmoved.newLate,
                        row.found.newLate,
                        row.unmoved.othersWeighted,
                        row.found.othersWeighted,
                        row.unmoved.weighted(),
                        row.found.weighted(),
                        row.free.weighted(),
                        row.unmoved.changeover,
                        row.found.changeover);
    }
}
