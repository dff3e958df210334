package org.duebook.planning.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.duebook.planning.futures.Spreads.OnMachine;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long it takes to draw {@value Futures#USUAL} futures of a large plan, and to ask them for the chance of an order of five
 * operations; written to {@code target/benchmark/futures-OPERATIONS.json}.
 */
class FuturesBenchmark {
    private static final int QUESTIONS = 2_000;

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000})
    void futuresAreDrawnInSecondsAndAskedInMilliseconds(int operations) throws IOException {
        PlanningProblem problem = GeneratedPlant.ofSize(1, operations).problem();
        TimedPlan plan = Dispatch.plan(problem, ReferencePlan.none(problem.operationCount()), 6);
        PlannedWork work = PlannedWork.of(problem, plan);
        Spreads spreads = spreads(problem.machineCount());

        Futures futures = Futures.draw(work, spreads, Futures.USUAL, 1);
        long from = processor();
        Futures again = Futures.draw(work, spreads, Futures.USUAL, 2);
        double drawn = (processor() - from) / 1e9;
        long[] asked = new long[QUESTIONS];
        int dates = 0;
        for (int q = 0; q < QUESTIONS; q++) {
            List<Step> chain = chain(problem, plan, futures.size(), q);
            long begun = processor();
            Ends ends = futures.with(chain).ends(futures.size() + chain.size() - 1);
            dates += ends.chance(ends.minuteAt(0.9)) >= 0.9 ? 1 : 0;
            asked[q] = processor() - begun;
        }
        Arrays.sort(asked);

        assertThat(dates).isEqualTo(QUESTIONS);
        assertThat(again.size()).isEqualTo(futures.size());
        String row = String.format(
                Locale.ROOT,
                "{\"operations\": %d, \"futures\": %d, \"drawCpuSeconds\": %.2f, \"megabytes\": %.1f, "
                        + "\"askP50CpuMicros\": %d, \"askP99CpuMicros\": %d}",
                problem.operationCount(),
                futures.count(),
                drawn,
                4.0 * futures.count() * futures.size() / 1e6,
                asked[QUESTIONS / 2] / 1000,
                asked[QUESTIONS * 99 / 100] / 1000);
        System.out.println(row);
        Path file = Path.of("target/benchmark/futures-" + operations + ".json");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "[" + row + "]\n");
    }

    /** Nanoseconds of processor that this thread has had, so that what else runs on the machine does not count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Five operations, each behind the last one of some machine and after the one before. */
    private static List<Step> chain(PlanningProblem problem, TimedPlan plan, int size, int question) {
        List<Step> chain = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int machine = (question + i) % problem.machineCount();
            int[] row = plan.sequence(machine);
            int before = row.length == 0 ? -1 : row[row.length / 2];
            List<Step.After> after = i == 0 ? List.of() : List.of(new Step.After(size + i - 1, 10));
            chain.add(new Step(question * 8L + i, machine, before, after, 120, 15, 0, null));
        }
        return chain;
    }

    private static Spreads spreads(int machines) {
        OnMachine machine = new OnMachine(
                Spread.runTime(0.3), Spread.scrap(0.05, 0.1), new Breakdowns(12_000, Spread.exponential(180)));
        return new Spreads(
                Collections.nCopies(machines, machine), Spread.runTime(0.3), Spread.lateDays(2), Spread.lateDays(3));
    }
}
