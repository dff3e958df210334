package org.duebook.documents;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** A form's grid as a Word table: header repeated on every page, no row broken over two. */
final class WordGrid {

    private static final String LINES = "A5ADB6";

    private final Form form;
    private final Form.Part.Grid grid;
    private final WordRuns runs;
    private final double points;

    private WordGrid(Form form, Form.Part.Grid grid, WordRuns runs) {
        this.form = form;
        this.grid = grid;
        this.runs = runs;
        this.points = form.paper().isLandscape() ? 8 : 9;
    }

    /** @param width of the whole table, in twips */
    static void write(XWPFTable table, Form.Part.Grid grid, Form form, WordRuns runs, int width) {
        new WordGrid(form, grid, runs).write(table, width);
    }

    private void write(XWPFTable table, int width) {
        int[] widths = widths(width);
        layOut(table, widths, width);
        XWPFTableRow header = table.getRow(0);
        header.setRepeatHeader(true);
        header.setCantSplitRow(true);
        for (int column = 0; column < widths.length; column++) {
            XWPFTableCell cell = header.getCell(column);
            cell.setColor("E3E8EE");
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = WordForm.inside(cell);
            paragraph.setAlignment(grid.isNumeric(column) ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            runs.add(paragraph, grid.columns().get(column).heading(), points, true, WordRuns.INK);
        }
        grid.rows().forEach(row -> row(table.createRow(), row));
        if (grid.rows().isEmpty()) {
            XWPFTableRow row = table.createRow();
            span(row, widths.length);
            XWPFParagraph paragraph = WordForm.inside(row.getCell(0));
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setSpacingBefore(200);
            paragraph.setSpacingAfter(200);
            runs.add(paragraph, grid.whenEmpty(), 10, false, WordRuns.GREY);
        }
    }

    private static void span(XWPFTableRow row, int columns) {
        for (int column = columns - 1; column > 0; column--) {
            row.removeCell(column);
        }
        row.getCell(0).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
    }

    private void row(XWPFTableRow target, Table.Row row) {
        target.setCantSplitRow(true);
        for (int column = 0; column < row.values().size(); column++) {
            XWPFTableCell cell = target.getCell(column);
            switch (row.tone()) {
                case PLAIN -> {}
                case MUTED -> cell.setColor("F0F1F3");
                case ALERT -> cell.setColor("FDECEA");
            }
            Table.Value value = row.values().get(column);
            XWPFParagraph paragraph = WordForm.inside(cell);
            if (value.isNumeric()) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            if (value instanceof Table.Value.Stack stack) {
                runs.add(paragraph, stack.text(), points, false, WordRuns.INK);
                if (!stack.details().isEmpty()) {
                    String details = (stack.text().isEmpty() ? "" : "\n") + stack.details();
                    runs.add(paragraph, details, points - 1, false, WordRuns.GREY);
                }
            } else {
                runs.add(paragraph, value.in(form.language()), points, false, WordRuns.INK);
            }
        }
    }

    private int[] widths(int width) {
        List<Table.Column> columns = grid.columns();
        int total = columns.stream().mapToInt(Table.Column::width).sum();
        return columns.stream()
                .mapToInt(column -> width * column.width() / total)
                .toArray();
    }

    private static void layOut(XWPFTable table, int[] widths, int width) {
        CTTbl plain = table.getCTTbl();
        table.setWidth(width);
        plain.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(30, 60, 30, 60);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
        table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINES);
        var columns = plain.getTblGrid() == null ? plain.addNewTblGrid() : plain.getTblGrid();
        while (columns.sizeOfGridColArray() > 0) {
            columns.removeGridCol(0);
        }
        for (int column = 0; column < widths.length; column++) {
            columns.addNewGridCol().setW(BigInteger.valueOf(widths[column]));
            table.getRow(0).getCell(column).setWidth(String.valueOf(widths[column]));
        }
    }
}
