package org.duebook.production;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
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
        return storeAll(List.of(proposal)).getFirst();
    }

    /** The same of each, at the cost of a few statements for all. */
    List<Map<ProductionOrderNumber, ProductionOrderNumber>> storeAll(List<Proposal> proposals) {
        proposals.forEach(this::reserve);
        int wanted = proposals.stream()
                .mapToInt(proposal -> proposal.productionOrders().size())
                .sum();
        if (wanted == 0) {
            return Collections.nCopies(proposals.size(), Map.of());
        }
        Iterator<ProductionOrderNumber> drawn = orders.drawNumbers(wanted).iterator();
        List<Map<ProductionOrderNumber, ProductionOrderNumber>> numbers = new ArrayList<>(proposals.size());
        List<ProductionOrder> stored = new ArrayList<>(wanted);
        for (Proposal proposal : proposals) {
            Map<ProductionOrderNumber, ProductionOrderNumber> own = new HashMap<>();
            proposal.productionOrders().forEach(order -> own.put(order.number(), drawn.next()));
            proposal.productionOrders().forEach(order -> stored.add(order.renumbered(own)));
            numbers.add(own);
        }
        orders.insert(stored);
        return numbers;
    }

    private void reserve(Proposal proposal) {
        String reference = Production.reference(proposal.demand().orderLine());
        proposal.fromStock().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(taken -> reserve(taken.getKey(), taken.getValue(), reference));
    }

    private void reserve(ItemNumber item, Quantity wanted, String reference) {
        Quantity got = inventory.reserveUpTo(item, wanted, reference);
        if (got.compareTo(wanted) < 0) {
            throw new OptimisticLockingFailureException("only " + got + " of " + item + " are still free, wanted "
                    + wanted + " for " + reference + "; ask again");
        }
    }
}
