package org.duebook.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.Orders;
import org.duebook.shared.Actor;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What users get wrong in a sheet is said at its sheet, row and column, and nothing of it is half kept. */
@DatabaseTest
@Import(ImportsTestConfiguration.class)
class BrokenSheetsTest {

    @Autowired
    private Imports imports;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyPlant() {
        ImportsTestConfiguration.emptyPlant(jdbc);
    }

    /** One break and where it must be told: field, part of what was found, part of what is wanted or the cure. */
    record Break(String name, UnaryOperator<SmallSheets> made, String field, String found, String advice) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Break cell(
            String name, String sheet, String old, String now, String field, String found, String advice) {
        return new Break(name, sheets -> sheets.with(sheet, now, old), field, found, advice);
    }

    private static Break row(String name, String sheet, String row, String field, String found, String advice) {
        return new Break(name, sheets -> sheets.withRow(sheet, row), field, found, advice);
    }

    private static Break missing(String name, String sheet, String field, String found, String advice) {
        return new Break(name, sheets -> sheets.without(sheet), field, found, advice);
    }

    static Stream<Break> breaks() {
        return Stream.of(headings(), cells(), keys(), references(), plant(), products(), orderBook())
                .flatMap(List::stream);
    }

    private static List<Break> headings() {
        return List.of(
                cell("misspelt column", "items", "price,", "prise,", "items!1.prise", "prise", "did you mean price?"),
                cell(
                        "unknown column",
                        "stock",
                        "unit\n",
                        "unit,shelf\n",
                        "stock!1.shelf",
                        "shelf",
                        "remove the column"),
                cell(
                        "missing column",
                        "stock",
                        "item,quantity,unit\nBAR,40,m",
                        "item,quantity\nBAR,40",
                        "stock!1.unit",
                        "no such column",
                        "the column unit"),
                cell("heading twice", "stock", "unit\n", "unit,item\n", "stock!1.item", "twice", "each column once"),
                cell(
                        "column without a name",
                        "stock",
                        "item,quantity,unit",
                        "item,,quantity,unit",
                        "stock!1.2",
                        "a column without a name",
                        "a name over every column"),
                row("unknown sheet", "stok", "item\nBAR", "stok", "a sheet of that name", "one of plant, calendars"));
    }

    private static List<Break> cells() {
        return List.of(
                cell(
                        "lot minimum above the maximum",
                        "items",
                        "lead_time_days\nSHAFT,Coated shaft,finished,pcs,50.00,20.00,EUR,",
                        "lead_time_days,lot_minimum,lot_maximum\nSHAFT,Coated shaft,finished,pcs,50.00,20.00,EUR,,50,40",
                        "items!2.lot_minimum",
                        "50",
                        "at most 40, the lot_maximum"),
                cell("number in words", "items", "20.00", "twenty", "items!2.cost", "twenty", "a number such as 12.5"),
                cell("decimal comma", "items", "20.00", "\"20,00\"", "items!2.cost", "20,00", "with a point"),
                cell("negative amount", "items", "20.00", "-20.00", "items!2.cost", "-20.00", "0 or more"),
                cell("required cell empty", "items", "Coated shaft", "", "items!2.name", "nothing", "fill the cell"),
                cell("unknown kind", "items", "finished", "finnished", "items!2.type", "finnished", "finished, semi"),
                cell(
                        "unknown unit",
                        "items",
                        ",m,",
                        ",Metres long,",
                        "items!4.unit",
                        "Metres long",
                        "lower-case letters"),
                cell("unknown currency", "items", "20.00,EUR", "20.00,EURO", "items!2.currency", "EURO", "ISO 4217"),
                cell("code in lower case", "items", "BAR,", "bar,", "items!4.number", "bar", "upper-case letters"),
                cell(
                        "text too long",
                        "items",
                        "Steel bar",
                        "x".repeat(201),
                        "items!4.name",
                        "201 characters",
                        "at most 200"),
                cell(
                        "day that does not exist",
                        "receipts",
                        "2026-01-12",
                        "2026-02-30",
                        "receipts!2.expected_date",
                        "2026-02-30",
                        "a date such as"),
                cell(
                        "date the other way round",
                        "receipts",
                        "2026-01-12",
                        "12.01.2026",
                        "receipts!2.expected_date",
                        "12.01.2026",
                        "a date such as"),
                cell(
                        "year out of reason",
                        "receipts",
                        "2026-01-12",
                        "0026-01-12",
                        "receipts!2.expected_date",
                        "0026-01-12",
                        "1970 to 2999"),
                cell(
                        "country in words",
                        "customers",
                        ",DK,",
                        ",Denmark,",
                        "customers!2.country",
                        "Denmark",
                        "ISO 3166"),
                cell(
                        "whole number wanted",
                        "customers",
                        ",30",
                        ",30.5",
                        "customers!2.payment_terms_days",
                        "30.5",
                        "0 to 365"),
                cell(
                        "neither yes nor no",
                        "order-lines",
                        "yes\nSO-2",
                        "maybe\nSO-2",
                        "order-lines!2.tolerances_accepted",
                        "maybe",
                        "yes or no"));
    }

