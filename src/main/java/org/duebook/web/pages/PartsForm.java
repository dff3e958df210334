package org.duebook.web.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.duebook.orders.OrderDraft;
import org.duebook.orders.OrderType;
import org.duebook.orders.Release;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** The dated parts of an alternative as its card sends them back. */
record PartsForm(List<Part> parts) {

    @SuppressWarnings("NullAway") // the binder passes null for what was not sent
    PartsForm {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** One part, in the line's unit. */
    record Part(
            @Nullable String line,
            @Nullable String quantity,
            @Nullable String date) {}

    /**
     * The order with these parts as the releases of its lines; empty when the entry now has faults. A standard order in
     * parts is a blanket order, the only kind that the rules let have several releases.
     */
    Optional<OrderDraft> applyTo(OrderDraft order, Entry entry) {
        Map<Integer, List<Release>> byLine = byLine(order, entry);
        if (!entry.faults().isEmpty()) {
            return Optional.empty();
        }
        boolean inParts = byLine.values().stream().anyMatch(releases -> releases.size() > 1);
        List<OrderDraft.Line> lines = order.lines().stream()
                .map(line -> inParts(line, byLine.getOrDefault(line.line(), List.of())))
                .toList();
        return Optional.of(new OrderDraft(
                null,
                order.customer(),
                order.shipTo(),
                inParts && order.type() == OrderType.STANDARD ? OrderType.BLANKET : order.type(),
                order.channel(),
                order.priority(),
                order.orderDate(),
                order.clerk(),
                order.region(),
                order.customerReference(),
                order.deliveryTerm(),
                order.currency(),
                order.project(),
                order.depositPaidPercent(),
                lines));
    }

    private Map<Integer, List<Release>> byLine(OrderDraft order, Entry entry) {
        Map<Integer, List<Release>> byLine = new TreeMap<>();
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            String at = "parts[" + index + "].";
            Optional<OrderDraft.Line> line =
                    entry.required(at + "line", part.line(), "a line of the quote", number -> line(order, number));
            Optional<BigDecimal> amount =
                    entry.required(at + "quantity", part.quantity(), "a number above 0", Entry::positive);
            Optional<LocalDate> day = entry.required(at + "date", part.date(), "a day", Entry::day);
            if (line.isPresent() && amount.isPresent() && day.isPresent()) {
                Quantity quantity =
                        Quantity.of(amount.get(), line.get().quantity().unit());
                byLine.computeIfAbsent(line.get().line(), first -> new ArrayList<>())
                        .add(new Release(day.get(), quantity));
            }
        }
        return byLine;
    }

    private static OrderDraft.Line line(OrderDraft order, String number) {
        return order.lines().stream()
                .filter(line -> String.valueOf(line.line()).equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(number));
    }

    private static OrderDraft.Line inParts(OrderDraft.Line line, List<Release> releases) {
        return releases.size() < 2
                ? line
                : new OrderDraft.Line(
                        line.line(),
                        line.item(),
                        line.quantity(),
                        line.unitPrice(),
                        line.requested(),
                        releases,
                        line.specification(),
                        line.tolerancesAccepted());
    }
}
