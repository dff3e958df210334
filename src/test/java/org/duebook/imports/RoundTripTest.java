package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.LotSize;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderHold;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.orders.Resolution;
import org.duebook.plant.Downtime;
import org.duebook.plant.Overtime;
import org.duebook.plant.Plant;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;
import org.duebook.shared.TimeWindow;
import org.duebook.shared.Unit;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is exported and imported into an empty home is the same plant: its export is equal byte for byte. */
@DatabaseTest
@Import(ImportsTestConfiguration.class)
class RoundTripTest {

    private static final Actor CLERK = new Actor("clerk");

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private Plant plant;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Orders orders;

    @Autowired
    private Promising promising;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void emptyPlant() {
        ImportsTestConfiguration.emptyPlant(jdbc);
    }

    @AfterEach
    void leaveAnEmptyPlant() {
        ImportsTestConfiguration.emptyPlant(jdbc);
        clock.set(TestClock.START);
    }

    @Test
    void demoPlantWithOrdersInEveryStateComesBackAsItWas() throws IOException {
        clock.set(Instant.parse("2026-03-11T08:00:00Z"));
        imports.run(Path.of("data"), ImportOptions.allOrNothing().shiftedTo(LocalDate.of(2026, 3, 11)), Actor.SYSTEM);
        lifeGoesOn();
        Map<String, String> before = csv();
        Map<OrderLineId, List<BigDecimal>> delivered = delivered();
        assertThat(all().stream().map(CustomerOrder::status)).contains(OrderStatus.values());

        importIntoAnEmptyHome("plant.zip", export(Exports.Form.CSV));

        assertThat(csv()).isEqualTo(before);
        assertThat(delivered()).isEqualTo(delivered);

        importIntoAnEmptyHome("plant.xlsx", export(Exports.Form.WORKBOOK));

        assertThat(csv()).isEqualTo(before);
    }

    @Test
    void paintMakersPlantComesBackAsItWas() throws IOException {
        ImportReport first =
                imports.run(Path.of("src/test/resources/process-plant"), ImportOptions.allOrNothing(), Actor.SYSTEM);
        assertThat(first.faults()).isEmpty();
        Map<String, String> before = csv();

        importIntoAnEmptyHome("plant.xlsx", export(Exports.Form.WORKBOOK));

        assertThat(csv()).isEqualTo(before);
    }

    @Test
    void exportSentToItsOwnHomeChangesNothing() throws IOException {
        imports.run("small.zip", SmallSheets.all().zip(), ImportOptions.allOrNothing(), Actor.SYSTEM);
        Map<String, String> before = csv();

        ImportReport report =
                imports.run("plant.xlsx", export(Exports.Form.WORKBOOK), ImportOptions.allOrNothing(), Actor.SYSTEM);

        assertThat(report.faults()).isEmpty();
        assertThat(report.sheets())
                .allSatisfy(sheet -> assertThat(sheet.created() + sheet.changed())
                        .as(sheet.sheet())
                        .isZero());
        assertThat(csv()).isEqualTo(before);
    }

    @Test
    void lotSizesComeBackAsTheyWere() throws IOException {
        imports.run("small.zip", SmallSheets.all().zip(), ImportOptions.allOrNothing(), Actor.SYSTEM);
        ItemNumber shaft = new ItemNumber("SHAFT");
        LotSize size = new LotSize(pieces("20"), pieces("2.5"), pieces("100"));
        SmallPlant.makeInLots(catalog, shaft, size);
        Map<String, String> before = csv();

        importIntoAnEmptyHome("plant.xlsx", export(Exports.Form.WORKBOOK));

        assertThat(catalog.find(shaft).orElseThrow().lotSize()).isEqualTo(size);
        assertThat(csv()).isEqualTo(before);
    }

    private static Quantity pieces(String amount) {
        return Quantity.of(new BigDecimal(amount), Unit.PIECES);
    }

    @Test
    void textsThatLookLikeFormulasStayTextsAndComeBackExactly() throws IOException {
        List<String> texts = List.of(
                "=1+1",
                "'=1+1",
                "''=1+1",
                "+49 30 1234",
                "-5 °C",
                "@home",
                "'quoted'",
                "a \"b\", c",
                "_x0041_",
                "两件\n一套");
        imports.run("small.zip", SmallSheets.all().zip(), ImportOptions.allOrNothing(), Actor.SYSTEM);
        Item item = catalog.list(null, 1).getFirst();
        for (String text : texts) {
            catalog.put(named(item, text));
            Map<String, String> before = csv();

            for (Exports.Form form : Exports.Form.values()) {
                byte[] file = export(form);
                String name = form == Exports.Form.CSV ? "plant.zip" : "plant.xlsx";
                importIntoAnEmptyHome(name, file);

                assertThat(catalog.find(item.number()).orElseThrow().name()).isEqualTo(text);
                assertThat(csv()).isEqualTo(before);
            }
            assertThat(before.getOrDefault("items", "").lines()).noneMatch(line -> line.matches("[^,]*,\"?[=+@-].*"));
        }
    }

