package org.duebook.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWorkbookTest {

    private static final List<Table.Column> COLUMNS = List.of(
            new Table.Column("Name", 20),
            new Table.Column("Quantity", 10),
            new Table.Column("Amount", 12),
            new Table.Column("Day", 12));

    @Test
    void writtenTableReadsBackWithTypesAndFormats() throws IOException {
        Table table = table(List.of(row("Bush", "12", "1234.50", LocalDate.of(2026, 12, 3))));

        XSSFSheet sheet = readBack(table);

        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Parts & more");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Plant: Alder");
        assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("Quantity");
        assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("Bush");
        assertThat(sheet.getRow(4).getCell(1).getNumericCellValue()).isEqualTo(12);
        assertThat(sheet.getRow(4).getCell(1).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0");
        assertThat(sheet.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(1234.5);
        assertThat(sheet.getRow(4).getCell(2).getCellStyle().getDataFormatString())
                .isEqualTo("#,##0.00");
        assertThat(sheet.getRow(4).getCell(3).getLocalDateTimeCellValue())
                .isEqualTo(LocalDateTime.of(2026, 12, 3, 0, 0));
        assertThat(sheet.getRow(4).getCell(3).getCellStyle().getDataFormatString())
                .isEqualTo("d mmm yyyy");
    }

    @Test
    void sheetHasRealTableFrozenHeaderAndPrintsAtPageWidth() throws IOException {
        Table table = table(List.of(
                row("Bush", "12", "1.00", LocalDate.of(2026, 12, 3)),
                row("Pin", "3", "2.00", LocalDate.of(2026, 12, 4))));

        XSSFSheet sheet = readBack(table);

        XSSFTable made = sheet.getTables().getFirst();
        assertThat(made.getArea().formatAsString()).isEqualTo("A4:D6");
        assertThat(made.getCTTable().getAutoFilter().getRef()).isEqualTo("A4:D6");
        assertThat(made.getColumns())
                .extracting(column -> column.getName())
                .containsExactly("Name", "Quantity", "Amount", "Day");
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
        assertThat(sheet.getColumnWidth(0)).isEqualTo(21 * 256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 30 1", "-5", "@SUM(A1)", "\t=1", "\r=1"})
    void textThatLooksLikeFormulaStaysInertText(String text) throws IOException {
        Table table = table(List.of(row(text, "1", "1.00", LocalDate.of(2026, 12, 3))));

        Cell cell = readBack(table).getRow(4).getCell(0);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void plainTextIsNotQuoted() throws IOException {
        Table table = table(List.of(row("a=b", "1", "1.00", LocalDate.of(2026, 12, 3))));

        Cell cell = readBack(table).getRow(4).getCell(0);

        assertThat(cell.getStringCellValue()).isEqualTo("a=b");
        assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
    }

    @Test
    void tableWithoutRowsIsStillOne() throws IOException {
        XSSFSheet sheet = readBack(table(List.of()));

        assertThat(sheet.getTables().getFirst().getArea().formatAsString()).isEqualTo("A4:D5");
    }

    @Test
    void manyRowsAreStreamedAndNoneIsLost() throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(row("Part " + i, "" + i, "1.00", LocalDate.of(2026, 12, 3)));
        }

        XSSFSheet sheet = readBack(table(rows));

        assertThat(sheet.getLastRowNum()).isEqualTo(3_003);
        assertThat(sheet.getRow(3_003).getCell(0).getStringCellValue()).isEqualTo("Part 2999");
    }

    @Test
    void rowOfWrongWidthIsRefused() {
        Table.Row narrow = new Table.Row(List.of(new Table.Value.Text("x")), Table.Tone.PLAIN);

        assertThatThrownBy(() -> table(List.of(narrow))).hasMessageContaining("wanted 4");
    }

    private static Table table(List<Table.Row> rows) {
        return new Table("Parts list", "Parts & more", List.of("Plant: Alder"), COLUMNS, rows);
    }

    private static Table.Row row(String name, String quantity, String amount, LocalDate day) {
        return new Table.Row(
                List.of(
                        new Table.Value.Text(name),
                        new Table.Value.Number(new BigDecimal(quantity)),
                        new Table.Value.Number(new BigDecimal(amount)),
                        new Table.Value.Day(day)),
                Table.Tone.PLAIN);
    }

    private static XSSFSheet readBack(Table table) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableWorkbook.write(table, bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray())).getSheetAt(0);
    }
}
