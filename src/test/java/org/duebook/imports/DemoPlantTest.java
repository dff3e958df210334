package org.duebook.imports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.BillLine;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.catalog.ItemType;
import org.duebook.catalog.RoutingStep;
import org.duebook.customers.Customer;
import org.duebook.customers.CustomerStatus;
import org.duebook.customers.Customers;
import org.duebook.documents.SheetReader;
import org.duebook.documents.Workbooks;
import org.duebook.inventory.Inventory;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.OrderType;
import org.duebook.orders.Orders;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo plant that ships, as a start in the week of 9 March 2026 imports it: nine weeks after its reference Monday. */
@DatabaseTest
@Import(ImportsTestConfiguration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoPlantTest {

    private static final Path DATA = Path.of("data");
    private static final ImportOptions THAT_WEEK = ImportOptions.allOrNothing().shiftedTo(LocalDate.of(2026, 3, 11));

    @Autowired
    private Imports imports;

    @Autowired
    private Plant plant;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Customers customers;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private ImportReport first = new ImportReport(false, List.of(), List.of());

    @BeforeAll
    void importOnce() throws IOException {
        ImportsTestConfiguration.emptyPlant(jdbc);
        clock.set(Instant.parse("2026-03-11T08:00:00Z"));
        first = imports.run(DATA, THAT_WEEK, Actor.SYSTEM);
    }

    @AfterAll
    void leaveAnEmptyPlant() {
        ImportsTestConfiguration.emptyPlant(jdbc);
        clock.set(TestClock.START);
    }

    @Test
    void demoPlantHasNoFault() {
        assertThat(first.faults()).isEmpty();
        assertThat(first.kept()).isTrue();
        assertThat(first.sheets())
                .allSatisfy(sheet -> assertThat(sheet.created()).isPositive());
    }

    @Test
    void demoPlantIsAsLargeAsItClaims() {
        Map<ItemType, Long> items = items().stream().collect(groupingBy(Item::type, counting()));
        assertThat(items.get(ItemType.FINISHED)).isGreaterThanOrEqualTo(40);
        assertThat(items.get(ItemType.COMPONENT)).isGreaterThanOrEqualTo(60);
        assertThat(inventory.receipts()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(plant.machines()).hasSize(14);
        assertThat(plant.machines().stream().map(Machine::workCentre).distinct())
                .hasSize(6);
        assertThat(plant.calendars())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.holidays()).isNotEmpty());
        assertThat(count("downtime")).isPositive();
        assertThat(customers.list(null, 100)).hasSize(30);
        assertThat(all().stream().mapToInt(order -> order.lines().size()).sum()).isBetween(290, 310);
    }

    @Test
    void finishedItemsHavePriceCostAndSpecification() {
        assertThat(items()).filteredOn(item -> item.type() == ItemType.FINISHED).allSatisfy(item -> {
            assertThat(item.price()).as(item.number().value()).isGreaterThan(item.cost());
            assertThat(item.specification().sheet()).isNotBlank();
            assertThat(item.specification().dimensions()).isNotBlank();
            assertThat(item.specification().tolerances()).isNotBlank();
        });
    }

    @Test
    void componentsAreStockedAndBoughtWithALeadTime() {
        assertThat(items())
                .filteredOn(item -> item.type() == ItemType.COMPONENT)
                .allSatisfy(item -> {
                    assertThat(inventory.stock(item.number()))
                            .as(item.number().value())
                            .isPresent();
                    assertThat(item.supplier()).as(item.number().value()).isNotBlank();
                    assertThat(item.leadTimeDays()).as(item.number().value()).isPositive();
                });
    }

    @Test
    void billsGoThreeLevelsDownAndRoutingsHaveThreeToSevenOperations() {
        List<ItemNumber> made = items().stream()
                .filter(item -> item.type() != ItemType.COMPONENT)
                .map(Item::number)
                .toList();
        Map<ItemNumber, List<BillLine>> bills = catalog.billsOf(made);
        Map<ItemNumber, List<RoutingStep>> routings = catalog.routingsOf(made);

        assertThat(made).anySatisfy(item -> assertThat(levels(item, bills)).isGreaterThanOrEqualTo(3));
        assertThat(routings)
                .hasSize(made.size())
                .allSatisfy((item, steps) -> assertThat(steps).as(item.value()).hasSizeBetween(3, 7));
        List<RoutingStep> steps =
                routings.values().stream().flatMap(List::stream).toList();
        assertThat(steps).anySatisfy(step -> assertThat(step.outside()).isNotNull());
        assertThat(steps).anySatisfy(step -> assertThat(step.alternates()).hasSizeGreaterThan(1));
    }

    @Test
    void changeoversMatterInThreeWorkCentres() {
        assertThat(plant.workCentres())
                .filteredOn(centre -> plant.changeovers(centre.code()).stream()
                        .anyMatch(each -> each.time().toMinutes() >= 30))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void customersAreOldNewAndBlocked() {
        assertThat(customers.list(null, 100).stream().map(Customer::status))
                .contains(CustomerStatus.ACTIVE, CustomerStatus.NEW, CustomerStatus.BLOCKED);
        assertThat(count("open_invoice")).isGreaterThanOrEqualTo(30);
    }

    @Test
    void ordersAreOfEveryTypeAndRulesTakeHoldAndRejectThem() {
        Map<OrderStatus, Long> statuses = all().stream().collect(groupingBy(CustomerOrder::status, counting()));

        assertThat(all().stream().map(CustomerOrder::type).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(OrderType.values()));
        assertThat(statuses.get(OrderStatus.ACCEPTED)).isGreaterThan(100);
        assertThat(statuses.get(OrderStatus.PARTLY_DELIVERED)).isGreaterThanOrEqualTo(10);
        assertThat(statuses.get(OrderStatus.HELD)).isGreaterThanOrEqualTo(10);
        assertThat(statuses.get(OrderStatus.REJECTED)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void datesMoveByWholeWeeks() {
        CustomerOrder order = orders.find(new OrderNumber("SO-25-1001")).orElseThrow();

        assertThat(order.orderDate()).isEqualTo(LocalDate.of(2025, 11, 13).plusWeeks(9));
        assertThat(order.lines())
                .extracting(OrderLine::requested)
                .containsExactly(LocalDate.of(2026, 1, 12).plusWeeks(9));
        assertThat(jdbc.sql("select starts from downtime")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-01-14T05:00:00Z").plus(Duration.ofDays(63)));
        assertThat(plant.calendar("DAY").orElseThrow().holidays())
                .contains(LocalDate.of(2026, 1, 22).plusWeeks(9));
    }

    @Test
    void importedAgainItChangesNothing() throws IOException {
        assertUnchanged(imports.run(DATA, THAT_WEEK, Actor.SYSTEM));
    }

    @Test
    void workbookIsTheSameImport() throws IOException {
        byte[] workbook = Workbooks.of(SheetReader.folder(DATA).sheets());

        assertUnchanged(imports.run("plant.xlsx", workbook, THAT_WEEK, Actor.SYSTEM));
    }

    private void assertUnchanged(ImportReport report) {
        int before = count("order_history");

        assertThat(report.faults()).isEmpty();
        assertThat(report.sheets())
                .extracting(ImportReport.SheetCount::sheet)
                .containsExactlyElementsOf(first.sheets().stream()
                        .map(ImportReport.SheetCount::sheet)
                        .toList());
        assertThat(report.sheets()).allSatisfy(sheet -> {
            assertThat(sheet.created() + sheet.changed() + sheet.refused())
                    .as(sheet.sheet())
                    .isZero();
            assertThat(sheet.unchanged()).as(sheet.sheet()).isPositive();
        });
        assertThat(all()).hasSize(count("customer_order"));
        assertThat(count("order_history")).isEqualTo(before);
    }

    private List<Item> items() {
        return catalog.list(null, 1000);
    }

    private List<CustomerOrder> all() {
        return orders.list(OrderFilter.ALL, null, 1000);
    }

    private static int levels(ItemNumber item, Map<ItemNumber, List<BillLine>> bills) {
        return bills.getOrDefault(item, List.of()).stream()
                .mapToInt(line -> 1 + levels(line.component(), bills))
                .max()
                .orElse(0);
    }

    private int count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }
}