    private static List<Break> keys() {
        return List.of(
                row(
                        "item twice",
                        "items",
                        "BAR,Bar again,component,m,,2.00,EUR,10",
                        "items!5.number",
                        "BAR",
                        "each once"),
                row(
                        "receipt twice",
                        "receipts",
                        "PU-1,BAR,5,m,2026-01-13,Steel trade",
                        "receipts!3.number",
                        "PU-1",
                        "remove one"),
                row(
                        "order twice",
                        "orders",
                        "SO-1,2026-01-05,K-1,MAIN,standard,email,5,delivered,EUR",
                        "orders!4.number",
                        "SO-1",
                        "each once"),
                row(
                        "order line twice",
                        "order-lines",
                        "SO-1,1,SHAFT,5,pcs,50.00,2026-03-02,yes",
                        "order-lines!4.line",
                        "SO-1/1",
                        "each once"),
                row(
                        "delivery twice",
                        "deliveries",
                        "DN-1,SO-1,1,2026-01-05,1",
                        "deliveries!3.number",
                        "DN-1",
                        "each once"),
                row(
                        "second plant",
                        "plant",
                        "Other works,Europe/Berlin,EUR,2026-01-05",
                        "plant!3.name",
                        "the plant",
                        "each once"));
    }

    private static List<Break> references() {
        return List.of(
                cell(
                        "machine of no work centre",
                        "machines",
                        "TURN,DAY",
                        "TRUN,DAY",
                        "machines!2.work_centre",
                        "TRUN",
                        "a work centre that exists"),
                cell(
                        "machine of no calendar",
                        "machines",
                        "TURN,DAY",
                        "TURN,NIGHT",
                        "machines!2.calendar",
                        "NIGHT",
                        "a calendar that exists"),
                row("stock of no item", "stock", "ROD,1,m", "stock!3.item", "ROD", "an item that exists"),
                row(
                        "component that does not exist",
                        "bills-of-material",
                        "CORE,ROD,1,",
                        "bills-of-material!4.component",
                        "ROD",
                        "an item that exists"),
                row(
                        "ship-to of no customer",
                        "ship-tos",
                        "K-9,MAIN,Works,Street 1,DK,2",
                        "ship-tos!3.customer",
                        "K-9",
                        "send the customer"),
                row(
                        "invoice of no customer",
                        "open-invoices",
                        "INV-2,K-9,5.00,2026-01-20",
                        "open-invoices!3.customer",
                        "K-9",
                        "a customer that exists"),
                missing(
                        "customer without a ship-to",
                        "ship-tos",
                        "customers!2.number",
                        "K-1 without a ship-to",
                        "ship-tos"),
                row(
                        "line of no order",
                        "order-lines",
                        "SO-9,1,SHAFT,5,pcs,50.00,2026-03-02,yes",
                        "order-lines!4.order",
                        "SO-9",
                        "send the whole order"),
                row(
                        "release of no line",
                        "releases",
                        "SO-2,7,2026-03-17,1",
                        "releases!4.line",
                        "7",
                        "the lines of SO-2"),
                row(
                        "delivery of no line",
                        "deliveries",
                        "DN-2,SO-1,7,2026-01-05,1",
                        "deliveries!3.line",
                        "7",
                        "the lines of SO-1"),
                row(
                        "delivery of no order",
                        "deliveries",
                        "DN-2,SO-9,1,2026-01-05,1",
                        "deliveries!3.line",
                        "SO-9",
                        "an order line that exists"));
    }

