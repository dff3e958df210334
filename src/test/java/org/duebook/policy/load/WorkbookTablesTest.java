package org.duebook.policy.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.policy.AnOrder;
import org.duebook.policy.Decision;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.RuleFault;
import org.duebook.policy.RuleFolder;
import org.duebook.policy.WorkbookRead;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.order.OrderJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that lie in the folder as workbooks. */
class WorkbookTablesTest {

    private static final String CSV = "tables/deposit.csv";
    private static final String XLSX = "tables/deposit.xlsx";

    /** A workbook that is broken, and where that is told. */
    private record Broken(String name, int row, String column, String says, byte[] bytes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> brokenWorkbooks() {
        return Stream.of(
                new Broken("misspelt choice", 2, "order type", "did you mean 'SPECIAL'", cell(1, 1, "SPECAIL")),
                new Broken("curly quotes", 3, "new customer", "yes or no", cell(2, 2, "“yes”")),
                new Broken(
                        "a number without currency",
                        4,
                        "amount",
                        "in EUR",
                        edited(sheet -> sheet.getRow(3).createCell(3).setCellValue(20000))),
                new Broken(
                        "merged cells",
                        2,
                        "B",
                        "unmerge",
                        edited(sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1)))),
                new Broken(
                        "merged headings",
                        1,
                        "E",
                        "unmerge",
                        edited(sheet -> sheet.addMergedRegion(new CellRangeAddress(0, 0, 4, 5)))),
                new Broken(
                        "a formula",
                        2,
                        "F",
                        "paste it as a value",
                        edited(sheet -> sheet.getRow(1).createCell(5).setCellFormula("10+20"))),
                new Broken(
                        "a formula that calls out",
                        2,
                        "G",
                        "paste it as a value",
                        edited(sheet -> sheet.getRow(1)
                                .createCell(6)
                                .setCellFormula("HYPERLINK(\"http://127.0.0.1:9/\",\"x\")"))),
                new Broken(
                        "a second sheet",
                        0,
                        "",
                        "one sheet",
                        edited(sheet -> sheet.getWorkbook().createSheet("old"))),
                new Broken("a hidden sheet", 0, "", "hidden ones too", edited(sheet -> {
                    sheet.getWorkbook().createSheet("old");
                    sheet.getWorkbook().setSheetHidden(1, true);
                })),
                new Broken(
                        "headings in the second row",
                        1,
                        "",
                        "headings in the first row",
                        edited(sheet -> sheet.shiftRows(0, 3, 1))),
                new Broken("heading misspelt", 1, "amuont", "did you mean 'amount'", cell(0, 3, "amuont")),
                new Broken("a cell beside the table", 3, "", "as in the heading", cell(2, 12, "stray")),
                new Broken("a day that is none", 2, "valid from", "2026-01-31", cell(1, 7, "31.02.2026")),
                new Broken("id twice", 3, "id", "already", cell(2, 0, "DE-010")),
                new Broken("an empty sheet", 0, "", "a heading and rows", edited(sheet -> {
                    for (int row = sheet.getLastRowNum(); row >= 0; row--) {
                        sheet.removeRow(sheet.getRow(row));
                    }
                })),
                new Broken("too many columns", 1, "", "at most 100", edited(sheet -> {
                    for (int column = 0; column < 120; column++) {
                        sheet.getRow(0).createCell(column).setCellValue("c" + column);
                    }
                })),
                new Broken("cut off", 0, "", "save", half(workbook())),
                new Broken("no workbook at all", 0, "", "xlsx", "id,order type\n".getBytes(StandardCharsets.UTF_8)),
                new Broken("nothing", 0, "", "xlsx", new byte[0]),
                new Broken("locked by a password", 0, "", "without a password", new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0
                }),
                new Broken(
                        "macros",
                        0,
                        "",
                        "a workbook without",
                        part(
                                "[Content_Types].xml",
                                types -> types.replace(
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))),
                new Broken(
                        "an XML bomb",
                        0,
                        "",
                        "cannot be read",
                        part(
                                "xl/worksheets/sheet1.xml",
                                sheet -> sheet.replaceFirst(
                                        "<worksheet",
                                        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet"))),
                new Broken(
                        "a file from outside",
                        0,
                        "",
                        "cannot be read",
                        part(
                                "xl/worksheets/sheet1.xml",
                                sheet -> sheet.replaceFirst(
                                        "<worksheet",
                                        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet"))),
                new Broken(
                        "a zip bomb",
                        0,
                        "",
                        "times the packed size",
                        part(
                                "xl/worksheets/sheet1.xml",
                                sheet -> sheet.replace("</worksheet>", " ".repeat(30_000_000) + "</worksheet>"))));
    }

    @ParameterizedTest
    @MethodSource("brokenWorkbooks")
    void brokenWorkbookIsRefusedAtItsPlace(Broken broken) {
        RuleFolder folder = RuleFolder.small().remove(CSV).put(XLSX, broken.bytes);

        RuleSetLoader.Loaded loaded = RuleSetLoader.load(folder.files());

        assertThat(loaded.ruleSet()).isEmpty();
        RuleFault fault = loaded.report().faults().stream()
                .filter(it -> it.file().equals(XLSX) && it.row() == broken.row)
                .filter(it -> broken.column.isEmpty() || it.column().equals(broken.column))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("not located: " + loaded.report().faults()));
        assertThat(fault.found() + fault.wanted() + fault.cure()).contains(broken.says);
    }

    @Test
    void workbookDecidesAsItsCsvDoesUnderItsOwnNameAndRows() {
        RuleFolder folder = RuleFolder.small().remove(CSV).put(XLSX, workbook());

        RuleSet rules = RuleSetLoader.load(folder.files()).ruleSet().orElseThrow();

        Decision deposit = new OrderJudge(rules)
                        .judge(AnOrder.inOrder()
                                .type(OrderFacts.Type.SPECIAL)
                                .prepaid("29.99")
                                .build())
                        .decisions()
                        .stream()
                        .filter(decision -> decision.ruleId().equals("DE-010"))
                        .findFirst()
                        .orElseThrow();
        assertThat(deposit.file()).isEqualTo(XLSX);
        assertThat(deposit.row()).isEqualTo(2);
        assertThat(rules.version()).isEqualTo(folder.files().version());
        rules.leave();
    }

    @Test
    void tableAsWorkbookAndAsCsvIsRefused() {
        RuleFolder folder = RuleFolder.small().put(XLSX, workbook());

        assertThat(RuleSetLoader.load(folder.files()).report().faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo(XLSX);
                    assertThat(fault.wanted()).isEqualTo("each table once");
                });
    }

    @Test
    void workbookOfATableExplainsItsColumnsAndComesBack() {
        WorkbookRead back = RuleWorkbook.read(CSV, workbook());

        assertThat(back.faults()).isEmpty();
        assertThat(back.csv()).isEqualTo(RuleFolder.shipped().text(CSV));
        edited(sheet -> {
            assertThat(sheet.getRow(0).getCell(3).getCellComment().getString().getString())
                    .contains(">= 5000 EUR")
                    .contains("- for any");
            assertThat(sheet.getDataValidations()).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void faultOfAnUploadedWorkbookNamesItsCell() {
        WorkbookRead read = RuleWorkbook.read(
                CSV, edited(sheet -> sheet.getRow(2).createCell(5).setCellFormula("1/0")));

        assertThat(read.csv()).isEmpty();
        assertThat(read.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo("F");
        });
    }

    private static byte[] workbook() {
        return RuleWorkbook.of(CSV, RuleFolder.shipped().files());
    }

    private static byte[] cell(int row, int column, String text) {
        return edited(sheet -> sheet.getRow(row).createCell(column).setCellValue(text));
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] edited(Consumer<XSSFSheet> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            change.accept(workbook.getSheetAt(0));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The workbook with one of its parts rewritten. */
    private static byte[] part(String name, UnaryOperator<String> change) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook()));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            parts.computeIfPresent(
                    name,
                    (key, bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                to.putNextEntry(new ZipEntry(part.getKey()));
                to.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
