package org.duebook.production;

import java.util.List;
import java.util.Map;
import org.duebook.shared.ItemNumber;
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
}
