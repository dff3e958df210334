package org.duebook.balancesheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duebook.orders.CustomerOrder;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Door to the order balance sheet. */
@Service
public class BalanceSheet {

    private static final int ORDERS_PER_READ = 1_000;

    private final Orders orders;
    private final Plant plant;
    private final LinesSoFar linesSoFar;
    private final Clock clock;

    BalanceSheet(Orders orders, Plant plant, LinesSoFar linesSoFar, Clock clock) {
        this.orders = orders;
        this.plant = plant;
        this.linesSoFar = linesSoFar;
        this.clock = clock;
    }

    /** Rows by due day, order and line. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<OrderBalance> rows(BalanceFilter filter) {
        List<Line> lines = new ArrayList<>();
        for (CustomerOrder order : ordersOf(filter)) {
            for (OrderLine line : order.lines()) {
                if (filter.item() == null || filter.item().equals(line.item())) {
                    lines.add(new Line(order, line));
                }
            }
        }
        return linesSoFar.balance(lines, filter.withDelivered(), today()).stream()
                .filter(row -> isWanted(row, filter))
                .sorted(Comparator.comparing(OrderBalance::due).thenComparing(OrderBalance::line))
                .toList();
    }

    /** Rows of one order, whatever became of it, delivered lines too; empty when there is no such order. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<OrderBalance> ofOrder(OrderNumber number) {
        return orders.find(number)
                .map(order -> linesSoFar.balance(
                        order.lines().stream()
                                .map(line -> new Line(order, line))
                                .toList(),
                        true,
                        today()))
                .orElse(List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.profile().zone());
    }

    private List<CustomerOrder> ordersOf(BalanceFilter filter) {
        Set<OrderStatus> wanted = EnumSet.of(OrderStatus.HELD, OrderStatus.ACCEPTED, OrderStatus.PARTLY_DELIVERED);
        if (filter.withDelivered()) {
            wanted.add(OrderStatus.DELIVERED);
        }
        OrderFilter which = new OrderFilter(filter.customer(), wanted);
        List<CustomerOrder> found = new ArrayList<>();
        @Nullable OrderNumber after = null;
        while (true) {
            List<CustomerOrder> page = orders.list(which, after, ORDERS_PER_READ);
            found.addAll(page);
            if (page.size() < ORDERS_PER_READ) {
                return found;
            }
            after = page.getLast().number();
        }
    }

    private static boolean isWanted(OrderBalance row, BalanceFilter filter) {
        return (filter.from() == null || !row.due().isBefore(filter.from()))
                && (filter.to() == null || !row.due().isAfter(filter.to()))
                && (filter.late() == null || filter.late() == row.isLate())
                && (filter.stage() == null
                        || row.stage()
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.stage().strip().toLowerCase(Locale.ROOT)));
    }

    /** An order line with its order. */
    record Line(CustomerOrder order, OrderLine line) {}
}
