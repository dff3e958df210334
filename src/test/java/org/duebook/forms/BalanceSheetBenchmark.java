package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The order balance sheet of 100,000 lines as a workbook: within 10 s, within a heap of 256 MB. */
@DatabaseTest
@Import(ManyLines.class)
@Tag("heap-256m")
class BalanceSheetBenchmark {

    private static final int LINES = 99_999;
    private static final Path RESULT = Path.of("target/benchmark/balance-sheet.json");

    @Autowired
    private Forms forms;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void hundredThousandLinesAreDownloadedWithinTenSecondsAnd256Megabytes() throws IOException {
        jdbc.sql("truncate customer_order, accepted_release, promise cascade").update();
        ManyLines.fill(jdbc, LINES);

        BalanceSheetDownload first = BalanceSheetDownload.of(forms);
        BalanceSheetDownload second = BalanceSheetDownload.of(forms);

        long heap = Runtime.getRuntime().maxMemory() / 1024 / 1024;
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, """
                {"lines": %d, "heapMegabytes": %d, "firstSeconds": %.2f, "firstCpuSeconds": %.2f,
                 "secondSeconds": %.2f, "secondCpuSeconds": %.2f, "bytes": %d}
                """.formatted(
                        first.rows(),
                        heap,
                        seconds(first.took()),
                        seconds(first.cpu()),
                        seconds(second.took()),
                        seconds(second.cpu()),
                        first.bytes()));
        assertThat(first.rows()).isEqualTo(LINES);
        assertThat(heap).isLessThanOrEqualTo(256);
        assertThat(first.took()).isLessThan(Duration.ofSeconds(10));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
