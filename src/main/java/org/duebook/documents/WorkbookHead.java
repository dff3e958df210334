package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontCharset;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableStyleInfo;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.shared.Language;
import org.duebook.shared.Words;

/** Everything of a table's workbook but its rows, and the styles those refer to. */
final class WorkbookHead {

    private final TableWorkbook.Head head;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final int[] styles = new int[Kind.values().length * Table.Tone.values().length * 2];

    WorkbookHead(TableWorkbook.Head head) {
        this.head = head;
        shape(workbook.getFontAt(0), 10, false);
        for (Kind kind : Kind.values()) {
            for (Table.Tone tone : Table.Tone.values()) {
                for (boolean quoted : new boolean[] {false, true}) {
                    styles[place(kind, tone, quoted)] =
                            makeStyle(kind, tone, quoted).getIndex();
                }
            }
        }
    }

    int columns() {
        return head.columns().size();
    }

    Language language() {
        return head.language();
    }

    /** Index of the style, as cells refer to it. */
    int style(Kind kind, Table.Tone tone, boolean quoted) {
        return styles[place(kind, tone, quoted)];
    }

    private static int place(Kind kind, Table.Tone tone, boolean quoted) {
        return (kind.ordinal() * Table.Tone.values().length + tone.ordinal()) * 2 + (quoted ? 1 : 0);
    }

    /** Index of the first row below the header, counted from 0. */
    int firstRow() {
        return headerRow() + 1;
    }

    private int headerRow() {
        return head.subtitles().size() + 2;
    }

    /** Writes the workbook around so many rows; called once. */
    void write(int rows, OutputStream out) {
        XSSFSheet sheet = workbook.createSheet(head.sheet());
        text(sheet.createRow(0), 0, head.title(), titleStyle());
        CellStyle plain = workbook.createCellStyle();
        plain.setQuotePrefixed(true);
        for (int line = 0; line < head.subtitles().size(); line++) {
            text(sheet.createRow(line + 1), 0, head.subtitles().get(line), plain);
        }
        layOutColumns(sheet);
        makeTable(sheet, rows);
        sheet.createFreezePane(0, firstRow());
        sheet.setRepeatingRows(new CellRangeAddress(headerRow(), headerRow(), -1, -1));
        layOutPrint(sheet);
        try (workbook) {
            workbook.write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("table '" + head.sheet() + "' could not be written", broken);
        }
    }

    private void layOutColumns(XSSFSheet sheet) {
        Row header = sheet.createRow(headerRow());
        header.setHeightInPoints(32);
        CellStyle headerStyle = headerStyle();
        boolean keyed = head.columns().stream().anyMatch(column -> !column.key().isEmpty());
        Row keys = keyed ? sheet.createRow(headerRow() - 1) : null;
        for (int column = 0; column < head.columns().size(); column++) {
            Table.Column wanted = head.columns().get(column);
            sheet.setColumnWidth(column, Math.min(255, wanted.width() + 1) * 256);
            sheet.setColumnHidden(column, wanted.hidden());
            text(header, column, wanted.heading(), headerStyle);
            if (keys != null) {
                keys.setZeroHeight(true);
                keys.createCell(column).setCellValue(wanted.key());
            }
        }
    }

    /** A table of no rows is written with one empty row: Excel takes no table without. */
    private void makeTable(XSSFSheet sheet, int rows) {
        CellReference first = new CellReference(headerRow(), 0);
        CellReference last = new CellReference(
                headerRow() + Math.max(1, rows), head.columns().size() - 1);
        XSSFTable made = sheet.createTable(new AreaReference(first, last, SpreadsheetVersion.EXCEL2007));
        String name = head.sheet().replaceAll("[^\\p{L}\\p{N}]", "_");
        made.setName(name);
        made.setDisplayName(name);
        made.getCTTable().addNewAutoFilter().setRef(made.getArea().formatAsString());
        made.getCTTable().addNewTableStyleInfo().setName("TableStyleLight1");
        XSSFTableStyleInfo look = (XSSFTableStyleInfo) made.getStyle();
        look.setShowRowStripes(false);
        sheet.getCTWorksheet()
                .getDimension()
                .setRef(new CellReference("A1").formatAsString() + ":" + last.formatAsString());
    }

    private void layOutPrint(XSSFSheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.BOTTOM, 0.9);
        String toSign = head.signatures().stream()
                .map(caption -> caption + " ____________")
                .collect(Collectors.joining("   "));
        sheet.getFooter().setLeft(code(head.note()));
        sheet.getFooter().setCenter(code(toSign));
        sheet.getFooter().setRight(Words.beside(Form.class, head.language()).say("page", "&P", "&N"));
    }

    /** In a footer an ampersand begins a command. */
    private static String code(String text) {
        return text.replace("&", "&&");
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private CellStyle titleStyle() {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(16, true));
        return style;
    }

    private CellStyle headerStyle() {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font(10, true));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        fill(style, 0xE3, 0xE8, 0xEE);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private XSSFFont font(int points, boolean bold) {
        return shape(workbook.createFont(), points, bold);
    }

    /** A Chinese form names a Chinese font; in an English one the spreadsheet finds one for a Chinese name by itself. */
    private XSSFFont shape(XSSFFont font, int points, boolean bold) {
        if (head.language() == Language.CHINESE) {
            font.setFontName("Microsoft YaHei");
            font.setCharSet(FontCharset.GB2312);
        }
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }

    private CellStyle makeStyle(Kind kind, Table.Tone tone, boolean quoted) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(kind.format(head.language())));
        style.setAlignment(kind == Kind.TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(kind == Kind.TEXT);
        style.setQuotePrefixed(quoted);
        style.setBorderBottom(BorderStyle.HAIR);
        switch (tone) {
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

    /** How a value is shown. */
    enum Kind {
        TEXT("General", "General"),
        WHOLE("#,##0", "#,##0"),
        TENTHS("#,##0.0", "#,##0.0"),
        HUNDREDTHS("#,##0.00", "#,##0.00"),
        FINE("#,##0.000", "#,##0.000"),
        DAY("d mmm yyyy", "yyyy-mm-dd"),
        MOMENT("d mmm yyyy hh:mm", "yyyy-mm-dd hh:mm");

        private final List<String> formats;

        Kind(String english, String chinese) {
            this.formats = List.of(english, chinese);
        }

        private String format(Language language) {
            return formats.get(
                    switch (language) {
                        case ENGLISH -> 0;
                        case CHINESE -> 1;
                    });
        }

        static Kind ofDecimals(int decimals) {
            return decimals <= 0 ? WHOLE : decimals == 1 ? TENTHS : decimals == 2 ? HUNDREDTHS : FINE;
        }
    }
}