    private static List<Break> plant() {
        return List.of(
                cell(
                        "zone that does not exist",
                        "plant",
                        "Europe/Berlin",
                        "Europe/Brelin",
                        "plant!2.zone",
                        "Europe/Brelin",
                        "a time zone such as"),
                cell(
                        "weekday that does not exist",
                        "calendars",
                        "MON-FRI",
                        "MO-FR",
                        "calendars!2.weekdays",
                        "MO-FR",
                        "MON-FRI"),
                cell(
                        "time that does not exist",
                        "calendars",
                        "14:00",
                        "25:00",
                        "calendars!2.to",
                        "25:00",
                        "a time of day"),
                cell(
                        "downtime that ends before it starts",
                        "downtime",
                        "2026-01-08 10:00",
                        "2026-01-07 10:00",
                        "downtime!2.to",
                        "2026-01-07 10:00",
                        "a time after"),
                cell(
                        "time without a day",
                        "downtime",
                        "2026-01-08 10:00",
                        "10:00",
                        "downtime!2.to",
                        "10:00",
                        "a time such as 2026-01-05 06:00"),
                row(
                        "changeover twice",
                        "changeovers",
                        "COAT,RED,BLUE,25",
                        "changeovers!4.to_state",
                        "RED to BLUE",
                        "each once"),
                cell(
                        "changeover below zero",
                        "changeovers",
                        "20",
                        "-20",
                        "changeovers!2.minutes",
                        "-20",
                        "0 to 10000"));
    }

