package org.duebook.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as somebody would fill them: numbers, dates and times in cells of their kind. */
public final class Workbooks {

    private Workbooks() {}

    public static byte[] of(List<Sheet> sheets) {
        return written(workbook -> sheets.forEach(sheet -> fill(workbook, sheet)));
    }

    static byte[] written(Consumer<XSSFWorkbook> filling) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            filling.accept(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void fill(XSSFWorkbook workbook, Sheet sheet) {
        XSSFSheet filled = workbook.createSheet(sheet.name());
        CellStyle day = style(workbook, "yyyy-mm-dd");
        CellStyle time = style(workbook, "hh:mm");
        CellStyle dayAndTime = style(workbook, "yyyy-mm-dd hh:mm");
        Row header = filled.createRow(0);
        for (int column = 0; column < sheet.header().size(); column++) {
            header.createCell(column).setCellValue(sheet.header().get(column));
        }
        for (Sheet.Row row : sheet.rows()) {
            Row written = filled.createRow(filled.getLastRowNum() + 1);
            for (int column = 0; column < row.cells().size(); column++) {
                String text = row.cells().get(column);
                Cell cell = written.createCell(column);
                if (text.matches("-?\\d+([.]\\d+)?")) {
                    cell.setCellValue(Double.parseDouble(text));
                } else if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                    cell.setCellValue(LocalDate.parse(text));
                    cell.setCellStyle(day);
                } else if (text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d")) {
                    cell.setCellValue(LocalDateTime.parse(text.replace(' ', 'T')));
                    cell.setCellStyle(dayAndTime);
                } else if (text.matches("\\d\\d:\\d\\d")) {
                    cell.setCellValue(LocalTime.parse(text).toSecondOfDay() / 86_400.0);
                    cell.setCellStyle(time);
                } else if (!text.isEmpty()) {
                    cell.setCellValue(text);
                }
            }
        }
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
