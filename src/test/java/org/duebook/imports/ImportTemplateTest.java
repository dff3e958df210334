package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.documents.Sheet;
import org.duebook.documents.SheetReader;
import org.duebook.shared.Actor;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(ImportsTestConfiguration.class)
class ImportTemplateTest {

    @Autowired
    private ImportTemplate template;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyColumnIsExplainedAndItsHeadingIsFrozen() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            for (SheetFormat format : SheetFormat.values()) {
                XSSFSheet sheet = workbook.getSheet(format.sheetName());
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                for (int at = 0; at < format.columns().size(); at++) {
                    SheetColumn column = format.columns().get(at);
                    Cell heading = sheet.getRow(0).getCell(at);
                    assertThat(heading.getStringCellValue()).isEqualTo(column.name());
                    assertThat(workbook.getFontAt(heading.getCellStyle().getFontIndex())
                                    .getBold())
                            .isTrue();
                    assertThat(heading.getCellComment().getString().getString())
                            .contains(column.isRequired() ? "Required" : "May stay blank", column.example());
                }
            }
        }
    }

    @Test
    void choicesAndReferencesAreOffered() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            assertThat(offered(workbook, "orders", "type"))
                    .isEqualTo("\"standard,custom,rush,blanket,special,project\"");
            assertThat(offered(workbook, "orders", "project_signed_off")).isEqualTo("\"yes,no\"");
            assertThat(offered(workbook, "items", "unit")).contains("pcs,", ",l,");
            assertThat(offered(workbook, "bills-of-material", "component")).contains("'items'!$A$2");
        }
    }

    @Test
    void templateThatIsFilledIsImported() throws IOException {
        ImportsTestConfiguration.emptyPlant(jdbc);
        List<Sheet> rows =
                SheetReader.file("small.zip", SmallSheets.all().zip()).sheets();
        byte[] filled;
        try (XSSFWorkbook workbook = workbook()) {
            rows.forEach(sheet -> fill(workbook.getSheet(sheet.name()), sheet));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            filled = bytes.toByteArray();
        }

        ImportReport report = imports.run("filled.xlsx", filled, ImportOptions.allOrNothing(), Actor.SYSTEM);

        assertThat(report.faults()).isEmpty();
        assertThat(report.sheets())
                .allSatisfy(sheet -> assertThat(sheet.created()).isPositive());
        ImportsTestConfiguration.emptyPlant(jdbc);
    }

    @Test
    void readmeDescribesEveryColumn() throws IOException {
        String readme = Files.readString(Path.of("data/README.md"));
        for (SheetFormat format : SheetFormat.values()) {
            List<String> described = new ArrayList<>();
            Matcher section = Pattern.compile("(?s)### " + format.sheetName() + "[ \n].*?(?=\n### |\n## |\\z)")
                    .matcher(readme);
            assertThat(section.find()).as(format.sheetName()).isTrue();
            for (String line : section.group().split("\n")) {
                if (line.startsWith("| ") && !line.startsWith("| column")) {
                    String mark = line.split("\\|")[2].strip();
                    Arrays.stream(line.split("\\|")[1].split(","))
                            .map(String::strip)
                            .map(name -> name + " " + (mark.length() > 1 ? "" : mark))
                            .forEach(described::add);
                }
            }

            assertThat(described)
                    .as(format.sheetName())
                    .containsExactlyInAnyOrderElementsOf(format.columns().stream()
                            .map(column -> column.name() + " "
                                    + switch (column.need()) {
                                        case KEY -> "K";
                                        case REQUIRED -> "R";
                                        case OPTIONAL -> "";
                                    })
                            .toList());
        }
    }

    private XSSFWorkbook workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        template.write(bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static int column(XSSFSheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(sheet.getSheetName() + " has no " + heading);
    }

    private static String offered(XSSFWorkbook workbook, String name, String heading) {
        XSSFSheet sheet = workbook.getSheet(name);
        int column = column(sheet, heading);
        return sheet.getDataValidations().stream()
                .filter(each -> each.getRegions().getCellRangeAddress(0).isInRange(1, column))
                .map(XSSFDataValidation::getValidationConstraint)
                .map(constraint -> constraint.getFormula1())
                .findFirst()
                .orElseThrow();
    }

    /** As a spreadsheet program keeps what somebody types into a cell of that format. */
    private static void fill(XSSFSheet target, Sheet rows) {
        for (Sheet.Row row : rows.rows()) {
            Row filled = target.createRow(target.getLastRowNum() + 1);
            for (int at = 0; at < row.cells().size(); at++) {
                String typed = row.cells().get(at);
                if (!typed.isEmpty()) {
                    int column = column(target, rows.header().get(at));
                    Cell cell = filled.createCell(column);
                    cell.setCellStyle(target.getColumnStyle(column));
                    type(cell, typed);
                }
            }
        }
    }

    private static void type(Cell cell, String typed) {
        switch (cell.getCellStyle().getDataFormatString()) {
            case "General" -> cell.setCellValue(Double.parseDouble(typed));
            case "yyyy-mm-dd" -> cell.setCellValue(LocalDate.parse(typed));
            case "yyyy-mm-dd hh:mm" -> cell.setCellValue(LocalDateTime.parse(typed.replace(' ', 'T')));
            case "hh:mm", "h:mm" ->
                cell.setCellValue(DateUtil.convertTime(LocalTime.parse(typed).toString()));
            default -> cell.setCellValue(typed);
        }
    }
}
