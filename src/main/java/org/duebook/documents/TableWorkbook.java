package org.duebook.documents;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.duebook.shared.Language;

/**
 * Writes a table as an xlsx workbook: title lines, a real table with filter buttons, header frozen and repeated on every
 * printed page, landscape on A3 at page width. Rows are written as they come, to a file of their own; then the head is laid
 * out around them, so that a hundred thousand rows need no more memory than a hundred.
 */
public final class TableWorkbook implements AutoCloseable {

    private static final String ROWS_END = "</sheetData>";

    private final WorkbookHead head;
    private final Path file;
    private final BufferedWriter rows;
    private final WorkbookRows cells;
    private int count;

    /**
     * @param head what stands around the rows; its number of lines above the table is settled from the start
     */
    public TableWorkbook(Head head) {
        this.head = new WorkbookHead(head);
        this.cells = new WorkbookRows(this.head);
        try {
            this.file = Files.createTempFile("duebook-rows", ".xml");
            this.rows = Files.newBufferedWriter(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("table '" + head.sheet() + "' has no room for its rows", broken);
        }
    }

    /**
     * What stands around the rows of a table.
     *
     * @param sheet name of the sheet, 1 to 31 characters, none of {@code : \ / ? * [ ]}
     * @param title the first line
     * @param subtitles lines below it: whose it is, of which day, what was filtered
     * @param columns at least one, headings unique; when one has a key, the keys stand in a hidden row above the header
     * @param note what stands at the foot of every printed page beside its number
     * @param signatures captions of what is to be signed, at the foot of every printed page
     */
    public record Head(
            String sheet,
            String title,
            List<String> subtitles,
            List<Table.Column> columns,
            String note,
            List<String> signatures,
            Language language) {

        public Head {
            subtitles = List.copyOf(subtitles);
            columns = List.copyOf(columns);
            signatures = List.copyOf(signatures);
        }
    }

    /** Writes the table in English to the stream and leaves the stream open. */
    public static void write(Table table, OutputStream out) {
        Head head = new Head(
                table.sheet(),
                table.title(),
                table.subtitles(),
                table.columns(),
                table.title(),
                List.of(),
                Language.ENGLISH);
        try (TableWorkbook workbook = new TableWorkbook(head)) {
            table.rows().forEach(workbook::add);
            workbook.write(out);
        }
    }

    /** Adds a row below the last. */
    public void add(Table.Row row) {
        try {
            rows.append(cells.row(head.firstRow() + count++, row));
        } catch (IOException broken) {
            throw new UncheckedIOException("row " + count + " could not be written", broken);
        }
    }

    /** How many rows were added. */
    public int size() {
        return count;
    }

    /** Writes the workbook with every row added so far to the stream and leaves the stream open. Called once, at the end. */
    public void write(OutputStream out) {
        ByteArrayOutputStream around = new ByteArrayOutputStream();
        head.write(count, around);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(around.toByteArray()))) {
            rows.flush();
            ZipOutputStream to = new ZipOutputStream(out);
            to.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    splice(new String(from.readAllBytes(), StandardCharsets.UTF_8), to);
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
            to.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException("a table of " + count + " rows could not be written", broken);
        }
    }

    private void splice(String sheet, OutputStream to) throws IOException {
        int end = sheet.lastIndexOf(ROWS_END);
        to.write(sheet.substring(0, end).getBytes(StandardCharsets.UTF_8));
        Files.copy(file, to);
        to.write(sheet.substring(end).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            rows.close();
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("the rows of a table could not be cleared away", broken);
        }
    }
}
