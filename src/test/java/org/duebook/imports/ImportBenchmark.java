package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.duebook.documents.SheetFiles;
import org.duebook.shared.Actor;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 100,000 open order lines in 40,000 orders on the items of the demo plant, imported within 512 MB of heap, and again. */
@DatabaseTest
@Import(ImportsTestConfiguration.class)
class ImportBenchmark {

    private static final int ORDERS = 40_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 7);

    @TempDir
    private Path folder;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void demoPlantWithoutOrders() throws IOException {
        ImportsTestConfiguration.emptyPlant(jdbc);
        run(LargeOrderBook.demoWithoutOrders(folder.resolve("demo.zip")));
    }

    @Test
    void hundredThousandLinesAsCsv() throws IOException {
        measure("csv", SheetFiles.zip(folder.resolve("book.zip"), new LargeOrderBook(ORDERS, TODAY, 1)::fill));
    }

    @Test
    void hundredThousandLinesAsAWorkbook() throws IOException {
        measure("xlsx", SheetFiles.workbook(folder.resolve("book.xlsx"), new LargeOrderBook(ORDERS, TODAY, 1)::fill));
    }

    private void measure(String form, Path file) throws IOException {
        Measured first = measured(file);
        Measured again = measured(file);

        Files.writeString(
                Files.createDirectories(Path.of("target/benchmark")).resolve("import-" + form + ".json"),
                String.format(
                        Locale.ROOT,
                        "{\"form\": \"%s\", \"orders\": %d, \"lines\": %d, \"fileBytes\": %d, \"maxHeapMegabytes\": %d,"
                                + " \"seconds\": %.1f, \"peakHeapMegabytes\": %d, \"againSeconds\": %.1f,"
                                + " \"againPeakHeapMegabytes\": %d, \"productionOrders\": %d, \"operations\": %d,"
                                + " \"systemLoad\": %.1f}%n",
                        form,
                        ORDERS,
                        LargeOrderBook.linesOf(ORDERS),
                        Files.size(file),
                        Runtime.getRuntime().maxMemory() >> 20,
                        first.seconds(),
                        first.peak(),
                        again.seconds(),
                        again.peak(),
                        rows("production_order"),
                        rows("operation"),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        assertThat(first.report().faults()).isEmpty();
        assertThat(rows("order_line")).isEqualTo(LargeOrderBook.linesOf(ORDERS));
        assertThat(again.report().sheets())
                .allSatisfy(sheet -> assertThat(sheet.created() + sheet.changed() + sheet.refused())
                        .isZero());
    }

    private record Measured(ImportReport report, double seconds, long peak) {}

    private Measured measured(Path file) throws IOException {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long began = System.nanoTime();
        ImportReport report = run(file);
        double seconds = (System.nanoTime() - began) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Measured(report, seconds, peak >> 20);
    }

    private int rows(String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }

    private ImportReport run(Path file) throws IOException {
        return imports.run(file.getFileName().toString(), file, ImportOptions.allOrNothing(), Actor.SYSTEM);
    }
}
