package org.duebook.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;

/** Gives the provisional production orders of a held quote numbers of their own: {@code H-<quote>-1-NEW-1}. */
final class Holds {

    private static final String PREFIX = "H-";

    private Holds() {}

    static boolean isHeld(ProductionOrderNumber number) {
        return number.value().startsWith(PREFIX);
    }

    /** What a hold keeps, renumbered. */
    record Kept(List<Proposal> proposals, List<Slot> slots, List<MaterialPeg> pegs) {}

    static Kept keep(String quote, List<Placement> placements) {
        List<Proposal> proposals = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        List<MaterialPeg> pegs = new ArrayList<>();
        String stem = PREFIX + quote.toUpperCase(Locale.ROOT).substring(0, Math.min(13, quote.length())) + "-";
        for (int i = 0; i < placements.size(); i++) {
            Placement placement = placements.get(i);
            Map<ProductionOrderNumber, ProductionOrderNumber> numbers = new HashMap<>();
            for (ProductionOrder order : placement.proposal().productionOrders()) {
                numbers.put(order.number(), new ProductionOrderNumber(stem + (i + 1) + "-" + order.number()));
            }
            proposals.add(new Proposal(
                    placement.proposal().demand(),
                    placement.proposal().productionOrders().stream()
                            .map(order -> promised(order.renumbered(numbers), placement))
                            .toList(),
                    placement.proposal().fromStock()));
            placement.slots().forEach(slot -> slots.add(new Slot(renumbered(slot.placed(), numbers), slot.position())));
            placement.pegs().forEach(peg -> pegs.add(renumbered(peg, numbers)));
        }
        return new Kept(proposals, slots, pegs);
    }

    /** What nobody has said a date for keeps the time it was asked for, or needs. */
    private static ProductionOrder promised(ProductionOrder order, Placement placement) {
        if (order.promisedEnd() != null) {
            return order;
        }
        Instant by = placement.proposal().demand().requestedEnd();
        return order.promisedBy(placement.end().isAfter(by) ? placement.end() : by, Duration.ZERO);
    }

    private static OperationId renumbered(
            OperationId operation, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new OperationId(
                numbers.getOrDefault(operation.productionOrder(), operation.productionOrder()), operation.sequence());
    }

    private static PlacedOperation renumbered(
            PlacedOperation placed, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new PlacedOperation(
                renumbered(placed.operation(), numbers),
                placed.machine(),
                placed.setupStart(),
                placed.start(),
                placed.end(),
                placed.setupState());
    }

    private static MaterialPeg renumbered(MaterialPeg peg, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return new MaterialPeg(
                renumbered(peg.operation(), numbers),
                peg.component(),
                peg.quantity(),
                peg.source(),
                peg.reference(),
                peg.available());
    }
}
