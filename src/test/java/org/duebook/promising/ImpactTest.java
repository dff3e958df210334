package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.LATHE_1;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.SEAL;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.production.ProgressReport;
import org.duebook.shared.Actor;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Money;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.Emptying;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the small plant: Wednesday 7 January 09:00 in Berlin, five hours before the only shift of the day ends. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class ImpactTest {

    private static final Actor SELLER = new Actor("seller");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-01-07");
    private static final LocalDate THURSDAY = LocalDate.parse("2026-01-08");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-09");
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-12");

    @Autowired
    private Promising promising;

    @Autowired
    private Planning planning;

    @Autowired
    private Production production;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Plant plant;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void smallPlant() {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        Emptying.truncate(jdbc, "machine, work_centre, working_calendar, scheduled_receipt");
        SmallPlant.put(plant, catalog);
        priced(SHAFT, "10.00", "0");
        priced(BAR, "0", "2.00");
        priced(SEAL, "0", "0.50");
        SmallPlant.fillStore(inventory);
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
    }

    @Test
    void lessOfALineKeepsItsDayAndFreesItsMaterial() {
        OrderNumber order = ordered(shafts(100, WEDNESDAY));

        Impact impact = impact(order, OrderChange.Line.of(1, pieces(40)));

        assertThat(impact.words())
                .containsExactly(
                        "Line 1: 40 pcs SHAFT there on Wed 7 Jan as promised.",
                        "No promise of others is hurt.",
                        "60 pcs BAR are free in stock again.",
                        "Price: 400.00 EUR instead of 1000.00 EUR.",
                        "Material at standard cost: 120.00 EUR less.");
        assertThat(impact.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(pieces(40));
            assertThat(line.promised()).isEqualTo(WEDNESDAY);
            assertThat(line.date()).isEqualTo(WEDNESDAY);
        });
    }

    @Test
    void moreOfALineThanItsDayAllowsSaysTheDayItCanHaveAndWhatWouldBringItNearer() {
        OrderNumber order = ordered(shafts(100, WEDNESDAY));

        Impact impact = impact(order, OrderChange.Line.of(1, pieces(150)));

        assertThat(impact.words())
                .startsWith("Line 1: 150 pcs SHAFT there on Thu 8 Jan, not on Wed 7 Jan as promised.")
                .contains("Penalty owed by contract: 30.00 EUR.");
        assertThat(impact.alternatives())
                .extracting(Alternative::words)
                .containsExactly(
                        "Made in two lots: 150 pcs on Wed 7 Jan",
                        "Overtime on Coating line COATER on Wed 7 Jan 14:00–18:00 (4 h): "
                                + "there on Wed 7 Jan instead of Thu 8 Jan");
    }

    @Test
    void whatIsNotThereIsBoughtAndMovesTheDay() {
        inventory.putStock(BAR, pieces(60));
        planning.forgetWhatIsKnown();
        OrderNumber order = ordered(shafts(50, WEDNESDAY));

        Impact impact = impact(order, OrderChange.Line.of(1, pieces(100)));

        LocalDate inTenDays = LocalDate.parse("2026-01-17");
        assertThat(impact.material())
                .containsExactly(
                        new Impact.Material(BAR, MaterialPeg.Source.STOCK, "", pieces(50), pieces(60), WEDNESDAY),
                        new Impact.Material(BAR, MaterialPeg.Source.PURCHASE, "", pieces(0), pieces(40), inTenDays));
        assertThat(impact.words())
                .contains(
                        "Line 1: 100 pcs SHAFT there on Mon 19 Jan, not on Wed 7 Jan as promised.",
                        "40 pcs BAR more must be bought, there on Sat 17 Jan if ordered today.");
        assertThat(impact.costs().material()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(impact.costs().purchases()).isEqualTo(Money.of("80.00", "EUR"));
    }

    @Test
    void anEarlierDayIsGivenWhereThePlanAllowsIt() {
        OrderNumber order = ordered(shafts(100, THURSDAY));

        Impact impact = impact(order, OrderChange.Line.of(1, WEDNESDAY));

        assertThat(impact.words())
                .first()
                .isEqualTo("Line 1: 100 pcs SHAFT there on Wed 7 Jan, promised for Thu 8 Jan by now.");
        assertThat(impact.lines().getFirst().meetsWanted()).isTrue();
        assertThat(impact.material()).isEmpty();
    }

    /** A and C wait for one lathe; what leaves the other makes no room for C but by planning it anew. */
    @Test
    void aLateLineThatCouldHaveTheFreedTimeIsNamed() {
        ordered(shafts(140, WEDNESDAY));
        OrderNumber leaves = ordered(shafts(140, THURSDAY));
        OrderNumber late = ordered(shafts(60, THURSDAY));
        clock.advance(Duration.ofDays(1));

        Impact impact = impact(OrderChange.cancelled(leaves));

        assertThat(impact.nearer())
                .containsExactly(new Impact.Nearer(new OrderLineId(late, 1), THURSDAY, FRIDAY, THURSDAY));
    }

    @Test
    void cancellingLetsWhoIsLateMoveUp() {
        OrderNumber first = ordered(shafts(100, WEDNESDAY));
        OrderNumber second = ordered(shafts(100, WEDNESDAY));
        OrderNumber third = ordered(shafts(200, THURSDAY));
        clock.advance(Duration.ofDays(1));

        Impact impact = impact(OrderChange.cancelled(first));

        assertThat(impact.others())
                .containsExactly(
                        new Impact.Other(
                                new OrderLineId(second, 1), THURSDAY, FRIDAY, THURSDAY, Money.of("-20.00", "EUR")),
                        new Impact.Other(
                                new OrderLineId(third, 1), FRIDAY, MONDAY, FRIDAY, Money.of("-120.00", "EUR")));
        assertThat(impact.costs().othersPenalty()).isEqualTo(Money.of("-140.00", "EUR"));
    }

    @Test
    void workThatHasBegunGoesOn() {
        OrderNumber order = ordered(line(1, PUMP.value(), 20, FRIDAY.toString()));
        started(order, SHAFT, LATHE_1, 5);

        assertThat(impact(order, OrderChange.Line.of(1, pieces(30))).begun())
                .extracting(Impact.Begun::fate)
                .containsExactly(Impact.Fate.GOES_ON);
        assertThat(impact(order, OrderChange.Line.of(1, pieces(10))).begun())
                .extracting(Impact.Begun::fate)
                .containsExactly(Impact.Fate.TOO_MUCH);
        assertThat(impact(OrderChange.cancelled(order)).begun())
                .extracting(Impact.Begun::fate)
                .containsExactly(Impact.Fate.GIVEN_UP);
    }

    private void started(OrderNumber order, ItemNumber item, MachineCode machine, long good) {
        OperationId operation = production.list(order, null, 100).stream()
                .filter(each -> each.item().equals(item))
                .findFirst()
                .orElseThrow()
                .operations()
                .getFirst()
                .id();
        planning.report(
                new ProgressReport(operation, machine, clock.instant(), pieces(good), pieces(0), false), SELLER);
    }

    private Impact impact(OrderNumber order, OrderChange.Line... lines) {
        return impact(new OrderChange(order, false, List.of(lines)));
    }

    private Impact impact(OrderChange change) {
        return ((ImpactOutcome.Computed) promising.impact(change, Map.of())).impact();
    }

    private OrderNumber ordered(OrderDraft.Line... lines) {
        Quote quote =
                ((QuoteOutcome.Quoted) promising.quote(draft(CUSTOMER, DeliveryTerm.EX_WORKS, lines), SELLER)).quote();
        return ((ConfirmOutcome.Confirmed) promising.confirm(quote.id(), SELLER))
                .taken()
                .order()
                .number();
    }

    private static OrderDraft.Line shafts(long pieces, LocalDate requested) {
        return line(1, SHAFT.value(), pieces, requested.toString());
    }

    private void priced(ItemNumber number, String price, String cost) {
        Item item = catalog.find(number).orElseThrow();
        catalog.put(new Item(
                number,
                item.name(),
                item.shortDescription(),
                item.type(),
                item.unit(),
                Money.of(price, "EUR"),
                Money.of(cost, "EUR"),
                item.leadTimeDays(),
                item.supplier(),
                item.minimumOrder(),
                item.orderMultiple(),
                item.specification()));
    }
}
