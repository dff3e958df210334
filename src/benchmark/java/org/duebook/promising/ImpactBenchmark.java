package org.duebook.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.duebook.catalog.Catalog;
import org.duebook.customers.Customers;
import org.duebook.inventory.Inventory;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.planning.Planning;
import org.duebook.plant.Plant;
import org.duebook.shared.Actor;
import org.duebook.shared.Quantity;
import org.duebook.testing.BusyPlant;
import org.duebook.testing.DatabaseTest;
import org.duebook.testing.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to say what a change of an order would do at 10,000 open operations, by kind of change, in time of the
 * thread that asks; written to {@code target/benchmark/impact.json}.
 */
@Tag("impact")
@DatabaseTest
@Import(PromisingTestConfiguration.class)
class ImpactBenchmark {

    private static final int OPERATIONS = 10_000;
    private static final int WARM = 50;
    private static final int QUESTIONS = 200;

    @Autowired
    private Promising promising;

    @Autowired
    private Planning planning;

    @Autowired
    private Orders orders;

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

    private enum Kind {
        MORE,
        LESS,
        SOONER,
        LATER,
        LINE_CANCELLED,
        ORDER_CANCELLED
    }

    @Test
    void changesOfALargePlanAreSaidInTimeOnThePhone() throws IOException {
        List<CustomerOrder> open = fullPlant();
        SplittableRandom random = new SplittableRandom(1);
        List<String> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ask(kind, open, random, WARM);
            rows.add(row(kind, ask(kind, open, random, QUESTIONS)));
        }

        Path file = Path.of("target/benchmark/impact.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "[\n  " + String.join(",\n  ", rows) + "\n]\n");
    }

    private long[] ask(Kind kind, List<CustomerOrder> open, SplittableRandom random, int questions) {
        long[] took = new long[questions];
        for (int i = 0; i < questions; i++) {
            CustomerOrder order = open.get(random.nextInt(open.size()));
            OrderChange change = change(
                    kind, order, order.lines().get(random.nextInt(order.lines().size())));
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ImpactOutcome outcome = promising.impact(change, Map.of());
            took[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
            assertThat(outcome).isInstanceOf(ImpactOutcome.Computed.class);
        }
        Arrays.sort(took);
        return took;
    }

    private OrderChange change(Kind kind, CustomerOrder order, OrderLine line) {
        int number = line.id().line();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        long pieces = line.quantity().amount().longValue();
        OrderChange.Line changed = switch (kind) {
            case MORE -> OrderChange.Line.of(number, pieces(line, pieces * 2));
            case LESS -> OrderChange.Line.of(number, pieces(line, pieces / 2 + 1));
            case SOONER -> OrderChange.Line.of(number, today.plusDays(1));
            case LATER -> OrderChange.Line.of(number, line.requested().plusDays(14));
            case LINE_CANCELLED, ORDER_CANCELLED -> OrderChange.Line.cancelled(number);
        };
        return kind == Kind.ORDER_CANCELLED
                ? OrderChange.cancelled(order.number())
                : new OrderChange(order.number(), false, List.of(changed));
    }

    private static Quantity pieces(OrderLine line, long pieces) {
        return Quantity.of(pieces, line.quantity().unit());
    }

    private static String row(Kind kind, long[] took) {
        return String.format(
                Locale.ROOT,
                "{\"case\": \"%s\", \"openOperations\": %d, \"p50CpuMicros\": %d, \"p99CpuMicros\": %d}",
                kind,
                OPERATIONS,
                took[took.length / 2] / 1000,
                took[took.length * 99 / 100] / 1000);
    }

    private List<CustomerOrder> fullPlant() {
        clock.set(TestClock.START);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        PromisingTestConfiguration.freshPlant(jdbc, customers, catalog, plant);
        BusyPlant busy = new BusyPlant(OPERATIONS);
        busy.put(plant, catalog, inventory, customers, today);
        planning.publish(PromisingTestConfiguration.emptySchedule(jdbc), Actor.SYSTEM);
        promising.enterCarriedOver(
                busy.orderBook(today).stream()
                        .map(draft -> new OrderBefore(draft, OrderStatus.ACCEPTED, Map.of(), Map.of(), Map.of()))
                        .toList(),
                Actor.SYSTEM);
        return orders.openOrders();
    }
}
