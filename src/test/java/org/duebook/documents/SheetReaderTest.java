package org.duebook.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duebook.shared.Fault;
import org.junit.jupiter.api.Test;

class SheetReaderTest {

    private static final String STOCK = "item,quantity\nBAR,40\n";

    @Test
    void csvFileIsASheetNamedAfterIt() {
        SheetsRead read = csv("\uFEFFitem , quantity\nBAR, 40 \n\nROD,5\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.sheets())
                .containsExactly(new Sheet(
                        "stock",
                        1,
                        List.of("item", "quantity"),
                        List.of(new Sheet.Row(2, List.of("BAR", "40")), new Sheet.Row(4, List.of("ROD", "5")))));
    }

    @Test
    void quotedTextMayHoldCommasQuotesAndLines() {
        SheetsRead read = csv("item,name\r\nBAR,\"a, \"\"b\"\"\r\nc\"\r\nROD,d\r\n");

        assertThat(read.sheets().getFirst().rows())
                .containsExactly(
                        new Sheet.Row(2, List.of("BAR", "a, \"b\"\r\nc")), new Sheet.Row(4, List.of("ROD", "d")));
    }

    @Test
    void shortRowsAreFilledAndBlankEndsCutOff() {
        assertThat(csv("item,quantity,unit\nBAR\nROD,1,m,,,\n")
                        .sheets()
                        .getFirst()
                        .rows())
                .extracting(Sheet.Row::cells)
                .containsExactly(List.of("BAR", "", ""), List.of("ROD", "1", "m"));
    }

    @Test
    void emptyFileIsRefused() {
        assertFault(csv(""), "stock", "an empty sheet");
        assertFault(csv("\n \n,,\n"), "stock", "an empty sheet");
    }

    @Test
    void fileThatIsNotUtf8IsRefusedAtItsLine() {
        byte[] latin = "item,name\nBAR,Stahl\nROD,H\u00fclse\n".getBytes(StandardCharsets.ISO_8859_1);

        assertFault(SheetReader.file("stock.csv", latin), "stock!3", "bytes that are not UTF-8");
    }

    @Test
    void utf16IsNotUtf8() {
        assertFault(
                SheetReader.file("stock.csv", STOCK.getBytes(StandardCharsets.UTF_16)),
                "stock!1",
                "bytes that are not UTF-8");
    }

    @Test
    void unclosedQuoteIsToldWhereItOpens() {
        assertFault(csv("item,name\nBAR,a\nROD,\"b\nNUT,c\n"), "stock!3", "text that is no CSV");
    }

    @Test
    void semicolonsInsteadOfCommasAreTold() {
        assertFault(csv("item;quantity\nBAR;40\n"), "stock!1", "item;quantity");
    }

    @Test
    void moreCellsThanColumnsAreRefused() {
        assertFault(csv("item,quantity\nBAR,1,234\n"), "stock!2", "3 cells");
    }

    @Test
    void twoHundredColumnsAreRefused() {
        assertFault(csv("a,".repeat(199) + "a\n"), "stock!1", "200 columns");
    }

    @Test
    void cellThatIsTooLongIsRefused() {
        assertFault(csv("item,name\nBAR," + "x".repeat(4001) + "\n"), "stock!2.name", "4001 characters");
    }

    @Test
    void headingThatIsTooLongIsRefused() {
        assertFault(csv("item," + "x".repeat(61) + "\n"), "stock!1", "61 characters in column 2");
    }

    @Test
    void controlCharacterIsRefused() {
        assertFault(csv("item,name\nBAR,a\0b\n"), "stock!2.name", "a control character");
    }

    @Test
    void moreRowsThanAreReadAreRefused() {
        assertFault(csv("item\n" + "A\n".repeat(1_000_001)), "stock!1000002", "more rows");
    }

    @Test
    void fileOfAnotherKindIsRefused() {
        assertFault(SheetReader.file("plant.xls", new byte[0]), "plant.xls", "a file of another kind");
        assertFault(SheetReader.file("plant.xlsm", new byte[0]), "plant.xlsm", "a file of another kind");
        assertFault(SheetReader.file("", new byte[0]), "file", "a file of another kind");
    }

    @Test
    void zipHoldsOneFilePerSheet() throws IOException {
        SheetsRead read = SheetReader.file(
                "plant.zip", zip(Map.of("plant/stock.csv", STOCK, "readme.txt", "x", "__MACOSX/._stock.csv", "x")));

        assertThat(read.faults()).isEmpty();
        assertThat(read.sheets()).extracting(Sheet::name).containsExactly("stock");
    }

    @Test
    void zipThatIsNoneIsRefused() {
        assertFault(SheetReader.file("plant.zip", bytes("no zip")), "plant.zip", "no such file inside");
        assertFault(SheetReader.file("plant.zip", new byte[0]), "plant.zip", "no such file inside");
    }

    @Test
    void zipThatEndsTooEarlyIsRefused() throws IOException {
        byte[] zip = zip(Map.of("stock.csv", STOCK.repeat(1000)));

        assertFault(
                SheetReader.file("plant.zip", Arrays.copyOf(zip, 60)), "plant.zip", "a file that cannot be unpacked");
    }

    @Test
    void zipWithoutSheetsIsRefused() throws IOException {
        assertFault(SheetReader.file("plant.zip", zip(Map.of("readme.txt", "x"))), "file", "no sheet");
    }

    @Test
    void zipBombIsRefused() throws IOException {
        assertFault(SheetReader.file("plant.zip", bomb("stock.csv", 60)), "plant.zip", "more than is read");
    }

    @Test
    void zipOfTooManyFilesIsRefused() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 41; i++) {
            files.put("s" + i + ".csv", STOCK);
        }