    private static List<Break> products() {
        return List.of(
                cell("stock in another unit", "stock", "40,m", "40,kg", "stock!2.unit", "kg", "m, the unit of BAR"),
                cell("receipt of nothing", "receipts", "100,m", "0,m", "receipts!2.quantity", "0", "more than 0"),
                cell(
                        "component without a lead time",
                        "items",
                        "2.00,EUR,10",
                        "2.00,EUR,",
                        "items!4.lead_time_days",
                        "nothing",
                        "fill the cell"),
                cell(
                        "item made of itself",
                        "bills-of-material",
                        "CORE,BAR",
                        "CORE,CORE",
                        "bills-of-material!3.component",
                        "CORE",
                        "break the circle"),
                row(
                        "items made of each other",
                        "bills-of-material",
                        "CORE,SHAFT,1,",
                        "bills-of-material!2.component",
                        "CORE",
                        "not made of SHAFT"),
                cell(
                        "nothing of a component",
                        "bills-of-material",
                        "0.5",
                        "0",
                        "bills-of-material!3.quantity",
                        "0",
                        "more than 0"),
                cell(
                        "used at no operation",
                        "bills-of-material",
                        "CORE,1,10",
                        "CORE,1,15",
                        "bills-of-material!2.operation",
                        "15",
                        "[10, 20]"),
                new Break(
                        "bill of a purchased item",
                        sheets -> sheets.withRow("items", "NUT,Nut,component,pcs,,1.00,EUR,5")
                                .withRow("bills-of-material", "BAR,NUT,1,"),
                        "bills-of-material!4.parent",
                        "BAR, which is purchased",
                        "finished or semi"),
                cell(
                        "operation without a time",
                        "routings",
                        "TURN,,3",
                        "TURN,,",
                        "routings!4.run_minutes_per_piece",
                        "no time at all",
                        "how long"),
                cell(
                        "operation at no work centre",
                        "routings",
                        "TURN,,3",
                        "TRUN,,3",
                        "routings!4.work_centre",
                        "TRUN",
                        "a work centre that exists"),
                cell(
                        "operation nobody can do",
                        "routings",
                        "TURN,,3",
                        "OUT,,3",
                        "routings!4.work_centre",
                        "OUT, which has no machine",
                        "outside_days"),
                cell(
                        "vendor without days",
                        "routings",
                        "works,5",
                        "works,",
                        "routings!3.outside_days",
                        "nothing",
                        "fill the cell"),
                cell(
                        "machine of another work centre",
                        "routing-machines",
                        "T-1",
                        "C-1",
                        "routing-machines!2.machine",
                        "C-1 of COAT",
                        "a machine of TURN"),
                cell(
                        "machine that does not exist",
                        "routing-machines",
                        "T-1",
                        "T-7",
                        "routing-machines!2.machine",
                        "T-7",
                        "a machine of TURN"),
                cell(
                        "machine of no operation",
                        "routing-machines",
                        "10,T-1",
                        "30,T-1",
                        "routing-machines!2.sequence",
                        "30",
                        "[10]"),
                row(
                        "machine twice",
                        "routing-machines",
                        "CORE,10,T-1,2",
                        "routing-machines!3.machine",
                        "CORE 10 on T-1",
                        "each once"));
    }

    private static List<Break> orderBook() {
        return List.of(
                cell(
                        "order of nothing",
                        "order-lines",
                        "SHAFT,10,",
                        "SHAFT,0,",
                        "order-lines!2.quantity",
                        "0",
                        "more than 0"),
                cell(
                        "order of too much",
                        "order-lines",
                        "SHAFT,10,",
                        "SHAFT,99999999999,",
                        "order-lines!2.quantity",
                        "99999999999",
                        "check the"),
                cell(
                        "unknown order type",
                        "orders",
                        "standard",
                        "normal",
                        "orders!2.type",
                        "normal",
                        "standard, custom, rush"),
                cell(
                        "priority out of range",
                        "orders",
                        "email,5,delivered,EUR\nSO-2",
                        "email,10,delivered,EUR\nSO-2",
                        "orders!2.priority",
                        "10",
                        "1 to 9"),
                cell(
                        "currency without a rate",
                        "orders",
                        "EUR\nSO-2",
                        "XPF\nSO-2",
                        "orders!2.currency",
                        "XPF",
                        "exchange rate"),
                row(
                        "order without lines",
                        "orders",
                        "SO-3,2026-01-05,K-1,MAIN,standard,email,5,delivered,EUR",
                        "orders!4.number",
                        "SO-3 without a line",
                        "order-lines"),
                cell(
                        "releases that do not add up",
                        "releases",
                        ",8",
                        ",9",
                        "order-lines!3.quantity",
                        "21 pcs",
                        "add up to 20 pcs"),
                cell("release of nothing", "releases", ",8", ",0", "releases!3.quantity", "0", "more than 0"),
                cell(
                        "delivery of more than ordered",
                        "deliveries",
                        ",4",
                        ",11",
                        "deliveries!2.quantity",
                        "11 pcs",
                        "at most the 10 pcs"),
                cell(
                        "delivery from the future",
                        "deliveries",
                        "2026-01-05",
                        "2027-01-05",
                        "deliveries!2.date",
                        "2027-01-05",
                        "a day up to 2026-01-07"));
    }

