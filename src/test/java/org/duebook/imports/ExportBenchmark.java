package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.duebook.shared.Actor;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 100,000 order lines, promised and partly delivered, exported within 256 MB of heap. */
@DatabaseTest
@Import(ImportsTestConfiguration.class)
@Tag("heap-256m")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportBenchmark {

    private static final int LINES = 100_000;

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void fillTheBooks() {
        ImportsTestConfiguration.emptyPlant(jdbc);
        imports.run("small.zip", SmallSheets.all().zip(), ImportOptions.allOrNothing(), Actor.SYSTEM);
        for (String statement : """
                insert into customer_order select 'Z-' || to_char(n, 'FM000000'), 'K-1', 'MAIN', 'STANDARD', 'EMAIL', 5,
                    date '2026-01-05', '', '', 'PO ' || n, 'DELIVERED', 'EUR', null, null, null, 0, md5(n::text), 'none',
                    'HELD', now(), 1 from generate_series(1, 20000) n;
                insert into order_line select 'Z-' || to_char(n, 'FM000000'), l, 'SHAFT', 'Coated shaft', '',
                    (select specification from item where number = 'SHAFT'), 10, 'pcs', 50, date '2026-03-02', true
                    from generate_series(1, 20000) n, generate_series(1, 5) l;
                insert into order_release select order_number, line, 1, requested, quantity from order_line
                    where order_number like 'Z-%';
                insert into accepted_release select order_number, line, 1, item, quantity, unit, requested, 2, now()
                    from order_line where order_number like 'Z-%';
                insert into promise select order_number, line, 1, 1, requested, 'measured', 'nobody', now()
                    from order_line where order_number like 'Z-%';
                update customer_order set status = 'PARTLY_DELIVERED' where number like 'Z-%';
                insert into delivery (number, order_number, line, delivered_on, quantity, unit, note, by, at)
                    select 'ZD-' || order_number, order_number, 1, date '2026-01-06', 4, 'pcs', '', 'nobody', now()
                    from order_line where order_number like 'Z-%' and line = 1;
                analyze""".split(";")) {
            jdbc.sql(statement).update();
        }
    }

    @ParameterizedTest
    @EnumSource(Exports.Form.class)
    void hundredThousandLines(Exports.Form form) throws IOException {
        Path file = Files.createTempFile("export", ".bin");
        long began = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            exports.write(form, out);
        }
        double seconds = (System.nanoTime() - began) / 1e9;

        Path results = Files.createDirectories(Path.of("target/benchmark")).resolve("export.txt");
        Files.writeString(
                results,
                String.format(
                        Locale.ROOT,
                        "%d order lines as %s: %.1f s, %d KB, heap of %d MB%n",
                        LINES,
                        form,
                        seconds,
                        Files.size(file) / 1024,
                        Runtime.getRuntime().maxMemory() / 1024 / 1024),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(Files.size(file)).isPositive();
        Files.delete(file);
    }
}