        assertFault(SheetReader.file("plant.zip", zip(files)), "plant.zip", "more than 40 files");
    }

    @Test
    void workbookGivesTheSameSheetsAsCsv() {
        Sheet sheet = new Sheet(
                "stock",
                1,
                List.of("item", "quantity", "day", "from", "at"),
                List.of(new Sheet.Row(2, List.of("BAR", "0.1", "2026-01-05", "06:30", "2026-01-05 22:00"))));

        SheetsRead read = SheetReader.file("plant.xlsx", Workbooks.of(List.of(sheet)));

        assertThat(read.faults()).isEmpty();
        assertThat(read.sheets()).containsExactly(sheet);
    }

    @Test
    void sumOfBinaryNumbersIsReadAsItIsShown() {
        SheetsRead read = workbook(sheet -> sheet.createRow(1).createCell(0).setCellValue(0.1 + 0.2));

        assertThat(read.sheets().getFirst().rows().getFirst().cells()).containsExactly("0.3");
    }

    @Test
    void formulaIsRefusedAtItsCell() {
        assertFault(workbook(sheet -> sheet.createRow(1).createCell(0).setCellFormula("1+1")), "stock!A2", "=1+1");
    }

    @Test
    void mergedCellsAreRefused() {
        assertFault(
                workbook(sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0))),
                "stock!A2:A3",
                "merged cells");
    }

    @Test
    void workbookThatIsNoneIsRefused() throws IOException {
        assertFault(SheetReader.file("plant.xlsx", bytes("no workbook")), "plant.xlsx", "no such file inside");
        assertFault(
                SheetReader.file("plant.xlsx", zip(Map.of("stock.csv", STOCK))),
                "plant.xlsx",
                "a workbook that cannot be read");
    }

    @Test
    void workbookWithMacrosIsRefused() throws IOException {
        byte[] macros = changed(
                "[Content_Types].xml",
                text -> text.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));

        assertFault(SheetReader.file("plant.xlsx", macros), "plant.xlsx", "a workbook with macros");
    }

    @Test
    void workbookThatNamesOutsideEntitiesIsRefused() throws IOException {
        byte[] hostile = changed(
                "xl/worksheets/sheet1.xml",
                text -> text.replaceFirst(
                        "(<[?]xml[^>]*>)?",
                        "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"));

        SheetsRead read = SheetReader.file("plant.xlsx", hostile);

        assertThat(read.sheets()).isEmpty();
        assertThat(read.faults()).extracting(Fault::field).containsExactly("plant.xlsx");
    }

    @Test
    void workbookWithBillionLaughsIsRefused() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        byte[] hostile = changed("xl/sharedStrings.xml", text -> laughs + "]><sst><si><t>&a9;</t></si></sst>");

        SheetsRead read = SheetReader.file("plant.xlsx", hostile);

        assertThat(read.sheets()).isEmpty();
        assertThat(read.faults()).isNotEmpty();
    }

    @Test
    void workbookThatUnpacksWithoutEndIsRefused() throws IOException {
        assertFault(
                SheetReader.file("plant.xlsx", bomb("xl/worksheets/sheet1.xml", 60)),
                "plant.xlsx",
                "more than is read");
        assertFault(
                SheetReader.file("plant.xlsx", bomb("xl/worksheets/sheet1.xml", 20)),
                "plant.xlsx",
                "more than is read");
    }

    @Test
    void rowNumbersAreTheWorksheetsOwn() {
        SheetsRead read = SheetReader.file("plant.xlsx", Workbooks.written(workbook -> {
            XSSFSheet sheet = workbook.createSheet("stock");
            sheet.createRow(2).createCell(0).setCellValue("item");
            sheet.createRow(6).createCell(0).setCellValue("BAR");
        }));

        assertThat(read.sheets().getFirst().headerRow()).isEqualTo(3);
        assertThat(read.sheets().getFirst().rows())
                .extracting(Sheet.Row::number)
                .containsExactly(7);
    }

    private static SheetsRead csv(String text) {
        return SheetReader.file("stock.csv", bytes(text));
    }

    private static SheetsRead workbook(Consumer<XSSFSheet> filling) {
        return SheetReader.file("plant.xlsx", stock(filling));
    }

    private static byte[] stock(Consumer<XSSFSheet> filling) {
        return Workbooks.written((XSSFWorkbook workbook) -> {
            XSSFSheet sheet = workbook.createSheet("stock");
            sheet.createRow(0).createCell(0).setCellValue("item");
            filling.accept(sheet);
        });
    }

    /** A sound workbook with one of its parts written over. */
    private static byte[] changed(String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> seen = new ArrayList<>();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(stock(sheet -> {})));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                seen.add(entry.getName());
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(bytes(entry.getName().equals(part) ? change.apply(text) : text));
            }
        }
        assertThat(seen).contains(part);
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bomb(String name, int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertFault(SheetsRead read, String field, String found) {
        assertThat(read.faults()).isNotEmpty();
        Fault fault = read.faults().getFirst();
        assertThat(fault.field()).as(fault.toString()).isEqualTo(field);
        assertThat(fault.found()).contains(found);
        assertThat(fault.wanted()).isNotBlank();
        assertThat(fault.cure()).isNotBlank();
    }
}
