package org.duebook.planning;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.inventory.Inventory;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.inventory.StockOnHand;
import org.duebook.plant.Changeover;
import org.duebook.plant.LaidOutTime;
import org.duebook.plant.Machine;
import org.duebook.plant.Plant;
import org.duebook.plant.WorkCentre;
import org.duebook.production.MaterialNeed;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.Production;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.springframework.stereotype.Component;

/** Reads {@link PlanFacts} from the modules that own them. */
@Component
class PlanFactsReader {

    private final Production production;
    private final Plant plant;
    private final Inventory inventory;
    private final Catalog catalog;
    private final Clock clock;

    PlanFactsReader(Production production, Plant plant, Inventory inventory, Catalog catalog, Clock clock) {
        this.production = production;
        this.plant = plant;
        this.inventory = inventory;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** This minute. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** @param held production orders of proposals that quotes hold */
    PlanFacts read(List<ProductionOrder> held) {
        return read(held, now());
    }

    /** @param now a whole minute */
    PlanFacts read(List<ProductionOrder> held, Instant now) {
        List<ProductionOrder> orders = new ArrayList<>(production.open());
        orders.addAll(held);
        Instant origin = orders.stream()
                .flatMap(order -> order.operations().stream())
                .filter(operation -> operation.status() == OperationStatus.STARTED)
                .map(Operation::startedAt)
                .filter(started -> started != null && started.isBefore(now))
                .min(Instant::compareTo)
                .orElse(now)
                .truncatedTo(ChronoUnit.HOURS);
        List<Machine> machines = plant.machines();
        List<ScheduledReceipt> receipts = inventory.receipts();
        Set<ItemNumber> components = new HashSet<>();
        for (ProductionOrder order : orders) {
            order.materials().stream()
                    .filter(need -> !need.reserved())
                    .map(MaterialNeed::component)
                    .forEach(components::add);
        }
        receipts.forEach(receipt -> components.add(receipt.item()));
        LaidOutTime time = plant.laidOutTime(origin, now.plus(PlanFacts.HORIZON), now.plus(PlanFacts.FURTHEST_HORIZON));
        return new PlanFacts(
                now,
                origin,
                time.horizon().to(),
                plant.profile().zone(),
                machines,
                changeovers(),
                time.working(),
                orders,
                freeStock(components),
                receipts,
                leadTimeDays(components),
                catalog.lotSizes(orders.stream().map(ProductionOrder::item).collect(toSet())));
    }

    /** Days it takes to buy an item; 0 for one the catalogue does not know. */
    int leadTimeDays(ItemNumber item) {
        return catalog.find(item).map(Item::leadTimeDays).orElse(0);
    }

    /** The same of many, in one read. */
    Map<ItemNumber, Integer> leadTimeDays(Set<ItemNumber> components) {
        Map<ItemNumber, Item> items = catalog.findAll(components);
        return components.stream().collect(toMap(identity(), component -> {
            Item item = items.get(component);
            return item == null ? 0 : item.leadTimeDays();
        }));
    }

    /** What is free of an item that no open order needs yet. */
    Quantity free(ItemNumber item) {
        return inventory
                .stock(item)
                .map(StockOnHand::free)
                .orElseGet(
                        () -> Quantity.zero(catalog.find(item).map(Item::unit).orElse(org.duebook.shared.Unit.PIECES)));
    }

    /** What is free of items that are in stock or were. */
    Map<ItemNumber, Quantity> freeStock(Set<ItemNumber> items) {
        Map<ItemNumber, Quantity> free = new HashMap<>();
        inventory.stockOf(items).forEach((item, stock) -> free.put(item, stock.free()));
        return free;
    }

    private Map<WorkCentreCode, List<Changeover>> changeovers() {
        Map<WorkCentreCode, List<Changeover>> known = plant.changeovers();
        return plant.workCentres().stream()
                .map(WorkCentre::code)
                .collect(toMap(identity(), centre -> known.getOrDefault(centre, List.of())));
    }
}
