package org.duebook.balancesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duebook.orders.OrderDrafts.order;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.fulfilment.DeliveryOutcome;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.orders.OrdersTestConfiguration;
import org.duebook.orders.RulesOnPaper;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.production.Production;
import org.duebook.promising.Promising;
import org.duebook.shared.Actor;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Days of random orders, deliveries, promises and cancellations: each past day reads as it stood that evening. */
@DatabaseTest
@Import({OrdersTestConfiguration.class, BalanceHistoryTest.SheetOnFulfilment.class})
class BalanceHistoryTest {

    private static final Actor CLERK = new Actor("clerk");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 8);
    private static final int DAYS = 12;

    private final List<Given> promises = new ArrayList<>();
    private final List<OrderLineId> lines = new ArrayList<>();

    @Autowired
    private BalanceSheet sheet;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Customers customers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Plant plant;

    @Autowired
    private RulesOnPaper rules;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @MockitoBean
    private Production production;

    @MockitoBean
    private Planning planning;

    @MockitoBean
    private Promising promising;

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan({"org.duebook.fulfilment", "org.duebook.balancesheet"})
    static class SheetOnFulfilment {}

    private record Given(OrderLineId line, LocalDate promised, Instant at) {}

    /** What a row said of a line. */
    private record Said(
            OrderStatus status,
            Quantity ordered,
            Quantity delivered,
            Quantity balance,
            @Nullable LocalDate promised) {

        static Said of(OrderBalance row) {
            return new Said(row.status(), row.ordered(), row.delivered(), row.balance(), row.promised());
        }
    }

    @BeforeEach
    void emptyBooks() {
        OrdersTestConfiguration.freshBooks(jdbc, customers, catalog, plant);
        rules.say(RulesOnPaper.accepted());
        when(promising.promisedDays(any(), any())).thenAnswer(call -> promised(call.getArgument(1)));
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(TestClock.START);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyPastDayReadsAsItStoodThatEveningAndBalances(long seed) {
        Random random = new Random(seed);
        Map<LocalDate, Map<OrderLineId, Said>> evenings = new TreeMap<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = FIRST.plusDays(day);
            clock.set(today.atTime(8, 0).atZone(BERLIN).toInstant());
            for (int action = random.nextInt(8); action >= 0; action--) {
                clock.advance(Duration.ofMinutes(random.nextInt(1, 90)));
                act(random, today);
            }
            clock.set(today.atTime(23, 59).atZone(BERLIN).toInstant());
            evenings.put(today, said(null));
        }
        clock.set(FIRST.plusDays(DAYS).atTime(8, 0).atZone(BERLIN).toInstant());

        evenings.forEach(
                (day, evening) -> assertThat(said(day)).as("day %s", day).isEqualTo(evening));

        assertThat(said(FIRST.minusDays(1))).isEmpty();
        assertThat(lines).hasSizeGreaterThan(5);
        assertThat(evenings.values())
                .allSatisfy(evening -> assertThat(evening.values())
                        .allSatisfy(said -> assertThat(said.balance().plus(said.delivered()))
                                .isEqualTo(said.ordered())));
    }

    private void act(Random random, LocalDate today) {
        int what = lines.isEmpty() ? 0 : random.nextInt(10);
        if (what < 3) {
            enter(random);
            return;
        }
        OrderLineId line = lines.get(random.nextInt(lines.size()));
        if (what < 8) {
            Quantity some = Quantity.of(random.nextInt(1, 40), Unit.PIECES);
            DeliveryOutcome outcome = fulfilment.deliver(line, some, today.minusDays(random.nextInt(2)), "", CLERK);
            assertThat(outcome).isNotInstanceOf(DeliveryOutcome.Unknown.class);
        } else if (what == 8) {
            promises.add(new Given(line, today.plusDays(random.nextInt(30)), clock.instant()));
        } else {
            orders.cancel(line.order(), "not needed", CLERK);
        }
    }

    private void enter(Random random) {
        OrderNumber number = new OrderNumber("SO-" + lines.size());
        orders.enter(
                order(number.value())
                        .line("AV-1010", random.nextInt(1, 100), "100.00")
                        .line("AV-1010", random.nextInt(1, 100), "100.00")
                        .draft(),
                CLERK);
        lines.add(new OrderLineId(number, 1));
        lines.add(new OrderLineId(number, 2));
    }

    private Map<OrderLineId, Said> said(@Nullable LocalDate asOf) {
        Map<OrderLineId, Said> said = new TreeMap<>();
        for (OrderBalance row : sheet.rows(new BalanceFilter(null, null, null, null, null, null, true, asOf))) {
            Quantity parts = row.deliveries().stream()
                    .map(OrderBalance.Part::quantity)
                    .reduce(Quantity.zero(Unit.PIECES), Quantity::plus);
            assertThat(row.delivered()).isEqualTo(parts);
            said.put(row.line(), Said.of(row));
        }
        return said;
    }

    private Map<OrderLineId, LocalDate> promised(@Nullable Instant until) {
        Map<OrderLineId, LocalDate> standing = new HashMap<>();
        promises.stream()
                .filter(given -> until == null || !given.at().isAfter(until))
                .forEach(given -> standing.put(given.line(), given.promised()));
        return standing;
    }
}
