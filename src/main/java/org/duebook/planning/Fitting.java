package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.production.Demand;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;

/**
 * Production orders that a plan does not know, fitted into its gaps, the most urgent first, moving nobody.
 *
 * @param byHold where they stand, by the quote that holds them; the empty name is no hold
 * @param pegs their material
 */
record Fitting(Map<String, List<PlacedOperation>> byHold, List<MaterialPeg> pegs) {

    static Fitting of(
            PlanState state,
            List<ProductionOrder> missing,
            Map<ProductionOrderNumber, String> holds,
            ToIntFunction<ItemNumber> leadTimeDays) {
        return of(state, missing, Set.of(), holds, leadTimeDays);
    }

    /** The same for what an opened plan misses; what was freed begins after what the plan still has before it. */
    static Fitting of(
            PlanState state,
            Opening opening,
            Map<ProductionOrderNumber, String> holds,
            ToIntFunction<ItemNumber> leadTimeDays) {
        return of(state, opening.missing(), opening.freed(), holds, leadTimeDays);
    }

    private static Fitting of(
            PlanState state,
            List<ProductionOrder> missing,
            Set<OperationId> freed,
            Map<ProductionOrderNumber, String> holds,
            ToIntFunction<ItemNumber> leadTimeDays) {
        Map<String, List<ProductionOrder>> trees = missing.stream()
                .sorted(Comparator.comparing(ProductionOrder::due).thenComparing(ProductionOrder::number))
                .collect(groupingBy(
                        order -> order.orderLine() + "#" + order.release() + holds.getOrDefault(order.number(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        BoardDraft draft = state.draft();
        LinePositions positions = LinePositions.of(state).copy();
        Supplies supplies = state.supplies();
        Map<String, List<PlacedOperation>> byHold = new LinkedHashMap<>();
        List<MaterialPeg> pegs = new ArrayList<>();
        for (List<ProductionOrder> tree : trees.values()) {
            GapPlacement placed = GapPlacement.of(
                    state.model,
                    draft,
                    positions,
                    0,
                    supplies,
                    proposal(tree),
                    leadTimeDays,
                    operation -> freed.contains(operation) ? state.readyFor(operation) : state.model.facts.now());
            Placement placement = placed.placement();
            if (!placed.isEmpty()) {
                placed.keep(Math.max(
                        placed.end(),
                        state.model.facts.minute(placement.proposal().demand().requestedEnd())));
            }
            pegs.addAll(placement.pegs());
            byHold.computeIfAbsent(holds.getOrDefault(tree.getFirst().number(), ""), key -> new ArrayList<>())
                    .addAll(placement.operations());
        }
        return new Fitting(byHold, pegs);
    }

    /** What is left of a tree of production orders, parents before their parts. */
    private static Proposal proposal(List<ProductionOrder> tree) {
        Map<ProductionOrderNumber, ProductionOrder> byNumber =
                tree.stream().collect(toMap(ProductionOrder::number, order -> order));
        List<ProductionOrder> ordered = new ArrayList<>(tree);
        ordered.sort(Comparator.comparingInt(order -> depth(order, byNumber)));
        ProductionOrder top = ordered.getFirst();
        return new Proposal(
                new Demand(
                        top.orderLine(),
                        top.release(),
                        top.item(),
                        top.quantity(),
                        top.requestedEnd(),
                        top.priority(),
                        top.notBefore()),
                ordered.stream().map(Fitting::waiting).toList(),
                Map.of());
    }

    private static int depth(ProductionOrder order, Map<ProductionOrderNumber, ProductionOrder> byNumber) {
        int depth = 0;
        ProductionOrder at = order;
        while (at != null && at.parent() != null) {
            at = byNumber.get(at.parent());
            depth++;
        }
        return depth;
    }

    private static ProductionOrder waiting(ProductionOrder order) {
        return order.withOperations(order.operations().stream()
                .filter(operation -> operation.status() == OperationStatus.PLANNED)
                .toList());
    }

    /** Where they stand, whatever holds them. */
    List<PlacedOperation> placed() {
        List<PlacedOperation> all = new ArrayList<>();
        byHold.values().forEach((List<PlacedOperation> placed) -> all.addAll(placed));
        return all;
    }
}
