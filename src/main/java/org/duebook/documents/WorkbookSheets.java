package org.duebook.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.shared.Fault;

/** The worksheets of an xlsx workbook. Formulas and merged cells are refused: what they show is not what is stored. */
final class WorkbookSheets {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    /** A spreadsheet program keeps binary numbers and shows 15 digits of them. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    static {
        ZipSecureFile.setMaxEntrySize(ReadLimits.WORKBOOK_PART);
        ZipSecureFile.setMinInflateRatio(0.005);
        ZipSecureFile.setMaxFileCount(ReadLimits.WORKBOOK_PARTS);
    }

    private WorkbookSheets() {}

    static void read(String name, byte[] content, String key, List<Sheet> sheets, List<Fault> faults) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            if (workbook.isMacroEnabled()) {
                faults.add(new Fault(name, "a workbook with macros", "a workbook without", "save it as .xlsx"));
                return;
            }
            if (workbook.getNumberOfSheets() > ReadLimits.SHEETS) {
                faults.add(new Fault(
                        name,
                        workbook.getNumberOfSheets() + " sheets",
                        "at most " + ReadLimits.SHEETS,
                        "send only the sheets to import"));
                return;
            }
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                read(workbook.getSheetAt(i), key, sheets, faults);
            }
        } catch (IOException | RuntimeException broken) {
            // POI tells broken, too large and hostile files apart by exceptions of many kinds; all mean: not this file.
            faults.add(new Fault(
                    name,
                    "a workbook that cannot be read: " + broken.getMessage(),
                    "an .xlsx workbook",
                    "open it in a spreadsheet program and save it as .xlsx again"));
        }
    }

    private static void read(XSSFSheet sheet, String key, List<Sheet> sheets, List<Fault> faults) {
        RowCollector rows = new RowCollector(sheet.getSheetName(), key, faults);
        sheet.getMergedRegions()
                .forEach(region -> faults.add(new Fault(
                        sheet.getSheetName() + "!" + region.formatAsString(),
                        "merged cells",
                        "one value per cell",
                        "unmerge the cells and fill each")));
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < Math.max(0, row.getLastCellNum()); column++) {
                Cell cell = row.getCell(column);
                if (cell != null && (cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.ERROR)) {
                    faults.add(new Fault(
                            sheet.getSheetName() + "!" + cell.getAddress(),
                            cell.getCellType() == CellType.FORMULA ? "=" + cell.getCellFormula() : "an error",
                            "a value",
                            "copy the cell and paste it as a value"));
                }
                cells.add(cell == null ? "" : text(cell));
            }
            if (!rows.add(row.getRowNum() + 1, cells)) {
                return;
            }
        }
        rows.sheet().ifPresent(sheets::add);
    }

    private static String text(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "yes" : "no";
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell) ? date(cell.getLocalDateTimeCellValue(), cell) : number(cell);
            case FORMULA, BLANK, ERROR, _NONE -> "";
        };
    }

    private static String number(Cell cell) {
        return new BigDecimal(cell.getNumericCellValue(), AS_SHOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String date(LocalDateTime at, Cell cell) {
        if (cell.getNumericCellValue() < 1) {
            return at.toLocalTime().toString();
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : MINUTES.format(at);
    }
}
