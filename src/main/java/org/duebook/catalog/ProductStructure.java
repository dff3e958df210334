package org.duebook.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duebook.shared.ItemNumber;

/** Routings, bills of material and lot sizes of some items and of all they are made of, as they were when they were read. */
public final class ProductStructure {

    private final Set<ItemNumber> items;
    private final Map<ItemNumber, List<RoutingStep>> routings;
    private final Map<ItemNumber, List<BillLine>> bills;

    private final Map<ItemNumber, LotSize> lotSizes;

    ProductStructure(
            Set<ItemNumber> items,
            Map<ItemNumber, List<RoutingStep>> routings,
            Map<ItemNumber, List<BillLine>> bills,
            Map<ItemNumber, LotSize> lotSizes) {
        this.items = Set.copyOf(items);
        this.routings = Map.copyOf(routings);
        this.bills = Map.copyOf(bills);
        this.lotSizes = Map.copyOf(lotSizes);
    }

    /** The items asked for and everything they are made of, known to the catalogue or not. */
    public Set<ItemNumber> items() {
        return items;
    }

    /** The routing of one of the items in the order of work; empty when it has none. */
    public List<RoutingStep> routing(ItemNumber item) {
        return routings.getOrDefault(item, List.of());
    }

    /** The bill of material of one of the items, by operation and component; empty when it has none. */
    public List<BillLine> bill(ItemNumber item) {
        return bills.getOrDefault(item, List.of());
    }

    /** How much of one of the items is made in one go. */
    public LotSize lotSize(ItemNumber item) {
        return lotSizes.getOrDefault(item, LotSize.ANY);
    }
}
