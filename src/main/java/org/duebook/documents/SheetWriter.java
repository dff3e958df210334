package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes sheets that {@link SheetReader} reads back exactly, row by row and without holding them: a workbook, or a zip of
 * CSV files. Rows of several sheets may come in turns. No text is a formula to a spreadsheet program. Blanks at the ends of
 * a text are left out, as reading does.
 */
public interface SheetWriter extends AutoCloseable {

    /** An xlsx workbook, headings bold and frozen; dates and numbers are cells of that kind. */
    static SheetWriter workbook() {
        return new WorkbookWriter();
    }

    /** A zip of CSV files: UTF-8, commas, texts in double quotes where needed, lines ending in a line feed. */
    static SheetWriter csvZip() {
        return new CsvZipWriter();
    }

    /** What stands in a cell. */
    sealed interface Value {

        Value NOTHING = new Nothing();

        record Text(String text) implements Value {}

        record Number(BigDecimal number) implements Value {}

        record Day(LocalDate day) implements Value {}

        record Nothing() implements Value {}
    }

    /** Begins a sheet; its order among the sheets is that of the calls. */
    void sheet(String name, List<String> heading);

    /** Adds a row to a sheet that was begun, a value per column. */
    void row(String sheet, List<Value> values);

    /** Writes all of it and leaves the stream open; nothing may be added afterwards. */
    void writeTo(OutputStream out) throws IOException;

    /** Removes what was kept on disk meanwhile. */
    @Override
    void close();
}
