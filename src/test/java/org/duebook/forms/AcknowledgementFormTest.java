package org.duebook.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.duebook.catalog.Specification;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.ShipTo;
import org.duebook.documents.Form;
import org.duebook.documents.PdfForm;
import org.duebook.documents.WordForm;
import org.duebook.orders.Channel;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.OrderType;
import org.duebook.orders.Release;
import org.duebook.orders.Resolution;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Language;
import org.duebook.shared.Money;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcknowledgementFormTest {

    private static final OrderNumber ORDER = new OrderNumber("SO-1001");
    private static final LocalDate ORDERED = LocalDate.of(2026, 1, 5);
    private static final Instant NOW = Instant.parse("2026-01-07T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void letterOfThreeHundredLinesTellsTheCustomerWhatWasTaken(Language language) throws IOException {
        Form form = form(300, language);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        ByteArrayOutputStream word = new ByteArrayOutputStream();

        PdfForm.write(form, pdf);
        WordForm.write(form, word);

        boolean english = language == Language.ENGLISH;
        try (PrintedPdf printed = new PrintedPdf(pdf.toByteArray())) {
            printed.draw("acknowledgement-" + language.code(), 2);
            assertThat(flat(printed.page(1)))
                    .contains(
                            english ? "OrderacknowledgementSO-1001" : "订单确认书SO-1001",
                            english ? "Yourreference:PO4500017" : "贵司订单号：PO4500017",
                            "苏州精密泵业有限公司",
                            english ? "Tolerances:h6,acceptedbyus" : "公差：h6（我司已确认）",
                            english ? "20Jan2026" : "2026-01-20",
                            "12.50CNY");
            assertThat(flat(printed.page(2))).contains(english ? "Unitprice" : "单价", english ? "Page2of" : "第2页");
            assertThat(flat(printed.text()))
                    .contains(
                            "375,000.00CNY",
                            english ? "tobeconfirmed" : "待确认",
                            english ? "30daysafterthedateofinvoice" : "开票后30天",
                            english ? "CNY112,500.00(30%oftheorderamount),received" : "¥112,500.00（订单金额的30%），已收",
                            english ? "thedaythegoodsreachyou" : "货物送达之日")
                    .doesNotContain("DP-010", "secret", "priority");
        }
        Files.write(Path.of("target/forms/acknowledgement-" + language.code() + ".docx"), word.toByteArray());
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word.toByteArray()))) {
            XWPFTable lines = read.getTables().get(1);
            assertThat(lines.getNumberOfRows()).isEqualTo(302);
            assertThat(lines.getRow(0).isRepeatHeader()).isTrue();
        }
    }

    @Test
    void everyDatedPartOfABlanketLineHasItsPromise() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();

        PdfForm.write(form(1, Language.ENGLISH), pdf);

        try (PrintedPdf printed = new PrintedPdf(pdf.toByteArray())) {
            printed.draw("acknowledgement-short", 1);
            assertThat(printed.pages()).isEqualTo(1);
            assertThat(flat(printed.text())).contains("20Jan2026:60", "27Jan2026:40", "21Jan2026", "28Jan2026");
        }
    }

    private static Form form(int lines, Language language) {
        Map<OrderLineId, Map<Integer, LocalDate>> promised = new HashMap<>();
        promised.put(new OrderLineId(ORDER, 1), Map.of(1, LocalDate.of(2026, 1, 21), 2, LocalDate.of(2026, 1, 28)));
        Customer customer = new Customer(
                new CustomerNumber("K-1001"),
                "苏州精密泵业有限公司",
                "CN",
                CustomerStatus.ACTIVE,
                "secret-class",
                Money.of("1000", "CNY"),
                30,
                "purchasing@suzhou-pumps.example",
                List.of(new ShipTo("MAIN", "二号仓库", "苏州工业园区星湖街 1 号", "CN", 2)));
        Issue issue = new Issue("Alder", LocalDateTime.of(2026, 1, 7, 9, 5), new Actor("seller"), language);
        return new AcknowledgementForm(issue, order(lines), customer, promised).form(List.of(deposit()));
    }

    private static OrderHold deposit() {
        return new OrderHold(
                1,
                OrderHold.Kind.DEPOSIT,
                "",
                Money.of("112500", "CNY"),
                new BigDecimal("30"),
                "DP-010",
                "secret reason",
                NOW,
                NOW,
                new OrderHold.Resolved(Resolution.GRANTED, new Actor("finance"), NOW, "secret comment"));
    }

    private static CustomerOrder order(int lines) {
        return new CustomerOrder(
                ORDER,
                new CustomerNumber("K-1001"),
                "MAIN",
                OrderType.SPECIAL,
                Channel.EMAIL,
                1,
                ORDERED,
                "seller",
                "East",
                "PO 4500017",
                DeliveryTerm.DELIVERED,
                Currency.getInstance("CNY"),
                null,
                BigDecimal.ZERO,
                OrderStatus.ACCEPTED,
                NOW,
                3,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(AcknowledgementFormTest::line)
                        .toList());
    }

    private static OrderLine line(int number) {
        LocalDate requested = LocalDate.of(2026, 1, 20);
        Quantity all = Quantity.of(100, Unit.PIECES);
        return new OrderLine(
                new OrderLineId(ORDER, number),
                new ItemNumber("P-" + (20_000 + number)),
                number % 2 == 0 ? "Pump bush" : "水泵轴套",
                number % 2 == 0 ? "Turned, grooved and coated" : "车削后镀锌，带油槽",
                new Specification("TS-1", "Ø25 × 140 mm", "h6", "1.4404", "", "ISO 9001", "", "10 per box", "", ""),
                all,
                Money.of("12.50", "CNY"),
                requested,
                number == 1
                        ? List.of(
                                new Release(requested, Quantity.of(60, Unit.PIECES)),
                                new Release(requested.plusWeeks(1), Quantity.of(40, Unit.PIECES)))
                        : List.of(new Release(requested, all)),
                true);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s", "");
    }
}
