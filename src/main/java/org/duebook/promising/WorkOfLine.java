package org.duebook.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.duebook.production.MaterialNeed;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What production an order line has, in lots: a production order with all that is made for it. A lot of which anything has
 * begun goes on as a whole where the line still wants its item.
 *
 * @param kept lots that go on
 * @param gone lots that are taken off the plan
 * @param givenBack made items that were reserved for the line and are free again
 */
record WorkOfLine(List<Lot> kept, List<Lot> gone, Map<ItemNumber, Quantity> givenBack) {

    /** @param all the production order at the top first */
    record Lot(List<ProductionOrder> all) {

        Lot {
            all = List.copyOf(all);
        }

        ProductionOrder top() {
            return all.getFirst();
        }

        /** What comes of it: of one whose top is done already, what is made again. */
        Stream<Quantity> yields() {
            return top().status().isOpen()
                    ? Stream.of(top().quantity())
                    : all.stream()
                            .filter(order ->
                                    order.parent() == null && order.status().isOpen())
                            .map(ProductionOrder::quantity);
        }

        boolean hasBegun() {
            return all.stream().anyMatch(order -> order.status() != ProductionOrder.Status.PLANNED);
        }

        /** Production orders of it that are at work or done. */
        Stream<ProductionOrder> begun() {
            return all.stream()
                    .filter(order -> order.status() == ProductionOrder.Status.STARTED
                            || order.status() == ProductionOrder.Status.FINISHED);
        }
    }

    WorkOfLine {
        kept = List.copyOf(kept);
        gone = List.copyOf(gone);
        givenBack = Map.copyOf(givenBack);
    }

    /**
     * @param made its production orders, parents before their parts
     * @param reserved what is reserved in stock for it
     * @param keepsWork whether what has begun goes on
     */
    static WorkOfLine of(List<ProductionOrder> made, Map<ItemNumber, Quantity> reserved, boolean keepsWork) {
        List<Lot> kept = new ArrayList<>();
        List<Lot> gone = new ArrayList<>();
        for (Lot lot : lots(made)) {
            (keepsWork && lot.hasBegun() ? kept : gone).add(lot);
        }
        Map<ItemNumber, Quantity> givenBack = new HashMap<>(reserved);
        kept.stream()
                .flatMap(lot -> lot.all().stream())
                .forEach(order -> stillToBeIssued(order)
                        .forEach(need -> givenBack.computeIfPresent(
                                need.component(), (item, there) -> there.minusUpTo(need.quantity()))));
        givenBack.values().removeIf(Quantity::isZero);
        return new WorkOfLine(kept, gone, givenBack);
    }

    /** Lots of which the top is still open; what makes good the loss of a lot belongs to it. */
    private static List<Lot> lots(List<ProductionOrder> made) {
        Map<ProductionOrderNumber, ProductionOrder> byNumber = new HashMap<>();
        made.forEach(order -> byNumber.put(order.number(), order));
        Map<ProductionOrderNumber, List<ProductionOrder>> lots = new LinkedHashMap<>();
        for (ProductionOrder order : made) {
            lots.computeIfAbsent(topOf(order, byNumber), top -> new ArrayList<>())
                    .add(order);
        }
        return lots.values().stream()
                .filter(lot -> lot.stream().anyMatch(order -> order.status().isOpen()))
                .map(Lot::new)
                .toList();
    }

    private static ProductionOrderNumber topOf(
            ProductionOrder order, Map<ProductionOrderNumber, ProductionOrder> byNumber) {
        Set<ProductionOrderNumber> seen = new HashSet<>();
        ProductionOrder at = order;
        while (seen.add(at.number())) {
            ProductionOrder above = above(at, byNumber);
            if (above == null) {
                return at.number();
            }
            at = above;
        }
        return at.number();
    }

    private static @Nullable ProductionOrder above(
            ProductionOrder order, Map<ProductionOrderNumber, ProductionOrder> byNumber) {
        if (order.parent() != null) {
            return byNumber.get(order.parent());
        }
        return order.madeAgainFor() == null
                ? null
                : byNumber.get(order.madeAgainFor().productionOrder());
    }

    private static List<MaterialNeed> stillToBeIssued(ProductionOrder order) {
        Set<Integer> waiting = new HashSet<>();
        order.operations().stream()
                .filter(operation -> operation.status() == OperationStatus.PLANNED)
                .map(Operation::id)
                .forEach(id -> waiting.add(id.sequence()));
        return order.status().isOpen()
                ? order.materials().stream()
                        .filter(need -> need.reserved() && waiting.contains(need.operation()))
                        .toList()
                : List.of();
    }

    /** What the lots that go on will make of the line's item. */
    Quantity underway(Quantity none) {
        return kept.stream().flatMap(Lot::yields).reduce(none, Quantity::plus);
    }

    /** Whether nothing of the line is made, or left to be made. */
    boolean isNone() {
        return kept.isEmpty() && gone.isEmpty();
    }

    /** When its work is released that has not begun; null when it is. */
    @Nullable
    StartOfWork released(Instant now, ZoneId zone) {
        return gone.stream()
                .map(lot -> lot.top().notBefore())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .filter(at -> at.isAfter(now))
                .map(at -> {
                    LocalDate day = LocalDate.ofInstant(at, zone);
                    return new StartOfWork(List.of(), day, day, at);
                })
                .orElse(null);
    }

    /** Open production orders that are taken off. */
    Set<ProductionOrderNumber> numbersGone() {
        Set<ProductionOrderNumber> numbers = new HashSet<>();
        gone.stream()
                .flatMap(lot -> lot.all().stream())
                .filter(order -> order.status().isOpen())
                .forEach(order -> numbers.add(order.number()));
        return numbers;
    }
}
