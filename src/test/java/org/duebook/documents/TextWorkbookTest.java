package org.duebook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.documents.TextWorkbook.Column;
import org.duebook.shared.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files that went through a workbook and came back. */
class TextWorkbookTest {

    private static final String TABLE = "id,share,since\nR-1,20 %,2026-01-31\nR-2,-,\n";

    static Stream<Path> shippedTables() throws IOException {
        return Stream.concat(Files.list(Path.of("rules/tables")), Files.list(Path.of("rules/tests")))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("shippedTables")
    void shippedTableComesBackByteForByte(Path table) throws IOException {
        String csv = Files.readString(table);

        TextWorkbook.Read back = TextWorkbook.read("table.xlsx", workbook(csv));

        assertThat(back.faults()).isEmpty();
        assertThat(back.csv()).isEqualTo(csv);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id;share\r\nR-1;20 %\r\n",
                "\uFEFFid,share\nR-1,20 %\n",
                "id,note\nR-1,\"said \"\"no\"\"\"\nR-2,\"quoted; without need\"\n",
                "id,note\n# R-1, left out, \"for now\n\nR-2,last line without an end",
                "id,note\nR-1,\"two\nlines\"\nR-2,=1+1\nR-3,_x000D_\nR-4,-\n"
            })
    void fileOfAnotherMannerComesBackInIt(String csv) {
        assertThat(TextWorkbook.read("table.xlsx", workbook(csv)).csv()).isEqualTo(csv);
    }

    @Test
    void headingIsFrozenExplainedAndOffersItsChoices() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(TABLE)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getRow(0).getCell(1).getCellComment().getString().getString())
                    .isEqualTo("a share such as 30 %");
            assertThat(sheet.getDataValidations())
                    .singleElement()
                    .satisfies(offered -> assertThat(
                                    offered.getValidationConstraint().getExplicitListValues())
                            .containsExactly("20 %", "30 %"));
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
        }
    }

    @Test
    void whatASpreadsheetMadeOfTheTextsIsReadAsItIsShown() {
        byte[] edited = changed(sheet -> {
            number(sheet.getRow(1).createCell(1), 0.2, "0%");
            sheet.getRow(1).createCell(2).setCellValue(LocalDate.of(2026, 3, 1));
            style(sheet.getRow(1).getCell(2), "dd/mm/yy");
            number(sheet.getRow(2).createCell(1), 20000.5, "#,##0.00 \"EUR\"");
            number(sheet.getRow(2).createCell(2), 0.625, "hh:mm");
        });

        TextWorkbook.Read read = TextWorkbook.read("table.xlsx", edited);

        assertThat(read.faults()).isEmpty();
        assertThat(read.csv()).isEqualTo("id,share,since\nR-1,20 %,2026-03-01\nR-2,20000.5 EUR,15:00\n");
    }

    @Test
    void whatIsNotStoredAsItIsShownIsAFaultAtItsPlace() {
        assertThat(fault(sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1))))
                .isEqualTo(
                        "table!B2:B3: found 'merged cells', wanted one value per cell; unmerge the cells and fill each");
        assertThat(fault(sheet -> sheet.getRow(1).getCell(1).setCellFormula("10+10")))
                .startsWith("table!B2: found '=10+10', wanted a value");
        assertThat(fault(sheet -> sheet.getWorkbook()
                        .createSheet("more")
                        .createRow(0)
                        .createCell(0)
                        .setCellValue("id")))
                .startsWith("table.xlsx: found '2 sheets', wanted one sheet");
        assertThat(fault(sheet -> {
                    sheet.getWorkbook()
                            .createSheet("more")
                            .createRow(0)
                            .createCell(0)
                            .setCellValue("id");
                    sheet.getWorkbook().setSheetHidden(1, true);
                }))
                .startsWith("table.xlsx: found '2 sheets, hidden ones too'");
        assertThat(fault(sheet -> sheet.getRow(2).createCell(5).setCellValue("stray")))
                .startsWith("table!3: found '6 cells', wanted 3");
        assertThat(fault(sheet -> sheet.shiftRows(0, 2, 1))).startsWith("table!1: found 'nothing'");
    }

    @Test
    void mannerThatIsNoTextIsNone() {
        byte[] number = changed(sheet -> {
            var manner =
                    sheet.getWorkbook().getProperties().getCustomProperties().getProperty("duebook.csv");
            manner.unsetLpwstr();
            manner.setI4(7);
        });

        assertThat(TextWorkbook.read("table.xlsx", number)).isEqualTo(new TextWorkbook.Read(TABLE, List.of()));
    }

    @Test
    void protectedSheetIsReadAndLockedWorkbookIsNot() {
        assertThat(TextWorkbook.read("table.xlsx", changed(sheet -> sheet.protectSheet("secret")))
                        .csv())
                .isEqualTo(TABLE);
        byte[] locked = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
        assertThat(TextWorkbook.read("table.xlsx", locked).faults())
                .singleElement()
                .extracting(Fault::found)
                .asString()
                .contains("locked by a password");
    }

    private static String fault(Consumer<XSSFSheet> change) {
        TextWorkbook.Read read = TextWorkbook.read("table.xlsx", changed(change));
        assertThat(read.csv()).isEmpty();
        return read.faults().getFirst().toString();
    }

    private static byte[] changed(Consumer<XSSFSheet> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(TABLE)))) {
            change.accept(workbook.getSheetAt(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void number(Cell cell, double value, String format) {
        cell.setCellValue(value);
        style(cell, format);
    }

    private static void style(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private static byte[] workbook(String csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TextWorkbook.write(
                    "table",
                    csv,
                    List.of(
                            new Column("share", "a share such as 30 %", List.of("20 %", "30 %")),
                            new Column("since", "", List.of())),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).startsWith("PK");
        return out.toByteArray();
    }
}
