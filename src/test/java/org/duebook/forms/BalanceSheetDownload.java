package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.documents.DocumentKind;
import org.duebook.shared.Actor;
import org.duebook.shared.Language;

/** One download of the whole sheet as a workbook: how long it took, how much of that this thread worked, how large it is, how many rows it holds. */
record BalanceSheetDownload(Duration took, Duration cpu, int bytes, int rows) {

    static BalanceSheetDownload of(Forms forms) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        FormOutcome outcome =
                forms.balanceSheet(BalanceFilter.PENDING, DocumentKind.XLSX, Language.CHINESE, new Actor("planner"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Duration cpu = Duration.ofNanos(threads.getCurrentThreadCpuTime() - worked);
        assertThat(outcome).isInstanceOf(FormOutcome.Made.class);
        byte[] bytes = ((FormOutcome.Made) outcome).document().bytes();
        return new BalanceSheetDownload(took, cpu, bytes.length, rows(bytes));
    }

    private static int rows(byte[] workbook) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    return count(zip);
                }
            }
        }
        throw new AssertionError("the workbook has no sheet");
    }

    /** Rows that hold an order number of {@link ManyLines}, found as the sheet streams by. */
    private static int count(ZipInputStream sheet) throws IOException {
        byte[] wanted = "<t xml:space=\"preserve\">SO-".getBytes(StandardCharsets.UTF_8);
        byte[] buffer = new byte[64 * 1024];
        int rows = 0;
        int matched = 0;
        for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
            for (int at = 0; at < read; at++) {
                matched = buffer[at] == wanted[matched] ? matched + 1 : buffer[at] == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    rows++;
                    matched = 0;
                }
            }
        }
        return rows;
    }
}
