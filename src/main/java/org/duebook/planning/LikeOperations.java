package org.duebook.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.catalog.LotSize;
import org.duebook.planning.lots.LikeWork;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.production.MachineTime;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.Unit;

/** Says which operations of a plant are alike: one step of one item, on the same machines in the same setup state. */
final class LikeOperations {

    private record Kind(ItemNumber item, Unit unit, int sequence, String setupState, List<MachineCode> machines) {}

    private LikeOperations() {}

    /** What is started, or kept by a quote for itself, is like nothing. */
    static LikeWork of(PlanModel model) {
        Map<Kind, Integer> numbers = new HashMap<>();
        List<LotSize> sizes = new ArrayList<>();
        int[] kinds = new int[model.operations.size()];
        List<Quantity> quantities = new ArrayList<>();
        for (int o = 0; o < kinds.length; o++) {
            Operation operation = model.operations.get(o);
            ProductionOrder order = model.orderOf(operation.id());
            quantities.add(order.quantity());
            kinds[o] = PlanningProblem.NONE;
            if (operation.status() == OperationStatus.PLANNED && !Holds.isHeld(order.number())) {
                kinds[o] = numbers.computeIfAbsent(kind(order, operation), kind -> {
                    sizes.add(model.facts.lotSizes().getOrDefault(kind.item(), LotSize.ANY));
                    return sizes.size() - 1;
                });
            }
        }
        return LikeWork.of(model.problem, kinds, quantities, sizes);
    }

    private static Kind kind(ProductionOrder order, Operation operation) {
        return new Kind(
                order.item(),
                order.quantity().unit(),
                operation.id().sequence(),
                operation.setupState(),
                operation.machines().stream().map(MachineTime::machine).sorted().toList());
    }
}
