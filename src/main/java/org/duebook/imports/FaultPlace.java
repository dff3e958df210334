package org.duebook.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.duebook.documents.CsvTable;
import org.duebook.shared.Fault;

/**
 * A fault of an import with the parts of its place.
 *
 * @param sheet sheet, or file when no sheet could be read
 * @param row as the spreadsheet program shows it; empty when it is not about a row
 * @param column empty when it is not about a cell
 */
public record FaultPlace(String sheet, String row, String column, String found, String wanted, String cure) {

    /** Reads {@code sheet!row.column}. */
    public static FaultPlace of(Fault fault) {
        String field = fault.field();
        int mark = field.indexOf('!');
        String rest = mark < 0 ? "" : field.substring(mark + 1);
        int dot = rest.indexOf('.');
        String first = dot < 0 ? rest : rest.substring(0, dot);
        boolean isRow = first.matches("\\d+");
        return new FaultPlace(
                mark < 0 ? field : field.substring(0, mark),
                isRow ? first : "",
                isRow ? (dot < 0 ? "" : rest.substring(dot + 1)) : rest,
                fault.found(),
                fault.wanted(),
                fault.cure());
    }

    /** Whether any part of it holds the text, whatever its case. */
    public boolean mentions(String text) {
        String wantedText = text.toLowerCase(Locale.ROOT);
        return texts().stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(wantedText));
    }

    /** Writes faults as a CSV file, a row each. */
    public static void writeCsv(List<FaultPlace> faults, OutputStream out) throws IOException {
        CsvTable.write(
                List.of("sheet", "row", "column", "value", "wanted", "cure"),
                faults.stream().map(FaultPlace::texts)::iterator,
                out);
    }

    private List<String> texts() {
        return List.of(sheet, row, column, found, wanted, cure);
    }
}
