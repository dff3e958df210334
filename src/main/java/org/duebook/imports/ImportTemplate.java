package org.duebook.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.duebook.documents.TemplateSheet;
import org.duebook.documents.TemplateWorkbook;
import org.springframework.stereotype.Service;

/** Door to the workbook that a plant fills to import its own data: every sheet, every column explained. */
@Service
public class ImportTemplate {

    private static final List<String> UNITS =
            List.of("pcs", "set", "kg", "g", "t", "m", "mm", "m2", "m3", "l", "ml", "roll", "box", "case", "pallet");
    private static final List<String> CURRENCIES =
            List.of("EUR", "USD", "GBP", "CHF", "CNY", "JPY", "INR", "PLN", "CZK", "SEK", "DKK", "NOK", "AUD", "CAD");
    private static final List<String> WEEKDAYS =
            List.of("MON-FRI", "MON-SAT", "MON-SUN", "SAT-SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /** Writes the workbook to the stream and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        TemplateWorkbook.write(
                Arrays.stream(SheetFormat.values())
                        .map(format -> new TemplateSheet(
                                format.sheetName(),
                                format.columns().stream()
                                        .map(ImportTemplate::column)
                                        .toList()))
                        .toList(),
                out);
    }

    private static TemplateSheet.Column column(SheetColumn column) {
        boolean onlyThese = !column.choices().isEmpty() || column.kind() == SheetColumn.Kind.YES_NO;
        return new TemplateSheet.Column(
                column.name(),
                comment(column),
                column.isRequired(),
                kind(column.kind()),
                onlyThese ? choices(column) : suggestions(column),
                onlyThese,
                column.from());
    }

    private static String comment(SheetColumn column) {
        StringBuilder text = new StringBuilder(
                switch (column.need()) {
                    case KEY -> "Required, each once in its sheet.";
                    case REQUIRED -> "Required.";
                    case OPTIONAL -> "May stay blank.";
                });
        if (!column.meaning().isEmpty()) {
            text.append("\n").append(column.meaning());
        }
        if (!column.from().isEmpty()) {
            text.append("\nFrom the column ").append(column.from()).append(", or known already.");
        }
        return text.append("\nExample: ").append(column.example()).toString();
    }

    private static List<String> choices(SheetColumn column) {
        return column.choices().isEmpty() ? List.of("yes", "no") : column.choices();
    }

    private static List<String> suggestions(SheetColumn column) {
        if (column.name().equals("weekdays")) {
            return WEEKDAYS;
        }
        return switch (column.kind()) {
            case UNIT -> UNITS;
            case CURRENCY -> CURRENCIES;
            case TEXT, CODE, NUMBER, WHOLE, DATE, TIME, MOMENT, YES_NO -> List.of();
        };
    }

    private static TemplateSheet.Kind kind(SheetColumn.Kind kind) {
        return switch (kind) {
            case TEXT, CODE, YES_NO, UNIT, CURRENCY -> TemplateSheet.Kind.TEXT;
            case NUMBER, WHOLE -> TemplateSheet.Kind.NUMBER;
            case DATE -> TemplateSheet.Kind.DAY;
            case TIME -> TemplateSheet.Kind.TIME;
            case MOMENT -> TemplateSheet.Kind.MOMENT;
        };
    }
}
