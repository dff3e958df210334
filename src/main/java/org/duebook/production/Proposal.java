package org.duebook.production;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;

/**
 * What making a demand would take, nothing stored yet: production orders under provisional numbers (the top one first,
 * none when stock covers it all), and the made items it would take from stock.
 */
public record Proposal(Demand demand, List<ProductionOrder> productionOrders, Map<ItemNumber, Quantity> fromStock) {

    public Proposal {
        productionOrders = List.copyOf(productionOrders);
        fromStock = Map.copyOf(fromStock);
    }

    /** The same where a machine may do as well what is for another one of its work centre, in the time of that one. */
    public Proposal alsoOn(MachineCode substitute, MachineCode named) {
        return new Proposal(
                demand,
                productionOrders.stream()
                        .map(order -> order.withOperations(order.operations().stream()
                                .map(operation -> operation.alsoOn(substitute, named))
                                .toList()))
                        .toList(),
                fromStock);
    }

    /** The same, promised to be made by then, and planned to be so long before. */
    public Proposal promisedBy(Instant end, Duration buffer) {
        return new Proposal(
                demand,
                productionOrders.stream()
                        .map(order -> order.promisedBy(end, buffer))
                        .toList(),
                fromStock);
    }
}
