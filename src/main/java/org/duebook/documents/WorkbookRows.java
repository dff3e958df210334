package org.duebook.documents;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;

/** Rows of a sheet as SpreadsheetML: texts are written in place, so that nothing has to be remembered. */
final class WorkbookRows {

    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    /** Days from Excel's day 0, 1899-12-30, to 1970-01-01. */
    private static final long EPOCH = 25_569;

    private final WorkbookHead head;
    private final List<String> columnNames;
    private final StringBuilder xml = new StringBuilder(4_096);

    WorkbookRows(WorkbookHead head) {
        this.head = head;
        this.columnNames = IntStream.range(0, head.columns())
                .mapToObj(CellReference::convertNumToColString)
                .toList();
    }

    /** One row; the answer is good until the next call. */
    CharSequence row(int index, Table.Row row) {
        xml.setLength(0);
        xml.append("<row r=\"").append(index + 1).append("\">");
        List<Table.Value> values = row.values();
        for (int column = 0; column < values.size(); column++) {
            xml.append("<c r=\"")
                    .append(columnNames.get(column))
                    .append(index + 1)
                    .append("\" s=\"");
            cell(values.get(column), row.tone());
            xml.append("</c>");
        }
        return xml.append("</row>");
    }

    private void cell(Table.Value value, Table.Tone tone) {
        switch (value) {
            case Table.Value.Text text -> text(text.text(), tone);
            case Table.Value.Stack stack -> text(stack.in(head.language()), tone);
            case Table.Value.Number number -> number(number.number(), tone);
            case Table.Value.Measure measure -> number(measure.number(), tone);
            case Table.Value.Day day -> {
                style(WorkbookHead.Kind.DAY, tone, false);
                xml.append("\"><v>").append(day.day().toEpochDay() + EPOCH).append("</v>");
            }
            case Table.Value.Moment moment -> {
                LocalTime time = moment.moment().toLocalTime();
                style(WorkbookHead.Kind.MOMENT, tone, false);
                xml.append("\"><v>")
                        .append(moment.moment().toLocalDate().toEpochDay() + EPOCH + time.toSecondOfDay() / 86_400.0)
                        .append("</v>");
            }
            case Table.Value.Nothing nothing -> {
                style(WorkbookHead.Kind.TEXT, tone, false);
                xml.append("\">");
            }
        }
    }

    private void number(BigDecimal number, Table.Tone tone) {
        style(WorkbookHead.Kind.ofDecimals(number.scale()), tone, false);
        xml.append("\"><v>").append(number.toPlainString()).append("</v>");
    }

    private void text(String text, Table.Tone tone) {
        style(WorkbookHead.Kind.TEXT, tone, looksLikeFormula(text));
        xml.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        int end = Math.min(text.length(), LONGEST_TEXT);
        for (int at = 0; at < end; ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#13;");
                default -> {
                    if (PlainText.mayStand(character)) {
                        xml.appendCodePoint(character);
                    }
                }
            }
        }
        xml.append("</t></is>");
    }

    private void style(WorkbookHead.Kind kind, Table.Tone tone, boolean quoted) {
        xml.append(head.style(kind, tone, quoted));
    }

    /** Texts a spreadsheet would take for a formula when the cell is edited or saved as CSV. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
