package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableStyleInfo;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a {@link Table} as an xlsx workbook: title lines, a real table with filter buttons, header frozen and repeated on
 * every printed page, landscape on A3 at page width. The head is laid out in memory, the rows are streamed behind it, so
 * that a hundred thousand of them need no more memory than a hundred.
 */
public final class TableWorkbook {

    private static final int ROWS_IN_MEMORY = 200;
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final XSSFWorkbook head = new XSSFWorkbook();
    private final Map<StyleKey, CellStyle> styles = new HashMap<>();
    private final Table table;

    private TableWorkbook(Table table) {
        this.table = table;
    }

    /** Writes the table to the stream and leaves the stream open. */
    public static void write(Table table, OutputStream out) {
        try {
            new TableWorkbook(table).write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("table '" + table.sheet() + "' could not be written", broken);
        }
    }

    private void write(OutputStream out) throws IOException {
        int headerRow = table.subtitles().size() + 2;
        layOutHead(headerRow);
        try (SXSSFWorkbook streamed = new SXSSFWorkbook(head, ROWS_IN_MEMORY)) {
            Sheet sheet = streamed.getSheetAt(0);
            int at = headerRow + 1;
            for (Table.Row row : table.rows()) {
                writeRow(sheet.createRow(at++), row);
            }
            streamed.write(out);
        }
    }

    private void layOutHead(int headerRow) {
        XSSFSheet sheet = head.createSheet(table.sheet());
        text(sheet.createRow(0), table.title(), titleStyle());
        for (int line = 0; line < table.subtitles().size(); line++) {
            text(sheet.createRow(line + 1), table.subtitles().get(line), subtitleStyle());
        }
        Row header = sheet.createRow(headerRow);
        header.setHeightInPoints(32);
        CellStyle headerStyle = headerStyle();
        for (int column = 0; column < table.columns().size(); column++) {
            Table.Column wanted = table.columns().get(column);
            sheet.setColumnWidth(column, Math.min(255, wanted.width() + 1) * 256);
            Cell cell = header.createCell(column);
            cell.setCellValue(wanted.heading());
            cell.setCellStyle(headerStyle);
        }
        makeTable(sheet, headerRow);
        sheet.createFreezePane(0, headerRow + 1);
        sheet.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        layOutPrint(sheet);
    }

    /** A table of no rows is written with one empty row: Excel takes no table without. */
    private void makeTable(XSSFSheet sheet, int headerRow) {
        int lastRow = headerRow + Math.max(1, table.rows().size());
        XSSFTable made = sheet.createTable(new AreaReference(
                new CellReference(headerRow, 0),
                new CellReference(lastRow, table.columns().size() - 1),
                SpreadsheetVersion.EXCEL2007));
        made.setName(table.sheet().replaceAll("[^A-Za-z0-9]", "_"));
        made.setDisplayName(made.getName());
        made.getCTTable().addNewAutoFilter().setRef(made.getArea().formatAsString());
        made.getCTTable().addNewTableStyleInfo().setName("TableStyleLight1");
        XSSFTableStyleInfo look = (XSSFTableStyleInfo) made.getStyle();
        look.setShowRowStripes(false);
    }

    private void layOutPrint(XSSFSheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.getFooter().setLeft(table.title().replace("&", "&&"));
        sheet.getFooter().setRight("Page &P of &N");
    }

    private void writeRow(Row target, Table.Row row) {
        List<Table.Value> values = row.values();
        for (int column = 0; column < values.size(); column++) {
            Cell cell = target.createCell(column);
            switch (values.get(column)) {
                case Table.Value.Text value -> {
                    String text = value.text();
                    cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
                    cell.setCellStyle(style(Kind.TEXT, row.tone(), looksLikeFormula(text)));
                }
                case Table.Value.Number value -> {
                    BigDecimal number = value.number();
                    cell.setCellValue(number.doubleValue());
                    cell.setCellStyle(style(Kind.ofDecimals(number.scale()), row.tone(), false));
                }
                case Table.Value.Day value -> {
                    cell.setCellValue(value.day());
                    cell.setCellStyle(style(Kind.DAY, row.tone(), false));
                }
                case Table.Value.Nothing nothing -> cell.setCellStyle(style(Kind.TEXT, row.tone(), false));
            }
        }
    }

    /** Texts a spreadsheet would take for a formula when the cell is edited or saved as CSV. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private void text(Row row, String text, CellStyle style) {
        Cell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private CellStyle titleStyle() {
        CellStyle style = head.createCellStyle();
        Font font = head.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 16);
        style.setFont(font);
        return style;
    }

    private CellStyle subtitleStyle() {
        CellStyle style = head.createCellStyle();
        style.setQuotePrefixed(true);
        return style;
    }

    private CellStyle headerStyle() {
        CellStyle style = head.createCellStyle();
        Font font = head.createFont();
        font.setBold(true);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        fill(style, 0xE3, 0xE8, 0xEE);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private CellStyle style(Kind kind, Table.Tone tone, boolean quoted) {
        return styles.computeIfAbsent(new StyleKey(kind, tone, quoted), this::makeStyle);
    }

    private CellStyle makeStyle(StyleKey key) {
        CellStyle style = head.createCellStyle();
        style.setDataFormat(head.createDataFormat().getFormat(key.kind.format));
        style.setAlignment(key.kind == Kind.TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(key.kind == Kind.TEXT);
        style.setQuotePrefixed(key.quoted);
        style.setBorderBottom(BorderStyle.HAIR);
        switch (key.tone) {
            case PLAIN -> {}
            case MUTED -> fill(style, 0xF3, 0xF4, 0xF6);
            case ALERT -> fill(style, 0xFD, 0xEC, 0xEA);
        }
        return style;
    }

    private static void fill(CellStyle style, int red, int green, int blue) {
        style.setFillForegroundColor(new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue}, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private enum Kind {
        TEXT("General"),
        WHOLE("#,##0"),
        TENTHS("#,##0.0"),
        HUNDREDTHS("#,##0.00"),
        FINE("#,##0.000"),
        DAY("yyyy-mm-dd");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        static Kind ofDecimals(int decimals) {
            return decimals <= 0 ? WHOLE : decimals == 1 ? TENTHS : decimals == 2 ? HUNDREDTHS : FINE;
        }
    }

    private record StyleKey(Kind kind, Table.Tone tone, boolean quoted) {}
}
