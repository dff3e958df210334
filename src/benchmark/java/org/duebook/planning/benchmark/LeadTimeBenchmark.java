package org.duebook.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.duebook.planning.solver.PlanSolver;
import org.duebook.planning.solver.SearchLimit;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Replan;
import org.duebook.planning.timeline.TimedPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How early a quote's date is, placed in microseconds on the published plan, beside what a search over the whole plan finds
 * for the same order in ten seconds with all other promises kept. Every order is asked for alone, as early as it can be.
 * Others are promised for the minute they end; with {@code -Dbenchmark.promised=1440} for the end of that day, as customers
 * are, which leaves both more room. One row each in {@code target/benchmark/lead-times.json}; goes on where it was interrupted.
 */
@Tag("lead-times")
class LeadTimeBenchmark {
    private static final Path RESULTS = Path.of("target/benchmark/lead-times.json");
    private static final int QUOTES = Integer.getInteger("benchmark.quotes", 20);
    private static final int PUBLISHED_SECONDS = Integer.getInteger("benchmark.published", 60);
    private static final int PROMISED_TO = Integer.getInteger("benchmark.promised", 1);

    /**
     * @param seconds the published plan was searched for, and the search for the order took
     * @param promisedTo minutes that the promises of all others are rounded up to
     * @param quotedMinutes from now to the end of the order as it is quoted
     * @param searchedMinutes the same as the search has it
     */
    private record Row(
            int operations,
            long seed,
            int publishedSeconds,
            int seconds,
            int promisedTo,
            long quote,
            int quotedMinutes,
            int searchedMinutes) {

        boolean isOf(Row other) {
            return operations == other.operations
                    && seed == other.seed
                    && publishedSeconds == other.publishedSeconds
                    && seconds == other.seconds
                    && promisedTo == other.promisedTo
                    && quote == other.quote;
        }
    }

    @Test
    void quotedLeadTimesAreNearlyThoseOfASearchOverTheWholePlan() throws IOException {
        ResultFile<Row> results = new ResultFile<>(RESULTS, Row[].class, BenchmarkOptions.fresh());
        int seconds = BenchmarkOptions.seconds("10");
        for (int operations : BenchmarkOptions.sizes("1000")) {
            for (long seed : BenchmarkOptions.seeds("5")) {
                TimedPlan published = null;
                for (long quote = 1; quote <= QUOTES; quote++) {
                    Row asked = new Row(operations, seed, PUBLISHED_SECONDS, seconds, PROMISED_TO, quote, 0, 0);
                    if (!results.has(asked::isOf)) {
                        published = published == null ? published(operations, seed) : published;
                        results.add(row(asked, published));
                    }
                }
                List<Row> rows = results.rows().stream()
                        .filter(row -> row.operations == operations && row.seed == seed && row.seconds == seconds)
                        .filter(row -> row.promisedTo == PROMISED_TO)
                        .toList();
                System.out.printf("plant-%d-%d: %s%n", operations, seed, words(rows));
            }
        }
        System.out.println("all: "
                + words(results.rows().stream()
                        .filter(row -> row.promisedTo == PROMISED_TO)
                        .toList()));
        assertThat(results.rows())
                .allSatisfy(row -> assertThat(row.searchedMinutes).isLessThanOrEqualTo(row.quotedMinutes));
    }

    private static TimedPlan published(int operations, long seed) {
        return Trial.search(GeneratedPlant.ofSize(seed, operations).problem(), PUBLISHED_SECONDS, seed)
                .plan();
    }

    private static Row row(Row asked, TimedPlan published) {
        GeneratedPlant plant = GeneratedPlant.ofSize(asked.seed, asked.operations);
        int frozen = Trial.SETTINGS.weights().frozenHours() * 60;
        Replan replan = Replan.withQuote(plant, published, asked.quote, frozen, asked.promisedTo);
        TimedPlan searched = new PlanSolver(Trial.SETTINGS)
                .solve(
                        replan.problem(),
                        ReferencePlan.none(replan.problem().operationCount()),
                        List.<int[][]>of(replan.fitted()),
                        SearchLimit.of(Duration.ofSeconds(asked.seconds)),
                        asked.quote,
                        progress -> {},
                        () -> false)
                .plan();
        return new Row(
                asked.operations,
                asked.seed,
                asked.publishedSeconds,
                asked.seconds,
                asked.promisedTo,
                asked.quote,
                end(replan, replan.unmoved()),
                end(replan, searched));
    }

    /** When the new order ends; nobody else may be late. */
    private static int end(Replan replan, TimedPlan plan) {
        PlanningProblem problem = replan.problem();
        for (int job = 0; job < replan.known(); job++) {
            assertThat(plan.end(problem.lastFinal(job, plan))).isLessThanOrEqualTo(problem.promised(job));
        }
        return plan.end(problem.lastFinal(replan.known(), plan));
    }

    private static String words(List<Row> rows) {
        double quoted = rows.stream().mapToInt(Row::quotedMinutes).average().orElseThrow();
        double searched = rows.stream().mapToInt(Row::searchedMinutes).average().orElseThrow();
        return "%d quotes, lead time %.1f h, searched %.1f h: %.3f"
                .formatted(rows.size(), quoted / 60, searched / 60, quoted / searched);
    }
}
