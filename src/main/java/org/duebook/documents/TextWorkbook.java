package org.duebook.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.duebook.shared.Fault;

/**
 * A CSV file as a workbook of one sheet in which every cell is a text, and back to the very same file. How the file was written
 * (comma, line ends, quotes that need not be) is kept in a property of the workbook; where a spreadsheet program drops that,
 * the file says the same in other quotes.
 *
 * <p>Cells that a spreadsheet program has made numbers, shares, amounts or days of are read as they are shown; formulas, merged
 * cells and errors are faults, since what they show is not what is stored.
 */
public final class TextWorkbook {

    private static final String PROPERTY = "duebook.csv";
    private static final int ROWS_IN_MEMORY = 100;
    private static final int MOST_ROWS = 20_000;

    /** What a list of choices may have in all, by the format. */
    private static final int LONGEST_CHOICES = 255;

    /** What a reader of the format takes for an escaped character, such as {@code _x000D_}. */
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** Compound file: an old or an encrypted workbook. */
    private static final byte[] LOCKED = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TextWorkbook() {}

    /**
     * What is said about a column.
     *
     * @param comment shown at its heading; empty for none
     * @param choices offered in its cells; others may be typed
     */
    public record Column(String heading, String comment, List<String> choices) {

        public Column {
            choices = List.copyOf(choices);
        }
    }

    /** The CSV text of a workbook; with faults it is empty. */
    public record Read(String csv, List<Fault> faults) {

        public Read {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Writes the workbook to the stream and leaves it open.
     *
     * @param sheet name of its only sheet
     * @param columns said about some of them, by heading
     */
    public static void write(String sheet, String csv, List<Column> columns, OutputStream out) throws IOException {
        CsvText text = CsvText.of(csv);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            // Sizes of 64 bits before they are needed cannot be read by everybody who reads a zip as it comes.
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            SXSSFSheet filled = workbook.createSheet(sheet);
            CellStyle asText = workbook.createCellStyle();
            asText.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle heading = workbook.createCellStyle();
            heading.cloneStyleFrom(asText);
            Font bold = workbook.createFont();
            bold.setBold(true);
            heading.setFont(bold);
            filled.createFreezePane(0, 1);
            explain(filled, text, columns, asText);
            for (int at = 0; at < text.lines().size(); at++) {
                Row row = filled.createRow(at);
                List<String> cells = text.lines().get(at);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        Cell cell = row.createCell(column);
                        cell.setCellValue(ESCAPED.matcher(cells.get(column)).replaceAll("_x005F_"));
                        cell.setCellStyle(at == 0 ? heading : asText);
                    }
                }
            }
            comment(filled, text, columns);
            workbook.getXSSFWorkbook().getProperties().getCustomProperties().addProperty(PROPERTY, text.manner());
            workbook.write(out);
        }
    }

    private static void explain(SXSSFSheet sheet, CsvText text, List<Column> columns, CellStyle asText) {
        Map<String, Column> known =
                columns.stream().collect(Collectors.toMap(Column::heading, Function.identity(), (a, b) -> a));
        List<String> headings = text.heading();
        for (int at = 0; at < headings.size(); at++) {
            Column column = known.get(headings.get(at).strip());
            sheet.setColumnWidth(at, (Math.min(40, Math.max(10, headings.get(at).length())) + 3) * 256);
            sheet.setDefaultColumnStyle(at, asText);
            if (column != null
                    && !column.choices().isEmpty()
                    && String.join(",", column.choices()).length() <= LONGEST_CHOICES) {
                DataValidationHelper helper = sheet.getDataValidationHelper();
                DataValidation offered = helper.createValidation(
                        helper.createExplicitListConstraint(column.choices().toArray(String[]::new)),
                        new CellRangeAddressList(1, SpreadsheetVersion.EXCEL2007.getLastRowIndex() / 100, at, at));
                offered.setShowErrorBox(false);
                offered.setSuppressDropDownArrow(true);
                sheet.addValidationData(offered);
            }
        }
    }

    private static void comment(SXSSFSheet sheet, CsvText text, List<Column> columns) {
        List<String> headings = text.heading().stream().map(String::strip).toList();
        for (Column column : columns) {
            int at = headings.indexOf(column.heading());
            if (at >= 0 && !column.comment().isEmpty()) {
                ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
                anchor.setCol1(at);
                anchor.setCol2(at + 3);
                anchor.setRow1(1);
                anchor.setRow2(3 + column.comment().length() / 40);
                Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
                comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(column.comment()));
                comment.setAuthor("Duebook");
                comment.setAddress(0, at);
            }
        }
    }

    /** Reads a workbook of one sheet; faults name sheet, row and column. */
    public static Read read(String fileName, byte[] workbook) {
        for (int at = 0; at < LOCKED.length && at < workbook.length && workbook[at] == LOCKED[at]; at++) {
            if (at == LOCKED.length - 1) {
                return refused(new Fault(
                        fileName,
                        "a workbook locked by a password, or of the old format .xls",
                        "an .xlsx workbook anybody can open",
                        "save it as .xlsx without a password"));
            }
        }
        SheetsRead read = SheetReader.shown(fileName, workbook);
        if (!read.faults().isEmpty()) {
            return new Read("", read.faults());
        }
        Sheet sheet = read.sheets().getFirst();
        if (sheet.headerRow() != 1) {
            return refused(new Fault(
                    sheet.name() + "!1", "nothing", "the headings in the first row", "remove the rows above them"));
        }
        if (sheet.rows().size() > MOST_ROWS) {
            return refused(
                    new Fault(sheet.name(), sheet.rows().size() + " rows", "at most " + MOST_ROWS, "split the table"));
        }
        return new Read(CsvText.written(lines(sheet), SheetReader.put(workbook, TextWorkbook::manner)), List.of());
    }

    private static Read refused(Fault fault) {
        return new Read("", List.of(fault));
    }

    /** Every row where it stands, blank ones too. */
    private static List<List<String>> lines(Sheet sheet) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(sheet.header());
        for (Sheet.Row row : sheet.rows()) {
            while (lines.size() < row.number() - 1 && lines.size() <= MOST_ROWS) {
                lines.add(List.of());
            }
            lines.add(row.cells());
        }
        return lines;
    }

    /** How the file was written; nothing where the workbook does not say it in so many words. */
    private static String manner(Path workbook) {
        try (OPCPackage packed = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            POIXMLProperties.CustomProperties properties = new POIXMLProperties(packed).getCustomProperties();
            return properties.contains(PROPERTY)
                    ? Objects.requireNonNullElse(
                            properties.getProperty(PROPERTY).getLpwstr(), "")
                    : "";
        } catch (IOException | OpenXML4JException | XmlException | RuntimeException broken) {
            // The sheet was read, and that is what counts: the file then says the same in other quotes.
            return "";
        }
    }
}
