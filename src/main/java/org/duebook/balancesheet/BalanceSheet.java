package org.duebook.balancesheet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duebook.orders.LineDay;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderHead;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.promising.Promising;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Door to the order balance sheet. */
@Service
public class BalanceSheet {

    private static final int LINES_PER_READ = 10_000;

    private final Orders orders;
    private final Promising promising;
    private final Plant plant;
    private final LinesSoFar linesSoFar;
    private final Clock clock;

    BalanceSheet(Orders orders, Promising promising, Plant plant, LinesSoFar linesSoFar, Clock clock) {
        this.orders = orders;
        this.promising = promising;
        this.plant = plant;
        this.linesSoFar = linesSoFar;
        this.clock = clock;
    }

    /** Rows by due day, order and line. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<OrderBalance> rows(BalanceFilter filter) {
        List<OrderBalance> rows = new ArrayList<>();
        forEach(filter, rows::add);
        return rows;
    }

    /** The same rows one after the other, read ten thousand lines at a time: beyond them only their numbers and days are held. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void forEach(BalanceFilter filter, Consumer<OrderBalance> row) {
        AsOf asOf = asOf(filter);
        List<Due> dues = dues(filter, asOf);
        for (int from = 0; from < dues.size(); from += LINES_PER_READ) {
            List<OrderLineId> chunk = dues.subList(from, Math.min(dues.size(), from + LINES_PER_READ)).stream()
                    .map(Due::line)
                    .toList();
            linesSoFar.balance(lines(chunk, filter, asOf), filter.withDelivered(), asOf).stream()
                    .filter(each -> isWanted(each, filter))
                    .sorted(Comparator.comparing(OrderBalance::due).thenComparing(OrderBalance::line))
                    .forEach(row);
        }
    }

    /** Rows of one order, whatever became of it, delivered lines too; empty when there is no such order. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<OrderBalance> ofOrder(OrderNumber number) {
        return orders.find(number)
                .map(order -> linesSoFar.balance(
                        order.lines().stream()
                                .map(line -> new Line(OrderHead.of(order), line))
                                .toList(),
                        true,
                        new AsOf(today(), null)))
                .orElse(List.of());
    }

    /** What is wrong with a filter: a day that has not come. */
    @Transactional(readOnly = true)
    public Optional<Fault> fault(BalanceFilter filter) {
        LocalDate asOf = filter.asOf();
        return asOf == null || !asOf.isAfter(today())
                ? Optional.empty()
                : Optional.of(new Fault(
                        "asOf",
                        asOf.toString(),
                        "a day up to " + today(),
                        "ask for a day that is over, or leave it out"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.profile().zone());
    }

    private AsOf asOf(BalanceFilter filter) {
        LocalDate day = filter.asOf();
        if (day == null || !day.isBefore(today())) {
            return new AsOf(today(), null);
        }
        Instant nextDay = day.plusDays(1).atStartOfDay(plant.profile().zone()).toInstant();
        return new AsOf(day, nextDay.minusNanos(1_000));
    }

    /** Every line that may be on the sheet, in its order. */
    private List<Due> dues(BalanceFilter filter, AsOf asOf) {
        Set<OrderStatus> statuses = asOf.isPast() ? Set.of() : wanted(filter);
        List<LineDay> lines =
                orders.lineDays(new OrderFilter(filter.customer(), statuses), filter.item(), asOf.until());
        Map<OrderLineId, LocalDate> promised =
                promising.promisedDays(lines.stream().map(LineDay::line).toList(), asOf.until());
        return lines.stream()
                .map(line -> new Due(line.line(), promised.getOrDefault(line.line(), line.requested())))
                .filter(due -> isWithin(due.day(), filter))
                .sorted(Comparator.comparing(Due::day).thenComparing(Due::line))
                .toList();
    }

    private List<Line> lines(List<OrderLineId> chunk, BalanceFilter filter, AsOf asOf) {
        Set<OrderNumber> numbers = chunk.stream().map(OrderLineId::order).collect(Collectors.toSet());
        Map<OrderNumber, OrderHead> heads = new HashMap<>(orders.heads(numbers));
        Instant until = asOf.until();
        if (until != null) {
            orders.statusesAt(numbers, until)
                    .forEach((number, then) -> heads.computeIfPresent(number, (same, head) -> head.as(then)));
        }
        Set<OrderStatus> wanted = wanted(filter);
        return orders.findLines(chunk).stream()
                .flatMap(line -> Optional.ofNullable(heads.get(line.id().order()))
                        .filter(head -> wanted.contains(head.status()))
                        .map(head -> new Line(head, line))
                        .stream())
                .toList();
    }

    private static Set<OrderStatus> wanted(BalanceFilter filter) {
        Set<OrderStatus> wanted = EnumSet.of(OrderStatus.HELD, OrderStatus.ACCEPTED, OrderStatus.PARTLY_DELIVERED);
        if (filter.withDelivered()) {
            wanted.add(OrderStatus.DELIVERED);
        }
        return wanted;
    }

    private static boolean isWithin(LocalDate due, BalanceFilter filter) {
        return (filter.from() == null || !due.isBefore(filter.from()))
                && (filter.to() == null || !due.isAfter(filter.to()));
    }

    private static boolean isWanted(OrderBalance row, BalanceFilter filter) {
        return (filter.late() == null || filter.late() == row.isLate())
                && (filter.stage() == null
                        || row.stage()
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.stage().strip().toLowerCase(Locale.ROOT)));
    }

    /** When a line is due. */
    private record Due(OrderLineId line, LocalDate day) {}

    /** An order line with its order. */
    record Line(OrderHead order, OrderLine line) {}
}
