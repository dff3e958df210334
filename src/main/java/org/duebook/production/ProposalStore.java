package org.duebook.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duebook.inventory.Inventory;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Turns proposals into production orders: numbers are drawn, stock is reserved. */
@Component
class ProposalStore {

    private final ProductionOrders orders;
    private final Inventory inventory;

    ProposalStore(ProductionOrders orders, Inventory inventory) {
        this.orders = orders;
        this.inventory = inventory;
    }

    /** Gives provisional → drawn number. */
    Map<ProductionOrderNumber, ProductionOrderNumber> store(Proposal proposal) {
        String reference = Production.reference(proposal.demand().orderLine());
        proposal.fromStock().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(taken -> reserve(taken.getKey(), taken.getValue(), reference));
        List<ProductionOrder> proposed = proposal.productionOrders();
        if (proposed.isEmpty()) {
            return Map.of();
        }
        List<ProductionOrderNumber> drawn = orders.drawNumbers(proposed.size());
        Map<ProductionOrderNumber, ProductionOrderNumber> numbers = new HashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            numbers.put(proposed.get(i).number(), drawn.get(i));
        }
        orders.insert(proposed.stream().map(order -> order.renumbered(numbers)).toList());
        return numbers;
    }

    private void reserve(ItemNumber item, Quantity wanted, String reference) {
        Quantity got = inventory.reserveUpTo(item, wanted, reference);
        if (got.compareTo(wanted) < 0) {
            throw new OptimisticLockingFailureException("only " + got + " of " + item + " are still free, wanted "
                    + wanted + " for " + reference + "; ask again");
        }
    }
}
