package org.duebook.balancesheet;

import java.util.Comparator;
import java.util.List;
import org.duebook.orders.OrderHold;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;

/** Where an order line is, in the plant's words. */
final class Stage {

    static final Phrase DELIVERED = Phrase.of("delivered");

    private static final Phrase PLANNED = Phrase.of("planned");

    private Stage() {}

    /** What a held order waits for, such as {@code Held: deposit 30 % missing}. */
    static Phrase held(List<OrderHold> holds) {
        List<OrderHold> open = holds.stream().filter(OrderHold::isOpen).toList();
        List<Phrase> missing =
                open.stream().map(hold -> missing(hold, open)).distinct().toList();
        return missing.isEmpty() ? Phrase.of("held") : Phrase.of("held.for", Phrase.several("comma", missing));
    }

    private static Phrase missing(OrderHold hold, List<OrderHold> open) {
        return switch (hold.kind()) {
            case CLARIFICATION -> Phrase.of("clarification");
            case CREDIT -> Phrase.of("credit");
            case DEPOSIT ->
                hold.depositPercent() == null
                        ? Phrase.of("deposit")
                        : Phrase.of(
                                "deposit.percent",
                                hold.depositPercent().stripTrailingZeros().toPlainString());
            case APPROVAL -> Phrase.of("approval", approvers(open));
        };
    }

    private static Phrase approvers(List<OrderHold> open) {
        return Phrase.several(
                "and",
                open.stream()
                        .filter(hold -> hold.kind() == OrderHold.Kind.APPROVAL)
                        .map(hold -> role(hold.approver()))
                        .distinct()
                        .toList());
    }

    static Phrase role(String approver) {
        return Phrase.named("role", approver);
    }

    /**
     * How far an accepted line is.
     *
     * @param made its production orders
     * @param partly whether something of it was delivered
     */
    static Phrase open(ItemNumber item, List<ProductionOrder> made, boolean partly) {
        Phrase progress = progress(item, made);
        if (!partly) {
            return progress;
        }
        return isMade(made) ? Phrase.of("partly.made") : Phrase.of("partly", progress);
    }

    /** How far an accepted line was on a past day, of which no progress is kept. */
    static Phrase then(boolean partly) {
        return Phrase.of(partly ? "partly.then" : "accepted");
    }

    /** Whether nothing is left to produce. */
    static boolean isMade(List<ProductionOrder> made) {
        return made.stream().noneMatch(order -> order.status().isOpen());
    }

    private static Phrase progress(ItemNumber item, List<ProductionOrder> made) {
        if (made.isEmpty()) {
            return Phrase.of("stock");
        }
        if (isMade(made)) {
            return Phrase.of("made");
        }
        return made.stream()
                .filter(Stage::isUnderWay)
                .max(Comparator.comparing((ProductionOrder order) -> order.parent() == null)
                        .thenComparing(Stage::finished))
                .map(order -> order.item().equals(item)
                        ? at(order)
                        : Phrase.of("for.part", at(order), order.item().value()))
                .orElse(PLANNED);
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
    private static Phrase at(ProductionOrder order) {
        List<Operation> operations = order.operations();
        for (int last = operations.size() - 1; last >= 0; last--) {
            switch (operations.get(last).status()) {
                case STARTED -> {
                    return name(operations, last);
                }
                case FINISHED -> {
                    return Phrase.of("waiting", name(operations, last + 1));
                }
                case PLANNED -> {}
            }
        }
        return PLANNED;
    }

    private static Phrase name(List<Operation> operations, int at) {
        if (at == operations.size()) {
            return Phrase.of("end", name(operations, at - 1));
        }
        Operation operation = operations.get(at);
        return Phrase.of("operation", operation.name(), operation.workCentre().value(), at + 1, operations.size());
    }
}
