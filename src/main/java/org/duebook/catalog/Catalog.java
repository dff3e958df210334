package org.duebook.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Door to items, bills of material and routings. Lists of many items come in one read. */
@Service
public class Catalog {

    public Optional<Item> find(ItemNumber number) {
        throw new UnsupportedOperationException();
    }

    /** Items by number, after the given one, at most {@code limit}. */
    public List<Item> list(@Nullable ItemNumber after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Items by number in one read; unknown ones are absent. */
    public Map<ItemNumber, Item> findAll(Collection<ItemNumber> numbers) {
        throw new UnsupportedOperationException();
    }

    /** Bills of material by parent in one read; items without one are absent. */
    public Map<ItemNumber, List<BillLine>> billsOf(Collection<ItemNumber> parents) {
        throw new UnsupportedOperationException();
    }

    /** Routings by item in one read; items without one are absent. */
    public Map<ItemNumber, List<RoutingStep>> routingsOf(Collection<ItemNumber> items) {
        throw new UnsupportedOperationException();
    }

    public Saved put(Item item) {
        throw new UnsupportedOperationException();
    }

    /** The bill of material of an item, by operation and component; empty when it has none. */
    public List<BillLine> bill(ItemNumber parent) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the whole bill of material of an item. */
    public Saved putBill(ItemNumber parent, List<BillLine> lines) {
        throw new UnsupportedOperationException();
    }

    /** The routing of an item in the order of work; empty when it has none. */
    public List<RoutingStep> routing(ItemNumber item) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the whole routing of an item. */
    public Saved putRouting(ItemNumber item, List<RoutingStep> steps) {
        throw new UnsupportedOperationException();
    }
}
