package org.duebook.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.fulfilment.Delivery;
import org.duebook.fulfilment.Fulfilment;
import org.duebook.fulfilment.LineBalance;
import org.duebook.orders.LineDay;
import org.duebook.orders.OrderFilter;
import org.duebook.orders.OrderHead;
import org.duebook.orders.OrderLine;
import org.duebook.orders.OrderStatus;
import org.duebook.orders.Orders;
import org.duebook.plant.Plant;
import org.duebook.promising.PromiseView;
import org.duebook.promising.Promising;
import org.duebook.shared.Fault;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Door to measures. */
@Service
public class Measures {

    private static final int MOST_YEARS = 10;

    private final Orders orders;
    private final Promising promising;
    private final Fulfilment fulfilment;
    private final Plant plant;
    private final Clock clock;

    Measures(Orders orders, Promising promising, Fulfilment fulfilment, Plant plant, Clock clock) {
        this.orders = orders;
        this.promising = promising;
        this.fulfilment = fulfilment;
        this.plant = plant;
        this.clock = clock;
    }

    /** What is wrong with a filter: its days the wrong way round, or too many of them. */
    public Optional<Fault> fault(PromiseFilter filter) {
        Days days = days(filter);
        if (days.from.isAfter(days.to)) {
            return Optional.of(new Fault(
                    "from", days.from.toString(), "a day up to " + days.to, "exchange them, or leave one out"));
        }
        return days.to.isAfter(days.from.plusYears(MOST_YEARS))
                ? Optional.of(new Fault(
                        "from",
                        days.from.toString(),
                        days.to.minusYears(MOST_YEARS) + " or later, ten years before the last day",
                        "ask for less at once"))
                : Optional.empty();
    }

    /** How promises were kept; the filter has no fault. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PromiseAccuracy promises(PromiseFilter filter) {
        Days days = days(filter);
        Map<OrderLineId, LocalDate> complete = complete(days, filter);
        Map<OrderLineId, PromiseView> promises = promising.promises(complete.keySet());
        Map<OrderNumber, OrderHead> heads =
                orders.heads(complete.keySet().stream().map(OrderLineId::order).collect(Collectors.toSet()));
        List<KeptLine> kept = new ArrayList<>();
        complete.forEach((line, delivered) -> {
            PromiseView promise = promises.get(line);
            OrderHead head = heads.get(line.order());
            if (promise != null && head != null) {
                kept.add(new KeptLine(head.orderDate(), promise.first(), promise.current(), delivered));
            }
        });
        return new PromiseAccuracy(
                days.from,
                days.to,
                PromisesKept.of(kept),
                months(days, kept),
                complete.size() - kept.size(),
                overdue(days, filter));
    }

    private record Days(LocalDate from, LocalDate to) {

        boolean have(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private Days days(PromiseFilter filter) {
        LocalDate to = filter.to() == null ? today() : filter.to();
        LocalDate from = filter.from() == null ? to.minusMonths(11).withDayOfMonth(1) : filter.from();
        return new Days(from, to);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.profile().zone());
    }

    /** Lines whose last part was delivered in that time, with its day. */
    private Map<OrderLineId, LocalDate> complete(Days days, PromiseFilter filter) {
        Set<OrderLineId> touched = fulfilment.linesDelivered(days.from, days.to);
        List<OrderLine> lines = orders.findLines(touched).stream()
                .filter(line -> filter.item() == null || filter.item().equals(line.item()))
                .toList();
        Map<OrderNumber, OrderHead> heads = filter.customer() == null
                ? Map.of()
                : orders.heads(lines.stream().map(line -> line.id().order()).collect(Collectors.toSet()));
        Map<OrderLineId, List<Delivery>> deliveries =
                fulfilment.deliveries(lines.stream().map(OrderLine::id).toList());
        Map<OrderLineId, LocalDate> complete = new HashMap<>();
        for (OrderLine line : lines) {
            List<Delivery> ofLine = deliveries.getOrDefault(line.id(), List.of());
            boolean wanted = filter.customer() == null
                    || isOf(filter, heads.get(line.id().order()));
            if (wanted
                    && !ofLine.isEmpty()
                    && LineBalance.of(line.quantity(), ofLine).isComplete()
                    && days.have(ofLine.getLast().on())) {
                complete.put(line.id(), ofLine.getLast().on());
            }
        }
        return complete;
    }

    private static boolean isOf(PromiseFilter filter, @Nullable OrderHead head) {
        return head != null && head.customer().equals(filter.customer());
    }

    private static List<PromiseAccuracy.Month> months(Days days, List<KeptLine> kept) {
        Map<YearMonth, List<KeptLine>> byMonth =
                kept.stream().collect(Collectors.groupingBy(line -> YearMonth.from(line.delivered())));
        YearMonth first = YearMonth.from(days.from);
        List<PromiseAccuracy.Month> months = new ArrayList<>();
        for (long i = 0; i <= ChronoUnit.MONTHS.between(first, YearMonth.from(days.to)); i++) {
            YearMonth month = first.plusMonths(i);
            months.add(new PromiseAccuracy.Month(month, PromisesKept.of(byMonth.getOrDefault(month, List.of()))));
        }
        return months;
    }

    private int overdue(Days days, PromiseFilter filter) {
        LocalDate today = today();
        List<OrderLineId> open = orders
                .lineDays(
                        new OrderFilter(filter.customer(), Set.of(OrderStatus.ACCEPTED, OrderStatus.PARTLY_DELIVERED)),
                        filter.item(),
                        null)
                .stream()
                .map(LineDay::line)
                .toList();
        Map<OrderLineId, LocalDate> promised = promising.promisedDays(open, null);
        List<OrderLineId> over = open.stream()
                .filter(line -> {
                    LocalDate day = promised.get(line);
                    return day != null && day.isBefore(today) && days.have(day);
                })
                .toList();
        Map<OrderLineId, List<Delivery>> deliveries = fulfilment.deliveries(over);
        Map<OrderLineId, OrderLine> lines =
                orders.findLines(over).stream().collect(Collectors.toMap(OrderLine::id, Function.identity()));
        return (int) lines.values().stream()
                .filter(line -> !LineBalance.of(line.quantity(), deliveries.getOrDefault(line.id(), List.of()))
                        .isComplete())
                .count();
    }
}
