package org.duebook.balancesheet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duebook.orders.OrderHold;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;

/** Where an order line is, in the plant's words. */
final class Stage {

    static final String DELIVERED = "Delivered";

    private Stage() {}

    /** What a held order waits for, such as {@code Held: deposit 30 % missing}. */
    static String held(List<OrderHold> holds) {
        List<OrderHold> open = holds.stream().filter(OrderHold::isOpen).toList();
        String missing =
                open.stream().map(hold -> missing(hold, open)).distinct().collect(Collectors.joining(", "));
        return missing.isEmpty() ? "Held" : "Held: " + missing;
    }

    private static String missing(OrderHold hold, List<OrderHold> open) {
        return switch (hold.kind()) {
            case CLARIFICATION -> "clarification open";
            case CREDIT -> "credit not released";
            case DEPOSIT ->
                "deposit "
                        + (hold.depositPercent() == null
                                ? ""
                                : hold.depositPercent().stripTrailingZeros().toPlainString() + " % ")
                        + "missing";
            case APPROVAL -> "approval of " + approvers(open) + " missing";
        };
    }

    private static String approvers(List<OrderHold> open) {
        return open.stream()
                .filter(hold -> hold.kind() == OrderHold.Kind.APPROVAL)
                .map(hold -> role(hold.approver()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    static String role(String approver) {
        return approver.toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\bgm\\b", "GM");
    }

    /**
     * How far an accepted line is.
     *
     * @param made its production orders
     * @param partly whether something of it was delivered
     */
    static String open(ItemNumber item, List<ProductionOrder> made, boolean partly) {
        String progress = progress(item, made);
        if (!partly) {
            return progress;
        }
        return isMade(made) ? "Partly delivered, rest made" : "Partly delivered, rest: " + progress;
    }

    /** Whether nothing is left to produce. */
    static boolean isMade(List<ProductionOrder> made) {
        return made.stream().noneMatch(order -> order.status().isOpen());
    }

    private static String progress(ItemNumber item, List<ProductionOrder> made) {
        if (made.isEmpty()) {
            return "In stock, not delivered";
        }
        if (isMade(made)) {
            return "Made, not delivered";
        }
        return made.stream()
                .filter(Stage::isUnderWay)
                .max(Comparator.comparing((ProductionOrder order) -> order.parent() == null)
                        .thenComparing(Stage::finished))
                .map(order -> at(order) + (order.item().equals(item) ? "" : " for part " + order.item()))
                .orElse("Planned");
    }

    private static boolean isUnderWay(ProductionOrder order) {
        return order.status().isOpen()
                && order.operations().stream().anyMatch(operation -> operation.status() != OperationStatus.PLANNED);
    }

    private static long finished(ProductionOrder order) {
        return order.operations().stream()
                .filter(operation -> operation.status() == OperationStatus.FINISHED)
                .count();
    }

    /** The last operation that was started, or the one that comes after the last that was finished. */
    private static String at(ProductionOrder order) {
        List<Operation> operations = order.operations();
        for (int last = operations.size() - 1; last >= 0; last--) {
            switch (operations.get(last).status()) {
                case STARTED -> {
                    return name(operations, last);
                }
                case FINISHED -> {
                    return "Waiting for " + name(operations, last + 1);
                }
                case PLANNED -> {}
            }
        }
        return "Planned";
    }

    private static String name(List<Operation> operations, int at) {
        if (at == operations.size()) {
            return "the end of " + name(operations, at - 1);
        }
        Operation operation = operations.get(at);
        return operation.name() + " (" + operation.workCentre() + ") " + (at + 1) + " of " + operations.size();
    }
}
