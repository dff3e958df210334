package org.duebook.production;

import java.util.List;
import java.util.Map;
import org.duebook.catalog.Catalog;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.StockOnHand;
import org.duebook.plant.Plant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes good what an operation lost: by scrap, or because it was finished with fewer pieces than came to it. What is missing
 * is taken from stock that is free, and else made from its first operation on, for the same line and release and in the
 * place of what was lost.
 */
@Component
class Remaking {

    private static final Logger LOG = LoggerFactory.getLogger(Remaking.class);

    private final ProductionOrders orders;
    private final ProposalStore proposals;
    private final Catalog catalog;
    private final Plant plant;
    private final Inventory inventory;
    private final ApplicationEventPublisher events;

    Remaking(
            ProductionOrders orders,
            ProposalStore proposals,
            Catalog catalog,
            Plant plant,
            Inventory inventory,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.proposals = proposals;
        this.catalog = catalog;
        this.plant = plant;
        this.inventory = inventory;
        this.events = events;
    }

    /** What a report loses that no report before it has lost. */
    static Quantity lost(ProductionOrder order, Operation operation, ProgressReport report) {
        Quantity scrap = operation.scrap().plus(report.scrap());
        Quantity gone = report.finished()
                ? order.inputOf(operation).minusUpTo(operation.good().plus(report.good()))
                : scrap;
        return gone.minusUpTo(operation.scrap());
    }

    void make(ProductionOrder order, OperationId lost, Quantity missing) {
        Demand demand = new Demand(
                order.orderLine(), order.release(), order.item(), missing, order.requestedEnd(), order.priority());
        Proposals making = new Proposals(catalog.structureOf(List.of(order.item())), plant.machines());
        List<?> obstacles = making.making(demand).obstacles();
        if (!obstacles.isEmpty()) {
            LOG.warn("{} of {} lost by {} cannot be made again: {}", missing, order.item(), lost, obstacles);
            return;
        }
        Proposal proposal = making.propose(demand, this::free);
        List<ProductionOrder> again = proposal.productionOrders().stream()
                .map(each -> each.parent() == null
                        ? each.madeAgain(lost, order)
                        : order.promisedEnd() == null ? each : each.promisedBy(order.promisedEnd(), order.buffer()))
                .toList();
        Quantity fromStock = proposal.fromStock().get(order.item());
        if (order.parent() != null && fromStock != null) {
            orders.addReservedNeed(new OperationId(order.parent(), order.parentOperation()), order.item(), fromStock);
        }
        Map<ProductionOrderNumber, ProductionOrderNumber> drawn =
                proposals.store(new Proposal(demand, again, proposal.fromStock()));
        events.publishEvent(new MadeAgain(
                lost,
                missing,
                again.stream().map(each -> drawn.get(each.number())).toList()));
    }

    private Quantity free(ItemNumber item) {
        return inventory
                .stock(item)
                .map(StockOnHand::free)
                .orElseGet(() -> Quantity.zero(catalog.find(item).orElseThrow().unit()));
    }
}
