package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.duebook.documents.SheetFiles;
import org.duebook.shared.Actor;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sample of what {@link ImportBenchmark} measures: the same order book and the same way in, without the clock. */
@DatabaseTest
@Import(ImportsTestConfiguration.class)
class LargeImportTest {

    private static final int ORDERS = 800;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 7);

    @TempDir
    private Path folder;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void emptyPlant() {
        ImportsTestConfiguration.emptyPlant(jdbc);
    }

    @Test
    void largeOrderBookIsTakenWholeAndOnce() throws IOException {
        LargeOrderBook book = new LargeOrderBook(ORDERS, TODAY, 1);
        run(LargeOrderBook.demoWithoutOrders(folder.resolve("demo.zip")));

        ImportReport first = run(SheetFiles.zip(folder.resolve("book.zip"), book::fill));
        ImportReport again = run(SheetFiles.workbook(folder.resolve("book.xlsx"), book::fill));

        assertThat(first.faults()).isEmpty();
        assertThat(count(first, "orders")).isEqualTo(new ImportReport.SheetCount("orders", ORDERS, 0, 0, 0));
        assertThat(again.faults()).isEmpty();
        assertThat(count(again, "orders")).isEqualTo(new ImportReport.SheetCount("orders", 0, 0, ORDERS, 0));
        assertThat(count(again, "deliveries").created()).isZero();
        assertThat(rows("customer_order")).isEqualTo(ORDERS);
        assertThat(rows("order_line")).isEqualTo(LargeOrderBook.linesOf(ORDERS));
        assertThat(rows("delivery")).isEqualTo(count(first, "deliveries").created());
        assertThat(rows("order_history where event = 'ENTERED'")).isEqualTo(ORDERS);
        assertThat(rows("customer_order where number not in (select order_number from order_decision)"))
                .isZero();
        assertThat(
                        rows(
                                "accepted_release a where a.quantity > 0 and not exists (select 1 from production_order p"
                                        + " where p.order_number = a.order_number and p.order_line = a.line)"
                                        + " and not exists (select 1 from reservation r where r.reference = a.order_number || '/' || a.line)"))
                .isZero();
    }

    private static ImportReport.SheetCount count(ImportReport report, String sheet) {
        return report.sheets().stream()
                .filter(each -> each.sheet().equals(sheet))
                .findFirst()
                .orElseThrow();
    }

    private int rows(String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }

    private ImportReport run(Path file) throws IOException {
        return imports.run(file.getFileName().toString(), file, ImportOptions.allOrNothing(), Actor.SYSTEM);
    }
}
