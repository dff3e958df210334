package org.duebook.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.timeline.GeneratedPlant;
import org.duebook.planning.timeline.PlanningProblem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much heap a search takes: 10,000 operations with 256 MB, 100,000 with 1 GB, each in a process of its own that has no
 * more. Written to {@code target/benchmark/memory.json}.
 */
@Tag("memory")
class MemoryBenchmark {
    private static final Path RESULTS = Path.of("target/benchmark/memory.json");

    /** @param peakMegabytes the most that was left on the heap after a collection */
    private record Row(
            int operations,
            long heapMegabytes,
            long peakMegabytes,
            long movesPerSecond,
            long dispatchLateMinutes,
            long lateMinutes) {}

    @Test
    void plansOfTenAndOfAHundredThousandOperationsFitTheirMemory() throws IOException, InterruptedException {
        Map<Integer, Integer> megabytes = Map.of(10_000, 256, 100_000, 1024);
        List<String> rows = new ArrayList<>();
        for (int operations : List.of(10_000, 100_000)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + megabytes.get(operations) + "m",
                            "-Dlogback.configurationFile=src/benchmark/logback.xml",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            MemoryBenchmark.class.getName(),
                            String.valueOf(operations),
                            String.valueOf(BenchmarkOptions.seconds()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String row = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            System.out.println(row);
            assertThat(process.waitFor())
                    .as("search of %d operations", operations)
                    .isZero();
            rows.add(row);
            Files.createDirectories(RESULTS.getParent());
            Files.writeString(RESULTS, "[" + String.join(",\n", rows) + "]\n");
        }
    }

    /** One search; prints a row: operations, seconds. */
    public static void main(String[] arguments) {
        AtomicLong most = new AtomicLong();
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (told, nothing) -> most.accumulateAndGet(left(told), Math::max), null, null));
        int operations = Integer.parseInt(arguments[0]);
        PlanningProblem problem = GeneratedPlant.ofSize(1, operations).problem();
        SolvedPlan solved = Trial.search(problem, Integer.parseInt(arguments[1]), 1);
        System.gc();
        System.out.println(JsonMapper.builder()
                .build()
                .writeValueAsString(new Row(
                        operations,
                        Runtime.getRuntime().maxMemory() >> 20,
                        most.get() >> 20,
                        Trial.movesPerSecond(solved),
                        solved.dispatch().evaluation().latePromised(),
                        solved.plan().evaluation().latePromised())));
    }

    /** Bytes on the heap after a collection. */
    private static long left(Notification told) {
        return GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .values()
                .stream()
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
