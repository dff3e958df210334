package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.documents.PdfForm;
import org.duebook.documents.WordForm;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceFormTest {

    private static final BalanceFilter LATE_OF_ONE = new BalanceFilter(
            new CustomerNumber("K-1001"), null, LocalDate.of(2026, 1, 1), null, null, true, false, null);

    @ParameterizedTest
    @EnumSource(Language.class)
    void threeHundredLinesPrintOnNumberedPagesWithTheHeaderRepeated(Language language) throws IOException {
        byte[] bytes = pdf(SampleLines.of(300), BalanceFilter.PENDING, language);

        try (PrintedPdf printed = new PrintedPdf(bytes)) {
            printed.draw("balance-sheet-" + language.code(), 2);
            boolean english = language == Language.ENGLISH;
            assertThat(printed.pages()).isBetween(8, 40);
            for (int page = 1; page < printed.pages(); page++) {
                assertThat(flat(printed.page(page)))
                        .contains(
                                english
                                        ? "Page" + page + "of" + printed.pages()
                                        : "第" + page + "页，共" + printed.pages() + "页",
                                english ? "Order/line" : "订单号/行号");
            }
            assertThat(flat(printed.page(1)))
                    .contains(
                            english ? "Orderbalancesheet" : "订单余额表（未交订单明细）",
                            english ? "Plant:Alder" : "工厂：Alder",
                            english ? "Issued:7Jan202609:05" : "制表时间：2026-01-0709:05",
                            english ? "linesnotfullydelivered" : "未交清的订单行",
                            "水泵轴套",
                            "FerroWłóknoS.A.");
            assertThat(flat(printed.page(printed.pages())))
                    .contains(english ? "Prepared" : "编制", english ? "Reviewed" : "审核", english ? "Approved" : "批准");
            assertThat(printed.embeddedFonts()).contains("LiberationSans", "DroidSansFallback");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordDocumentHasTheSameTableWithARepeatedHeaderAndAChineseFontNamed(Language language) throws IOException {
        byte[] bytes = word(SampleLines.of(300), language);

        keep("balance-sheet-" + language.code() + ".docx", bytes);
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            XWPFTable grid = read.getTables().stream()
                    .filter(table -> table.getNumberOfRows() == 301)
                    .findFirst()
                    .orElseThrow();
            assertThat(grid.getRow(0).isRepeatHeader()).isTrue();
            assertThat(grid.getRow(0).getCell(1).getText())
                    .isEqualTo(language == Language.ENGLISH ? "Customer" : "客户名称");
            assertThat(grid.getRow(2).getCell(1).getText()).contains("苏州精密泵业有限公司");
            assertThat(read.getDocument().xmlText()).contains("w:eastAsia=\"Microsoft YaHei\"");
            String footer = read.getFooterList().getFirst()._getHdrFtr().xmlText();
            assertThat(footer).contains("w:instr=\"PAGE\"", "w:instr=\"NUMPAGES\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, No lines", "CHINESE, 无记录"})
    void emptySheetSaysSoAndWhatWasAskedFor(Language language, String words) throws IOException {
        try (PrintedPdf printed = new PrintedPdf(pdf(List.of(), LATE_OF_ONE, language))) {
            assertThat(printed.pages()).isEqualTo(1);
            assertThat(printed.text()).contains(words, "K-1001", language == Language.ENGLISH ? "late only" : "仅逾期");
        }
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word(List.of(), language)))) {
            assertThat(read.getTables().get(1).getRow(1).getCell(0).getText()).contains(words);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script> & Sons",
                "=HYPERLINK(\"http://x\",\"y\")",
                "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"",
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "شركة المضخات",
                "Pumps 😀 GmbH",
                "]]> ' \" </style> {0} {1} \\ \u0000\u0007"
            })
    void whateverACustomerIsCalledPrintsAsText(String name) throws IOException {
        List<OrderBalance> rows = List.of(SampleLines.named(name));

        try (PrintedPdf printed = new PrintedPdf(pdf(rows, BalanceFilter.PENDING, Language.ENGLISH))) {
            assertThat(printed.pages()).isEqualTo(1);
            assertThat(printed.text()).contains("SO-1001/2", "Prepared");
            if (name.chars().allMatch(letter -> letter > 31 && letter < 256)) {
                assertThat(flat(printed.text())).contains(flat(name));
            }
        }
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word(rows, Language.ENGLISH)))) {
            assertThat(read.getDocument().xmlText()).doesNotContain("instrText", "fldSimple", "hyperlink");
            assertThat(read.getTables().get(1).getRow(1).getCell(1).getText())
                    .startsWith(name.replace("\u0000", "").replace("\u0007", ""));
        }
    }

    @Test
    void noTextOfALongWordRunsOutOfItsColumn() throws IOException {
        List<OrderBalance> rows = List.of(SampleLines.named("W".repeat(300)));

        try (PrintedPdf printed = new PrintedPdf(pdf(rows, BalanceFilter.PENDING, Language.CHINESE))) {
            printed.draw("balance-sheet-long", 1);

            assertThat(flat(printed.text())
                            .chars()
                            .filter(letter -> letter == 'W')
                            .count())
                    .isGreaterThanOrEqualTo(300);
        }
    }

    private static byte[] pdf(List<OrderBalance> rows, BalanceFilter filter, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfForm.write(new BalanceForm(issue(language), filter).of(rows), bytes);
        return bytes.toByteArray();
    }

    private static byte[] word(List<OrderBalance> rows, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WordForm.write(new BalanceForm(issue(language), BalanceFilter.PENDING).of(rows), bytes);
        return bytes.toByteArray();
    }

    private static Issue issue(Language language) {
        return new Issue("Alder", LocalDateTime.of(2026, 1, 7, 9, 5), new Actor("planner"), language);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        Files.createDirectories(Path.of("target/forms"));
        Files.write(Path.of("target/forms", name), bytes);
    }
}
