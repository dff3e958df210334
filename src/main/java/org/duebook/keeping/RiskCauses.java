package org.duebook.keeping;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duebook.planning.Binding;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.PlannedRelease;
import org.duebook.planning.ScheduledOperation;
import org.duebook.plant.Downtime;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;

/** Puts into words why the plan, as it stands now, ends a release late. Times are in the plant's zone. */
final class RiskCauses {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    /** As many orders are named in words; all of them are listed beside. */
    private static final int NAMED = 3;

    private final ZoneId zone;
    private final Instant now;
    private final Map<MachineCode, List<ScheduledOperation>> byMachine = new HashMap<>();
    private final Map<OrderLineId, List<ScheduledOperation>> byLine;
    private final Map<OperationId, PlacedOperation> asPublished = new HashMap<>();
    private final Map<MachineCode, List<Downtime>> downtimes;

    /**
     * @param operations of the published plan as they stand now
     * @param published the same when it was published
     */
    RiskCauses(
            ZoneId zone,
            Instant now,
            List<ScheduledOperation> operations,
            List<ScheduledOperation> published,
            List<Downtime> downtimes) {
        this.zone = zone;
        this.now = now;
        for (ScheduledOperation each : operations) {
            MachineCode machine = each.placed().machine();
            if (machine != null) {
                byMachine.computeIfAbsent(machine, code -> new ArrayList<>()).add(each);
            }
        }
        this.byLine = operations.stream().collect(groupingBy(ScheduledOperation::orderLine));
        published.forEach(each -> asPublished.put(each.placed().operation(), each.placed()));
        this.downtimes = downtimes.stream().collect(groupingBy(Downtime::machine));
    }

    /** @param madeAgain production orders that make good what was lost */
    List<RiskCause> of(PlannedRelease late, List<ProductionOrder> madeAgain) {
        Stream<RiskCause> waits = late.causes().stream().flatMap(binding -> inWords(binding, late.line()));
        Stream<RiskCause> own =
                byLine.getOrDefault(late.line(), List.of()).stream().flatMap(this::unlikePlanned);
        Stream<RiskCause> again = madeAgain.stream()
                .map(order -> new RiskCause(
                        "MADE_AGAIN",
                        order.quantity() + " of " + order.item() + " are made again (" + order.number() + "): lost by "
                                + order.madeAgainFor()));
        List<RiskCause> causes = Stream.of(again, own, waits)
                .flatMap(each -> each)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (causes.size() > 1) {
            causes.removeIf(cause -> cause.kind().equals("NONE"));
        }
        return causes;
    }

    private Stream<RiskCause> inWords(Binding binding, OrderLineId line) {
        return switch (binding) {
            case Binding.MachineBusy busy -> busy(busy, line);
            case Binding.CalendarClosed closed -> Stream.of(closed(closed));
            case Binding.WaitsForMaterial material -> Stream.of(new RiskCause("MATERIAL", materialWords(material)));
            case Binding.NotReleased unreleased ->
                Stream.of(new RiskCause(
                        "RELEASE_DAY", unreleased.operation() + " is released on " + day(unreleased.until())));
            case Binding.WaitsForPredecessor before ->
                Stream.of(new RiskCause(
                        "PREDECESSOR",
                        before.operation() + " waits for " + before.predecessor() + " until " + hour(before.until())));
            case Binding.Nothing free ->
                Stream.of(
                        new RiskCause("NONE", free.operation() + " starts as early as it can: " + hour(free.start())));
        };
    }

    /** Who has the machine meanwhile, whether it stands still, and who of them takes longer than was planned. */
    private Stream<RiskCause> busy(Binding.MachineBusy busy, OrderLineId line) {
        List<ScheduledOperation> others = byMachine.getOrDefault(busy.machine(), List.of()).stream()
                .filter(each -> !each.orderLine().equals(line)
                        && each.placed().setupStart().isBefore(busy.until())
                        && each.placed().end().isAfter(busy.from()))
                .sorted(Comparator.comparing(each -> each.placed().start()))
                .toList();
        List<OrderLineId> orders =
                others.stream().map(ScheduledOperation::orderLine).distinct().toList();
        RiskCause taken = new RiskCause(
                "MACHINE",
                busy.machine() + " is taken from " + hour(busy.from()) + " until " + hour(busy.until()) + named(orders),
                orders);
        Stream<RiskCause> down = down(busy.machine(), busy.from(), busy.until()).stream();
        return Stream.of(down, others.stream().flatMap(this::overrun), Stream.of(taken))
                .flatMap(each -> each);
    }

    private static String named(List<OrderLineId> orders) {
        if (orders.isEmpty()) {
            return " for the same line";
        }
        String first = orders.stream().limit(NAMED).map(OrderLineId::toString).collect(Collectors.joining(", "));
        return " by " + first + (orders.size() > NAMED ? " and " + (orders.size() - NAMED) + " more" : "");
    }

    /** A downtime since it was to begin is the reason, else the calendar is. */
    private RiskCause closed(Binding.CalendarClosed closed) {
        PlacedOperation planned = asPublished.get(closed.operation());
        Instant from = planned == null || planned.setupStart().isAfter(now) ? now : planned.setupStart();
        return down(closed.machine(), from, closed.until())
                .orElseGet(() -> new RiskCause(
                        "CALENDAR", "nobody works on " + closed.machine() + " before " + hour(closed.until())));
    }

    private Optional<RiskCause> down(MachineCode machine, Instant from, Instant until) {
        return downtimes.getOrDefault(machine, List.of()).stream()
                .filter(each -> each.window().from().isBefore(until)
                        && !each.window().to().isBefore(from))
                .max(Comparator.comparing(each -> each.window().from()))
                .map(each -> new RiskCause(
                        "DOWNTIME",
                        machine + " is down from " + hour(each.window().from())
                                + (each.isOpen()
                                        ? " until further notice"
                                        : " until " + hour(each.window().to()))
                                + (each.reason().isBlank() ? "" : ": " + each.reason())));
    }

    /** An operation at work that takes longer than it was planned to, or one that should have begun. */
    private Stream<RiskCause> unlikePlanned(ScheduledOperation operation) {
        PlacedOperation planned = asPublished.get(operation.placed().operation());
        if (planned != null
                && planned.start().isBefore(now)
                && !operation.placed().start().isBefore(now)) {
            return Stream.of(new RiskCause(
                    "NOT_BEGUN",
                    operation.placed().operation() + " (" + operation.name() + ") was to begin " + hour(planned.start())
                            + " and has not"));
        }
        return overrun(operation);
    }

    private Stream<RiskCause> overrun(ScheduledOperation operation) {
        PlacedOperation planned = asPublished.get(operation.placed().operation());
        PlacedOperation placed = operation.placed();
        if (planned == null || !placed.start().isBefore(now) || !placed.end().isAfter(planned.end())) {
            return Stream.empty();
        }
        return Stream.of(new RiskCause(
                "OVERRUN",
                placed.operation() + " (" + operation.name() + ") of " + operation.orderLine() + " ends "
                        + hour(placed.end()) + " instead of " + hour(planned.end()),
                List.of(operation.orderLine())));
    }

    private String materialWords(Binding.WaitsForMaterial material) {
        String component = "component " + material.component() + " (" + material.quantity() + ")";
        String day = day(material.available());
        return switch (material.source()) {
            case STOCK -> component + " is in stock from " + day;
            case RECEIPT -> component + " arrives on " + day + " by receipt " + material.reference();
            case PURCHASE -> component + " must be bought and is there on " + day;
        };
    }

    private String hour(Instant at) {
        return HOUR.format(at.atZone(zone));
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }
}
