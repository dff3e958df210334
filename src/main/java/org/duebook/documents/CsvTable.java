package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Writes texts as one CSV file: UTF-8, commas, no text a formula to a spreadsheet program. */
public final class CsvTable {

    private CsvTable() {}

    /** Writes heading and rows to the stream and leaves it open. */
    public static void write(List<String> heading, Iterable<List<String>> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CsvZipWriter.FORMAT);
        printer.printRecord(heading);
        for (List<String> row : rows) {
            printer.printRecord(row.stream().map(InertText::written));
        }
        printer.flush();
    }
}
