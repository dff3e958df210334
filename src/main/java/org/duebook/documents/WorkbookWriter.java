package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A worksheet per sheet; only the last rows of each are in memory. */
final class WorkbookWriter implements SheetWriter {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int DIGITS_KEPT = 15;
    /** What a reader of the format takes for an escaped character, such as {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Map<String, SXSSFSheet> sheets = new LinkedHashMap<>();
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle day = workbook.createCellStyle();
    private final CellStyle quoted = workbook.createCellStyle();

    WorkbookWriter() {
        // Sizes of 64 bits before they are needed cannot be read by everybody who reads a zip as it comes.
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        quoted.setQuotePrefixed(true);
    }

    @Override
    public void sheet(String name, List<String> columns) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        Row row = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(columns.get(column));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(column, (Math.max(10, columns.get(column).length()) + 2) * 256);
        }
        sheets.put(name, sheet);
    }

    @Override
    public void row(String name, List<Value> values) {
        Sheet sheet = sheets.get(name);
        if (sheet == null) {
            throw new IllegalArgumentException("sheet '" + name + "' was not begun");
        }
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < values.size(); column++) {
            switch (values.get(column)) {
                case Value.Text text -> text(row, column, text.text().strip());
                case Value.Number number -> number(row, column, number.number());
                case Value.Day on -> {
                    Cell cell = row.createCell(column);
                    cell.setCellValue(on.day());
                    cell.setCellStyle(day);
                }
                case Value.Nothing nothing -> {}
            }
        }
    }

    private void text(Row row, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        Cell cell = row.createCell(column);
        cell.setCellValue(ESCAPED.matcher(text).replaceAll("_x005F_"));
        if (InertText.isFormula(text)) {
            cell.setCellStyle(quoted);
        }
    }

    /** A number of more digits than a spreadsheet program keeps is written as a text. */
    private void number(Row row, int column, BigDecimal number) {
        if (number.precision() > DIGITS_KEPT) {
            text(row, column, number.toPlainString());
        } else {
            row.createCell(column).setCellValue(number.doubleValue());
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("a workbook's temporary files could not be removed", broken);
        }
    }
}
