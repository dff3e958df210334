package org.duebook.planning;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.duebook.production.Operation;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;

/**
 * A plan opened for production orders that it does not know. What waits for such an order, the operation that consumes it
 * and all that comes after, is freed and fitted in again with it: left where it stood it could be asked to run before its
 * own part.
 *
 * @param rows places that stay
 * @param pegs their material
 * @param missing what is to be fitted in: the unknown orders, and of known ones what was freed
 * @param freed operations of known orders that are fitted in again
 */
record Opening(List<PlanRow> rows, List<MaterialPeg> pegs, List<ProductionOrder> missing, Set<OperationId> freed) {

    static Opening of(List<PlanRow> rows, List<MaterialPeg> pegs, Collection<ProductionOrder> wanted) {
        Set<ProductionOrderNumber> known = rows.stream()
                .map(row -> row.placed().operation().productionOrder())
                .collect(toSet());
        Map<ProductionOrderNumber, ProductionOrder> byNumber =
                wanted.stream().collect(toMap(ProductionOrder::number, order -> order));
        Set<OperationId> freed = new HashSet<>();
        for (ProductionOrder order : wanted) {
            if (!known.contains(order.number())) {
                free(order, byNumber, known, freed);
            }
        }
        Predicate<OperationId> stays = operation -> !freed.contains(operation);
        List<ProductionOrder> missing = new ArrayList<>();
        for (ProductionOrder order : wanted) {
            List<Operation> open = order.operations().stream()
                    .filter(operation -> !known.contains(order.number()) || freed.contains(operation.id()))
                    .toList();
            if (!open.isEmpty()) {
                missing.add(order.withOperations(open));
            }
        }
        return new Opening(
                rows.stream()
                        .filter(row -> stays.test(row.placed().operation()))
                        .toList(),
                pegs.stream().filter(peg -> stays.test(peg.operation())).toList(),
                missing,
                freed);
    }

    private static void free(
            ProductionOrder part,
            Map<ProductionOrderNumber, ProductionOrder> byNumber,
            Set<ProductionOrderNumber> known,
            Set<OperationId> freed) {
        ProductionOrder above = part.parent() == null ? null : byNumber.get(part.parent());
        int from = part.parentOperation();
        while (above != null) {
            if (known.contains(above.number())) {
                int first = from;
                above.operations().stream()
                        .map(Operation::id)
                        .filter(operation -> operation.sequence() >= first)
                        .forEach(freed::add);
            }
            from = above.parentOperation();
            above = above.parent() == null ? null : byNumber.get(above.parent());
        }
    }
}