    @Test
    void soundSheetsAreTakenAndSentAgainChangeNothing() {
        ImportReport first = run(SmallSheets.all(), ImportOptions.allOrNothing());
        ImportReport again = run(SmallSheets.all(), ImportOptions.allOrNothing());

        assertThat(first.faults()).isEmpty();
        assertThat(first.kept()).isTrue();
        assertThat(again.faults()).isEmpty();
        assertThat(again.sheets()).allSatisfy(sheet -> {
            assertThat(sheet.created() + sheet.changed() + sheet.refused())
                    .as(sheet.sheet())
                    .isZero();
            assertThat(sheet.unchanged()).as(sheet.sheet()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void breakIsToldWhereItIsAndNothingIsKept(Break broken) {
        ImportReport report = run(broken.made().apply(SmallSheets.all()), ImportOptions.allOrNothing());

        assertThat(report.kept()).isFalse();
        assertThat(report.faults()).isNotEmpty();
        Fault first = report.faults().getFirst();
        assertThat(first.field()).as(report.faults().toString()).isEqualTo(broken.field());
        assertThat(first.found()).contains(broken.found());
        assertThat(first.wanted() + "; " + first.cure()).contains(broken.advice());
        assertThat(customers.list(null, 1)).isEmpty();
        assertThat(catalog.list(null, 1)).isEmpty();
    }

    @Test
    void everyBrokenRowOfAGroupIsTold() {
        SmallSheets sheets = SmallSheets.all()
                .with("order-lines", "ten", "10")
                .with("order-lines", "", "2026-03-16")
                .with("items", "cheap", "20.00")
                .with("items", "dear", "50.00");

        ImportReport report = run(sheets, ImportOptions.allOrNothing());

        assertThat(report.faults())
                .extracting(Fault::field)
                .contains("items!2.price", "order-lines!2.quantity", "order-lines!3.requested_date");
    }

    @Test
    void everyFaultOfARowIsTold() {
        SmallSheets sheets = SmallSheets.all()
                .withRow("items", "pin,,component,Pieces,dear,cheap,EURO,soon")
                .withRow("orders", "SO-3,yesterday,K-1,MAIN,normal,letter,first,delivered,EUR")
                .withRow("order-lines", "SO-3,one,SHAFT,few,pcs,50.00,tomorrow,yes")
                .withRow("order-lines", "SO-3,2,SHAFT,5,pcs,cheap,2026-03-02,maybe");

        ImportReport report = run(sheets, ImportOptions.allOrNothing());

        assertThat(report.faults())
                .extracting(Fault::field)
                .contains(
                        "items!5.number",
                        "items!5.name",
                        "items!5.unit",
                        "items!5.price",
                        "items!5.cost",
                        "items!5.currency",
                        "items!5.lead_time_days",
                        "orders!4.order_date",
                        "orders!4.type",
                        "orders!4.channel",
                        "orders!4.priority",
                        "order-lines!4.line",
                        "order-lines!4.quantity",
                        "order-lines!4.requested_date",
                        "order-lines!5.unit_price",
                        "order-lines!5.tolerances_accepted");
        assertThat(customers.list(null, 1)).isEmpty();
    }

    @Test
    void everyFaultOfAFileIsListedAndOfVeryManyTheRestIsCounted() {
        StringBuilder stock = new StringBuilder("BAR,few,m");
        for (int row = 1; row < 6_000; row++) {
            stock.append("\nROD-").append(row).append(",few,m");
        }

        ImportReport thousand = run(
                SmallSheets.all()
                        .withRow(
                                "stock",
                                String.join(
                                        "\n",
                                        stock.toString().lines().limit(1_000).toList())),
                ImportOptions.allOrNothing());
        ImportReport many = run(SmallSheets.all().withRow("stock", stock + "\n" + stock), ImportOptions.allOrNothing());

        assertThat(thousand.faults()).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(thousand.furtherFaults()).isZero();
        assertThat(many.faults()).hasSize(10_000);
        assertThat(many.furtherFaults()).isPositive();
        assertThat(catalog.list(null, 1)).isEmpty();
    }

    @Test
    void everyMemberOfACircleIsTold() {
        ImportReport report =
                run(SmallSheets.all().withRow("bills-of-material", "CORE,SHAFT,1,"), ImportOptions.allOrNothing());

        assertThat(report.faults())
                .extracting(Fault::field)
                .startsWith("bills-of-material!2.component", "bills-of-material!4.component");
    }

    @Test
    void rowByRowKeepsTheGoodRowsAndNoHalfOrder() {
        SmallSheets sheets = SmallSheets.all()
                .with("deliveries", "11", "4")
                .withRow("stock", "ROD,1,m")
                .withRow("items", "PIN,Pin,component,pcs,,dear,EUR,5");

        ImportReport report = run(sheets, ImportOptions.rowByRow());

        assertThat(report.kept()).isTrue();
        assertThat(report.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("items!5.cost", "stock!3.item", "deliveries!2.quantity");
        assertThat(orders.list(OrderFilter.ALL, null, 10))
                .extracting(order -> order.number().value())
                .containsExactly("SO-2");
        assertThat(catalog.find(new ItemNumber("SHAFT"))).isPresent();
        assertThat(catalog.find(new ItemNumber("PIN"))).isEmpty();
        assertThat(count("production_order where order_number = 'SO-1'")).isZero();
        assertThat(count("credit_exposure where document = 'SO-1'")).isZero();
    }

    @Test
    void refusedOrderCanBeSentAgainCorrected() {
        run(SmallSheets.all().with("deliveries", "11", "4"), ImportOptions.rowByRow());

        ImportReport again = run(SmallSheets.all(), ImportOptions.rowByRow());

        assertThat(again.faults()).isEmpty();
        assertThat(orders.find(new OrderNumber("SO-1"))).isPresent();
        assertThat(count("delivery")).isOne();
    }

    @Test
    void previewCountsAndKeepsNothing() {
        ImportReport report = run(SmallSheets.all(), ImportOptions.rowByRow().asPreview());

        assertThat(report.kept()).isFalse();
        assertThat(report.faults()).isEmpty();
        assertThat(report.sheets())
                .filteredOn(sheet -> sheet.sheet().equals("orders"))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.created()).isEqualTo(2));
        assertThat(customers.list(null, 1)).isEmpty();
        assertThat(orders.list(OrderFilter.ALL, null, 1)).isEmpty();
    }

    @Test
    void orderThatComesAgainOtherThanTakenIsToldAtTheCell() {
        run(SmallSheets.all(), ImportOptions.allOrNothing());

        ImportReport again =
                run(SmallSheets.all().with("order-lines", "SHAFT,11,", "SHAFT,10,"), ImportOptions.allOrNothing());

        assertThat(again.faults()).extracting(Fault::field).containsExactly("order-lines!2.quantity");
    }

    @Test
    void changedMasterDataReplacesWhatWasThere() {
        run(SmallSheets.all(), ImportOptions.allOrNothing());

        ImportReport again = run(SmallSheets.all().with("items", "21.00", "20.00"), ImportOptions.allOrNothing());

        assertThat(again.faults()).isEmpty();
        assertThat(again.sheets())
                .filteredOn(sheet -> sheet.sheet().equals("items"))
                .containsExactly(new ImportReport.SheetCount("items", 0, 1, 2, 0));
    }

    @Test
    void shiftWithoutAReferenceMondayIsRefused() {
        ImportReport report = run(
                SmallSheets.all().without("plant"), ImportOptions.allOrNothing().shiftedTo(LocalDate.of(2026, 3, 11)));

        assertThat(report.faults()).extracting(Fault::field).containsExactly("plant");
    }

    private ImportReport run(SmallSheets sheets, ImportOptions options) {
        return imports.run("plant.zip", sheets.zip(), options, Actor.SYSTEM);
    }

    private int count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }
}
