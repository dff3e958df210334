package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.promising.PromisingSamples.draft;
import static org.duebook.promising.PromisingSamples.line;
import static org.duebook.promising.PromisingTestConfiguration.CUSTOMER;
import static org.duebook.promising.PromisingTestConfiguration.VARIATION;
import static org.duebook.testing.SmallPlant.BAR;
import static org.duebook.testing.SmallPlant.PUMP;
import static org.duebook.testing.SmallPlant.SEAL;
import static org.duebook.testing.SmallPlant.SHAFT;
import static org.duebook.testing.SmallPlant.pieces;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.DeliveryTerm;
import org.duebook.orders.OrderDraft;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.Emptying;
import org.duebook.testing.SmallPlant;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The impact of a change beside the change itself, in a small plant full of orders of which some are late. */
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class ImpactProofTest {

    private static final Actor SELLER = new Actor("seller");
    private static final int ORDERS = 14;
    private static final LocalDate TODAY = LocalDate.parse("2026-01-07");

    @Autowired
    private Promising promising;

    @Autowired
    private Planning planning;

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

    private boolean varying;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cancellingDoesWhatItsImpactSays(long seed) {
        Random random = new Random(seed);
        Map<OrderNumber, OrderDraft.Line> orders = fullPlant(random);
        OrderNumber cancelled = any(orders, random);
        List<OrderLineId> others = orders.keySet().stream()
                .filter(order -> !order.equals(cancelled))
                .map(order -> new OrderLineId(order, 1))
                .toList();
        Map<OrderLineId, LocalDate> before = days(others);

        Impact impact = impact(OrderChange.cancelled(cancelled));
        promising.cancelOrder(cancelled, "not wanted", SELLER);

        Map<OrderLineId, LocalDate> after = days(others);
        Map<OrderLineId, LocalDate> moved = new TreeMap<>(after);
        moved.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        Map<OrderLineId, LocalDate> said = new TreeMap<>();
        impact.others().forEach(other -> said.put(other.line(), other.to()));
        assertThat(said).as("%s moved", impact.shifted()).isEqualTo(moved);
        assertThat(impact.shifted()).isPositive();
        impact.others().forEach(other -> assertThat(other.from()).isEqualTo(before.get(other.line())));
        assertThat(impact.hurtsOthers()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void lessOfAnOrderIsThereWhenItWouldBeAfterCancellingAndAskingAnew(long seed) {
        Random random = new Random(seed);
        Map<OrderNumber, OrderDraft.Line> orders = fullPlant(random);
        OrderNumber changed = any(orders, random);
        OrderDraft.Line ordered = Objects.requireNonNull(orders.get(changed));
        long less = 1 + random.nextLong(ordered.quantity().amount().longValueExact() - 1);

        Impact.Line impact = impact(new OrderChange(changed, false, List.of(OrderChange.Line.of(1, pieces(less)))))
                .lines()
                .getFirst();
        promising.cancelOrder(changed, "asked anew", SELLER);
        QuotedLine anew = quoted(line(1, ordered.item().value(), less, String.valueOf(impact.wanted())))
                .lines()
                .getFirst();

        assertThat(impact.date()).isEqualTo(anew.date());
        assertThat(impact.earliest()).isEqualTo(anew.earliest());
        assertThat(impact.productionEnd()).isEqualTo(anew.productionEnd());
        assertThat(impact.causes()).isEqualTo(anew.causes());
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void inAPlantThatVariesItsDayIsAsSureAsAfterCancellingAndAskingAnew(long seed) {
        varying = true;
        Random random = new Random(seed);
        Map<OrderNumber, OrderDraft.Line> orders = fullPlant(random);
        OrderNumber changed = any(orders, random);
        OrderDraft.Line ordered = Objects.requireNonNull(orders.get(changed));
        long more = ordered.quantity().amount().longValueExact() + 40;

        Impact.Line impact = impact(new OrderChange(changed, false, List.of(OrderChange.Line.of(1, pieces(more)))))
                .lines()
                .getFirst();
        promising.cancelOrder(changed, "asked anew", SELLER);
        QuotedLine anew = quoted(line(1, ordered.item().value(), more, String.valueOf(impact.wanted())))
                .lines()
                .getFirst();

        assertThat(impact.earliest()).isEqualTo(anew.earliest());
        assertThat(impact.productionEnd()).isEqualTo(anew.productionEnd());
        // Chances are drawn anew, which may be worth a day.
        assertThat(impact.date())
                .isAfter(impact.earliest())
                .isBetween(anew.date().minusDays(1), anew.date().plusDays(1));
        assertThat(impact.meetsWanted()).isFalse();
    }

    @Test
    void askingLeavesEveryRowOfTheDatabaseAsItIs() {
        Random random = new Random(21);
        Map<OrderNumber, OrderDraft.Line> orders = fullPlant(random);
        OrderNumber order = any(orders, random);
        Map<String, String> before = database();

        impact(OrderChange.cancelled(order));
        impact(new OrderChange(order, false, List.of(OrderChange.Line.of(1, pieces(500)))));
        impact(new OrderChange(order, false, List.of(OrderChange.Line.of(1, LocalDate.parse("2026-02-20")))));

        assertThat(database()).isEqualTo(before).hasSizeGreaterThan(30);
        assertThat(impact(OrderChange.cancelled(order))).isEqualTo(impact(OrderChange.cancelled(order)));
    }

    /** A digest of every table. */
    private Map<String, String> database() {
        Map<String, String> digests = new HashMap<>();
        for (String table : jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            digests.put(
                    table,
                    jdbc.sql("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from \"" + table
                                    + "\" t")
                            .query(String.class)
                            .single());
        }
        return digests;
    }

    /** Orders that fill the week; a day later nothing of them is done. */
    private Map<OrderNumber, OrderDraft.Line> fullPlant(Random random) {
        clock.set(TestClock.START);
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        if (varying) {
            VARIATION.set(ConfidenceTest.VARYING);
        }
        Emptying.truncate(jdbc, "machine, work_centre, working_calendar, scheduled_receipt");
        SmallPlant.put(plant, catalog);
        inventory.putStock(BAR, pieces(350));
        inventory.putStock(SEAL, pieces(200));
        inventory.putReceipt(SmallPlant.receipt("R-1", BAR, 250, "2026-01-09"));
        inventory.putReceipt(SmallPlant.receipt("R-2", BAR, 300, "2026-01-13"));
        inventory.putReceipt(SmallPlant.receipt("R-3", SEAL, 90, "2026-01-12"));
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), SELLER);
        planning.forgetWhatIsKnown();
        Map<OrderNumber, OrderDraft.Line> orders = new TreeMap<>();
        for (int i = 0; i < ORDERS; i++) {
            OrderDraft.Line line = line(
                    1,
                    (random.nextInt(3) == 0 ? PUMP : SHAFT).value(),
                    10 + random.nextInt(80),
                    TODAY.plusDays(random.nextInt(8)).toString());
            Quote quote = quoted(line);
            ConfirmOutcome.Confirmed taken = (ConfirmOutcome.Confirmed) promising.confirm(quote.id(), SELLER);
            orders.put(taken.taken().order().number(), line);
        }
        clock.advance(Duration.ofHours(24 + random.nextInt(24)));
        return orders;
    }

    private static OrderNumber any(Map<OrderNumber, OrderDraft.Line> orders, Random random) {
        return new ArrayList<>(orders.keySet()).get(random.nextInt(orders.size() / 2));
    }

    private Map<OrderLineId, LocalDate> days(List<OrderLineId> lines) {
        return promising.deliveryDays(planning.projectedEnds(lines));
    }

    private Impact impact(OrderChange change) {
        return ((ImpactOutcome.Computed) promising.impact(change, Map.of())).impact();
    }

    private Quote quoted(OrderDraft.Line line) {
        return ((QuoteOutcome.Quoted) promising.quote(draft(CUSTOMER, DeliveryTerm.EX_WORKS, line), SELLER)).quote();
    }
}
