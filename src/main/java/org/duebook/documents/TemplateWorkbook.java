package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes empty sheets to fill: headings bold, frozen and explained by a comment, cells in the format of what they hold,
 * drop-downs where there is something to choose from. What is filled in is read by {@link SheetReader}.
 */
public final class TemplateWorkbook {

    /** As many rows as the drop-downs reach down. */
    private static final int ROWS = 5000;

    private final XSSFWorkbook workbook;
    private final List<TemplateSheet> sheets;
    private final Map<TemplateSheet.Kind, CellStyle> styles = new EnumMap<>(TemplateSheet.Kind.class);

    private TemplateWorkbook(XSSFWorkbook workbook, List<TemplateSheet> sheets) {
        this.workbook = workbook;
        this.sheets = sheets;
        for (TemplateSheet.Kind kind : TemplateSheet.Kind.values()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(kind.format()));
            styles.put(kind, style);
        }
    }

    /** Writes the workbook to the stream and leaves the stream open. */
    public static void write(List<TemplateSheet> sheets, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            TemplateWorkbook template = new TemplateWorkbook(workbook, sheets);
            CellStyle required = template.heading(0xCF, 0xDD, 0xF0);
            CellStyle optional = template.heading(0xEE, 0xF1, 0xF4);
            sheets.forEach(sheet -> template.add(sheet, required, optional));
            workbook.write(out);
        }
    }

    private void add(TemplateSheet template, CellStyle required, CellStyle optional) {
        XSSFSheet sheet = workbook.createSheet(template.name());
        sheet.createFreezePane(0, 1);
        Row headings = sheet.createRow(0);
        for (int at = 0; at < template.columns().size(); at++) {
            TemplateSheet.Column column = template.columns().get(at);
            Cell cell = headings.createCell(at);
            cell.setCellValue(column.heading());
            cell.setCellStyle(column.required() ? required : optional);
            sheet.setColumnWidth(at, (Math.max(12, column.heading().length()) + 3) * 256);
            sheet.setDefaultColumnStyle(at, styles.get(column.kind()));
            explain(sheet, cell, column.comment());
            guard(sheet, at, column);
        }
    }

    private void explain(XSSFSheet sheet, Cell cell, String text) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 3);
        anchor.setRow1(1);
        anchor.setRow2(2 + (int) text.lines().count() + text.length() / 40);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString(text));
        comment.setAuthor("Duebook");
        cell.setCellComment(comment);
    }

    private void guard(XSSFSheet sheet, int at, TemplateSheet.Column column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        if (!column.choices().isEmpty()) {
            add(
                    sheet,
                    at,
                    helper.createExplicitListConstraint(column.choices().toArray(String[]::new)),
                    column.onlyThese(),
                    "one of " + String.join(", ", column.choices()));
        } else if (!column.from().isEmpty()) {
            add(sheet, at, helper.createFormulaListConstraint(range(column.from())), false, "");
        } else {
            switch (column.kind()) {
                case TEXT -> {}
                case NUMBER ->
                    add(
                            sheet,
                            at,
                            helper.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", null),
                            true,
                            "a number, 0 or more");
                case DAY, MOMENT ->
                    add(
                            sheet,
                            at,
                            helper.createDateConstraint(
                                    OperatorType.BETWEEN, "DATE(1970,1,1)", "DATE(2999,12,31)", "yyyy-mm-dd"),
                            true,
                            column.kind() == TemplateSheet.Kind.DAY
                                    ? "a date such as 2026-01-05"
                                    : "a date and time such as 2026-01-05 06:00");
                case TIME ->
                    add(
                            sheet,
                            at,
                            helper.createTimeConstraint(OperatorType.BETWEEN, "=TIME(0,0,0)", "=TIME(23,59,59)"),
                            true,
                            "a time such as 06:00");
            }
        }
    }

    private static void add(XSSFSheet sheet, int at, DataValidationConstraint constraint, boolean stop, String wanted) {
        DataValidation validation =
                sheet.getDataValidationHelper().createValidation(constraint, new CellRangeAddressList(1, ROWS, at, at));
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(stop);
        if (stop) {
            validation.createErrorBox("Not possible here", "Wanted: " + wanted);
        }
        sheet.addValidationData(validation);
    }

    /** The filled cells of another sheet's column. */
    private String range(String from) {
        String name = from.substring(0, from.indexOf('.'));
        TemplateSheet sheet = sheets.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> headings =
                sheet.columns().stream().map(TemplateSheet.Column::heading).toList();
        int column = headings.indexOf(from.substring(from.indexOf('.') + 1));
        String letter = CellReference.convertNumToColString(column);
        String cells = "'" + name + "'!$" + letter + "$";
        return "OFFSET(" + cells + "2,0,0,MAX(1,COUNTA(" + cells + "2:$" + letter + "$" + (ROWS + 1) + ")),1)";
    }

    private CellStyle heading(int red, int green, int blue) {
        XSSFCellStyle style = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setFillForegroundColor(new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue}, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
