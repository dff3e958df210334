package org.duebook.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.duebook.balancesheet.BalanceFilter;
import org.duebook.balancesheet.BalanceSheet;
import org.duebook.balancesheet.OrderBalance;
import org.duebook.imports.Exports;
import org.duebook.imports.ImportOptions;
import org.duebook.imports.ImportReport;
import org.duebook.imports.Imports;
import org.duebook.orders.Channel;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderType;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.production.Demand;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.promising.Promising;
import org.duebook.promising.QuoteOutcome;
import org.duebook.shared.Actor;
import org.duebook.shared.CustomerNumber;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.EveryWorkingDay;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Another plant than the demo: a maker of paint, who disperses, lets down in tanks, fills and packs. Litres become tins
 * become cases, colours follow each other from light to dark, tanks take batches, shifts run over midnight, the house
 * is in Toronto and counts in Canadian dollars.
 */
@DatabaseTest
@Import(ProcessPlantTest.Modules.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessPlantTest {

    private static final Path SHEETS = Path.of("src/test/resources/process-plant");
    private static final Actor PLANNER = new Actor("planner");
    private static final Unit CASES = new Unit("case");
    private static final Unit TINS = new Unit("tin");
    private static final Unit LITRES = new Unit("l");

    @ComponentScan(
            basePackages = {
                "org.duebook.customers",
                "org.duebook.catalog",
                "org.duebook.plant",
                "org.duebook.inventory",
                "org.duebook.policy",
                "org.duebook.orders",
                "org.duebook.production",
                "org.duebook.planning",
                "org.duebook.promising",
                "org.duebook.fulfilment",
                "org.duebook.balancesheet",
                "org.duebook.imports"
            },
            excludeFilters = @ComponentScan.Filter(TestConfiguration.class))
    static class Modules {

        @Bean
        SchedulerClient jobs(DataSource database) {
            return SchedulerClient.Builder.create(database).build();
        }
    }

    /** The rules that ship, with their amounts in Canadian dollars: those count in the currency of the house. */
    @DynamicPropertySource
    static void rulesInDollars(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Path.of("target/rules-of-process-plant");
        FileSystemUtils.deleteRecursively(folder);
        FileSystemUtils.copyRecursively(Path.of("rules"), folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replaceAll("\\bEUR\\b", "CAD"));
            }
        }
        EveryWorkingDay.in(folder);
        properties.add("duebook.rules.folder", folder::toString);
    }

    @Autowired
    private Imports imports;

    @Autowired
    private Exports exports;

    @Autowired
    private PlanMaker maker;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Planning planning;

    @Autowired
    private Production production;

    @Autowired
    private Promising promising;

    @Autowired
    private Orders orders;

    @Autowired
    private BalanceSheet balanceSheet;

    @Autowired
    private Plant plant;

    @Autowired
    private TestClock clock;

    private ImportReport report = new ImportReport(false, List.of(), List.of());
    private Map<String, String> exported = Map.of();

    @BeforeAll
    void importAndPlan() throws IOException {
        clock.set(TestClock.START);
        report = imports.run(SHEETS, ImportOptions.allOrNothing(), PLANNER);
        exported = export();
        PlanMaker.Made made = maker.make(Duration.ofSeconds(1), List.of(), progress -> {}, () -> false);
        schedules.insert(made.schedule(), made.detail());
        // Publishing asks the independent checker, and refuses what cannot be carried out.
        assertThat(planning.publish(made.schedule().id(), PLANNER)).isInstanceOf(PublishOutcome.Published.class);
    }

    @Test
    void plantIsImportedWithoutAFault() {
        assertThat(report.faults()).isEmpty();
        assertThat(report.kept()).isTrue();
        assertThat(plant.profile().zone()).isEqualTo(ZoneId.of("America/Toronto"));
        assertThat(plant.profile().currency()).isEqualTo(Currency.getInstance("CAD"));
        List<CustomerOrder> all = orders.list(OrderFilter.ALL, null, 100);
        assertThat(all).hasSize(46);
        assertThat(all)
                .filteredOn(order -> !order.status().isOpen())
                .extracting(order -> orders.history(order.number()).getLast().text())
                .isEmpty();
    }

    @Test
    void publishedPlanIsFeasibleAndWorksOverMidnight() {
        Schedule schedule = planning.published().orElseThrow();
        ZoneId toronto = plant.profile().zone();

        assertThat(schedule.operations().size()).isGreaterThan(200);
        assertThat(schedule.operations()).anySatisfy(each -> {
            LocalTime start = LocalTime.ofInstant(each.placed().start(), toronto);
            LocalTime end = LocalTime.ofInstant(each.placed().end(), toronto);
            assertThat(start).isAfter(LocalTime.of(22, 0));
            assertThat(end).isBefore(LocalTime.of(6, 0)).isAfter(LocalTime.MIDNIGHT);
        });
    }

    @ParameterizedTest
    @CsvSource({"10, 110", "200, 110", "201, 220", "450, 330"})
    void casesTakeAsManyBatchesAsTheirLitresFill(long cases, long minutesDispersed) {
        Demand demand = new Demand(
                new OrderLineId(new OrderNumber("LT-1"), 1),
                1,
                new ItemNumber("CASE-W-BLUE-2.5"),
                Quantity.of(cases, CASES),
                clock.instant(),
                5);

        List<ProductionOrder> made = production
                .propose(demand, item -> Quantity.zero(item.value().startsWith("BULK") ? LITRES : TINS))
                .productionOrders();

        assertThat(made)
                .filteredOn(order -> order.quantity().unit().equals(LITRES))
                .singleElement()
                .satisfies(bulk -> {
                    assertThat(bulk.quantity()).isEqualTo(Quantity.of(10 * cases, LITRES));
                    assertThat(bulk.operations().getFirst().machines())
                            .isNotEmpty()
                            .allSatisfy(able -> assertThat(able.time()).hasMinutes(minutesDispersed));
                });
    }

    @Test
    void orderInCasesIsQuotedThroughTinsAndLitres() {
        OrderDraft draft = new OrderDraft(
                null,
                new CustomerNumber("C-140"),
                "",
                OrderType.STANDARD,
                Channel.PHONE,
                5,
                null,
                "",
                "",
                "",
                DeliveryTerm.EX_WORKS,
                Currency.getInstance("CAD"),
                null,
                BigDecimal.ZERO,
                List.of(new OrderDraft.Line(
                        1,
                        new ItemNumber("CASE-W-BLUE-2.5"),
                        Quantity.of(250, CASES),
                        null,
                        LocalDate.of(2026, 2, 27),
                        List.of(),
                        null,
                        true)));

        QuoteOutcome outcome = promising.quote(draft, PLANNER);

        assertThat(outcome).isInstanceOf(QuoteOutcome.Quoted.class);
        assertThat(((QuoteOutcome.Quoted) outcome).quote().date()).isAfter(LocalDate.of(2026, 1, 7));
    }

    @Test
    void balanceSheetCountsCases() {
        List<OrderBalance> rows = balanceSheet.rows(BalanceFilter.PENDING);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(60).allSatisfy(row -> {
            assertThat(row.ordered().unit()).isEqualTo(CASES);
            assertThat(row.balance()).isEqualTo(row.ordered().minus(row.delivered()));
        });
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.line()).hasToString("LT-5002/1");
            assertThat(row.delivered()).isEqualTo(Quantity.of(5, CASES));
        });
        assertThat(rows)
                .filteredOn(row -> !row.isHeld())
                .allSatisfy(row ->
                        assertThat(row.promised()).as(row.line().toString()).isNotNull());
    }

    @Test
    void exportSaysWhatTheSheetsSaid() {
        assertThat(exported)
                .extractingByKey("plant.csv", InstanceOfAssertFactories.STRING)
                .contains("Larch & Tide Coatings,America/Toronto,CAD");
        assertThat(exported)
                .extractingByKey("calendars.csv", InstanceOfAssertFactories.STRING)
                .contains("ROUND,MON-FRI,22:00,06:00,Three shifts");
        assertThat(exported)
                .extractingByKey("routings.csv", InstanceOfAssertFactories.STRING)
                .contains("BULK-W-BLUE,10,Disperse,DISP,W-BLUE,,110,2000,20,,");
        assertThat(exported)
                .extractingByKey("bills-of-material.csv", InstanceOfAssertFactories.STRING)
                .contains("TIN-W-BLUE-2.5,BULK-W-BLUE,2.5,10");
    }

    private Map<String, String> export() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exports.write(Exports.Form.CSV, bytes);
        Map<String, String> sheets = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                sheets.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return sheets;
    }
}
