package org.duebook.promising;

import java.util.List;
import java.util.Map;
import org.duebook.planning.MaterialPeg;
import org.duebook.planning.PlacedOperation;
import org.duebook.planning.Placement;
import org.duebook.planning.Slot;
import org.duebook.production.Demand;
import org.duebook.production.ProductionOrder;
import org.duebook.production.Proposal;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.duebook.shared.ProductionOrderNumber;

/** Gives what was placed for a quote the numbers of the order it became and of the production orders drawn for it. */
final class Renumbering {

    private Renumbering() {}

    static Proposal forOrder(Proposal proposal, OrderNumber order) {
        Demand asked = proposal.demand();
        OrderLineId line = new OrderLineId(order, asked.orderLine().line());
        Demand demand = new Demand(
                line,
                asked.release(),
                asked.item(),
                asked.quantity(),
                asked.requestedEnd(),
                asked.priority(),
                asked.notBefore());
        return new Proposal(
                demand,
                proposal.productionOrders().stream()
                        .map(made -> forLine(made, line))
                        .toList(),
                proposal.fromStock());
    }

    static List<Slot> slots(Placement placement, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return placement.slots().stream()
                .map(slot -> new Slot(renumbered(slot.placed(), numbers), slot.position()))
                .toList();
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

    static List<MaterialPeg> pegs(Placement placement, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        return placement.pegs().stream()
                .map(peg -> new MaterialPeg(
                        renumbered(peg.operation(), numbers),
                        peg.component(),
                        peg.quantity(),
                        peg.source(),
                        peg.reference(),
                        peg.available()))
                .toList();
    }

    private static OperationId renumbered(
            OperationId operation, Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        ProductionOrderNumber drawn = numbers.get(operation.productionOrder());
        if (drawn == null) {
            throw new IllegalStateException("placed operation " + operation
                    + " belongs to no production order that was stored: " + numbers.keySet());
        }
        return new OperationId(drawn, operation.sequence());
    }

    private static ProductionOrder forLine(ProductionOrder made, OrderLineId line) {
        return new ProductionOrder(
                made.number(),
                made.item(),
                made.quantity(),
                line,
                made.release(),
                made.parent(),
                made.parentOperation(),
                made.status(),
                made.promisedEnd(),
                made.buffer(),
                made.requestedEnd(),
                made.priority(),
                made.notBefore(),
                made.operations(),
                made.materials(),
                made.madeAgainFor());
    }
}