    @Test
    void hourThatTheClockShowsTwiceIsTold() throws IOException {
        imports.run("small.zip", SmallSheets.all().zip(), ImportOptions.allOrNothing(), Actor.SYSTEM);
        TimeWindow night = new TimeWindow(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:15Z"));
        plant.putDowntime(new Downtime(new MachineCode("T-1"), night, "Clock change"));

        plant.putOvertime(new Overtime(new MachineCode("T-1"), night, "Catching up"));
        String downtime = csv().getOrDefault("downtime", "");
        importIntoAnEmptyHome("plant.zip", export(Exports.Form.CSV));

        assertThat(downtime).contains("T-1,2026-10-25 02:30+02:00,2026-10-25 02:30:15+01:00,Clock change\n");
        assertThat(plant.downtimes()).extracting(Downtime::window).contains(night);
        assertThat(plant.overtimes()).extracting(Overtime::window).contains(night);
    }

    @Test
    void overtimeAndWhatWasEnteredDuringTheDayComeBack() throws IOException {
        imports.run("small.zip", SmallSheets.all().zip(), ImportOptions.allOrNothing(), Actor.SYSTEM);
        MachineCode lathe = new MachineCode("T-1");
        TimeWindow saturday =
                new TimeWindow(Instant.parse("2026-01-10T05:00:00Z"), Instant.parse("2026-01-10T11:00:00Z"));
        TimeWindow morning =
                new TimeWindow(Instant.parse("2026-01-12T05:00:00Z"), Instant.parse("2026-01-12T07:00:00Z"));
        TimeWindow day = new TimeWindow(morning.from(), Downtime.FURTHER_NOTICE);
        plant.putOvertime(new Overtime(lathe, saturday, "Catch up"));
        plant.enter(1, new Downtime(lathe, morning, "Belt"));
        plant.enter(2, new Downtime(lathe, day, "Belt and bearing"));
        Map<String, String> before = csv();

        imports.run("plant.zip", export(Exports.Form.CSV), ImportOptions.allOrNothing(), Actor.SYSTEM);
        int downtimes = plant.downtimes().size();
        importIntoAnEmptyHome("plant.zip", export(Exports.Form.CSV));

        assertThat(before.getOrDefault("downtime", ""))
                .contains("Belt and bearing")
                .doesNotContain("Belt\n");
        assertThat(downtimes).isEqualTo(plant.downtimes().size() + 1);
        assertThat(plant.overtimes()).containsExactly(new Overtime(lathe, saturday, "Catch up"));
        assertThat(csv()).isEqualTo(before);
    }

    @Test
    void minutesAreReadAsTheyWereWritten() {
        for (long millis : new long[] {1, 7, 100, 352_200, 59_999, 60_000, 3_600_001, 99_999_999}) {
            Duration time = Duration.ofMillis(millis);

            BigDecimal written = PlantExport.minutes(time);

            assertThat(written.multiply(BigDecimal.valueOf(60_000)).longValue()).isEqualTo(millis);
        }
        assertThat(PlantExport.minutes(Duration.ofMillis(352_200))).isEqualTo("5.87");
    }

    /** A held order is granted, others are cancelled with and without a delivery, one is delivered in full. */
    private void lifeGoesOn() {
        List<CustomerOrder> accepted = in(OrderStatus.ACCEPTED);
        promising.cancelOrder(accepted.get(0).number(), "withdrawn", CLERK);
        deliver(accepted.get(1), "1");
        promising.cancelOrder(accepted.get(1).number(), "withdrawn", CLERK);
        deliver(accepted.get(2), "1");
        accepted.get(3).lines().forEach(line -> deliver(line, line.quantity()));
        List<CustomerOrder> held = in(OrderStatus.HELD);
        promising.cancelOrder(held.get(0).number(), "withdrawn", CLERK);
        for (OrderHold hold : orders.holds(held.get(1).number())) {
            promising.resolve(held.get(1).number(), hold.id(), Resolution.GRANTED, "", CLERK);
        }
    }

    private List<CustomerOrder> in(OrderStatus status) {
        return all().stream().filter(order -> order.status() == status).toList();
    }

    private void deliver(CustomerOrder order, String amount) {
        OrderLine line = order.lines().getFirst();
        deliver(line, Quantity.of(new BigDecimal(amount), line.quantity().unit()));
    }

    private void deliver(OrderLine line, Quantity quantity) {
        fulfilment.deliver(line.id(), quantity, LocalDate.of(2026, 3, 11), "by our own van", CLERK);
    }

    private List<CustomerOrder> all() {
        return orders.list(OrderFilter.ALL, null, 1000);
    }

    private Map<OrderLineId, List<BigDecimal>> delivered() {
        List<OrderLineId> lines = all().stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::id)
                .toList();
        return fulfilment.deliveries(lines).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .map(delivery -> delivery.quantity().amount())
                                .toList()));
    }

    private void importIntoAnEmptyHome(String name, byte[] file) {
        ImportsTestConfiguration.emptyPlant(jdbc);
        ImportReport report = imports.run(name, file, ImportOptions.allOrNothing(), Actor.SYSTEM);
        assertThat(report.faults()).isEmpty();
        assertThat(report.kept()).isTrue();
    }

    private byte[] export(Exports.Form form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exports.write(form, bytes);
        return bytes.toByteArray();
    }

    private Map<String, String> csv() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export(Exports.Form.CSV)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                sheets.put(entry.getName().replace(".csv", ""), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return sheets;
    }

    private static Item named(Item item, String name) {
        return new Item(
                item.number(),
                name,
                item.shortDescription(),
                item.type(),
                item.unit(),
                item.price(),
                item.cost(),
                item.leadTimeDays(),
                item.supplier(),
                item.minimumOrder(),
                item.orderMultiple(),
                item.specification());
    }
}
