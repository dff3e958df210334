package org.duebook.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.documents.Sheet;
import org.duebook.shared.Fault;

/** The sheets of one import, their headings checked. */
final class Rows {

    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final Map<String, Columns> columns = new HashMap<>();
    private int weeks;

    Rows(List<Sheet> read, List<Fault> faults) {
        for (Sheet sheet : read) {
            String name =
                    sheet.name().toLowerCase(java.util.Locale.ROOT).strip().replaceAll("[ _]+", "-");
            Optional<SheetFormat> format = SheetFormat.named(name);
            if (format.isEmpty()) {
                faults.add(new Fault(
                        sheet.name(),
                        "a sheet of that name",
                        "one of " + SheetFormat.names(),
                        "rename it or leave it out"));
            } else if (sheets.putIfAbsent(name, sheet) != null) {
                faults.add(new Fault(sheet.name(), "the sheet twice", "each sheet once", "join the two"));
            } else {
                columns.put(
                        name,
                        Columns.of(sheet, format.get().required(), format.get().optional(), faults));
            }
        }
    }

    /** Moves every date read from now on. */
    void shift(int byWeeks) {
        weeks = byWeeks;
    }

    List<Cells> of(SheetFormat format) {
        Sheet sheet = sheets.get(format.sheetName());
        Columns known = columns.get(format.sheetName());
        if (sheet == null || known == null) {
            return List.of();
        }
        List<Cells> rows = new ArrayList<>(sheet.rows().size());
        for (Sheet.Row row : sheet.rows()) {
            rows.add(new Cells(sheet.name(), row, known, weeks));
        }
        return rows;
    }

    /** Rows by the text of a column, in the order they stand. */
    Map<String, List<Cells>> by(SheetFormat format, String column) {
        Map<String, List<Cells>> grouped = new LinkedHashMap<>();
        of(format)
                .forEach(row -> grouped.computeIfAbsent(row.key(column), key -> new ArrayList<>())
                        .add(row));
        return grouped;
    }
}
