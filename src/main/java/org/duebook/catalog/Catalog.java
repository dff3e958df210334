package org.duebook.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.Remembered;
import org.duebook.shared.Saved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door to items, bills of material and routings. Reads of many items come in one query per kind. */
@Service
public class Catalog {

    private final Remembered<ItemNumber, Item> lately = new Remembered<>(Remembered.MASTER_DATA);
    private final Remembered<ItemNumber, ProductStructure> structuresLately = new Remembered<>(Remembered.MASTER_DATA);
    private final ItemRows items;
    private final BillRows bills;
    private final RoutingRows routings;

    Catalog(ItemRows items, BillRows bills, RoutingRows routings) {
        this.items = items;
        this.bills = bills;
        this.routings = routings;
    }

    @Transactional(readOnly = true)
    public Optional<Item> find(ItemNumber number) {
        return items.load(List.of(number)).stream().findFirst();
    }

    /** An item as it was a moment ago, for those who only ask. */
    public Optional<Item> findLately(ItemNumber number) {
        return lately.find(number, this::find);
    }

    /** Items by number, after the given one, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Item> list(@Nullable ItemNumber after, int limit) {
        return items.page(after == null ? "" : after.value(), limit);
    }

    /**
     * Items of a type whose number or name holds what was typed, those whose number begins with it first, at most
     * {@code limit}.
     */
    @Transactional(readOnly = true)
    public List<Item> matching(ItemType type, String typed, int limit) {
        return items.matching(type, typed, limit);
    }

    /** Items by number in one read; unknown ones are absent. */
    @Transactional(readOnly = true)
    public Map<ItemNumber, Item> findAll(Collection<ItemNumber> numbers) {
        return ItemRows.byNumber(items.load(numbers));
    }

    @Transactional
    public Saved put(Item item) {
        forget();
        return items.put(item);
    }

    /** The bill of material of an item, by operation and component; empty when it has none. */
    @Transactional(readOnly = true)
    public List<BillLine> bill(ItemNumber parent) {
        return bills.load(List.of(parent)).getOrDefault(parent, List.of());
    }

    /** Bills of material by parent in one read; items without one are absent. */
    @Transactional(readOnly = true)
    public Map<ItemNumber, List<BillLine>> billsOf(Collection<ItemNumber> parents) {
        return bills.load(parents);
    }

    /** Replaces the whole bill of material of a known item. */
    @Transactional
    public Saved putBill(ItemNumber parent, List<BillLine> lines) {
        forget();
        items.lock(parent);
        return bills.put(parent, lines);
    }

    /** The routing of an item in the order of work; empty when it has none. */
    @Transactional(readOnly = true)
    public List<RoutingStep> routing(ItemNumber item) {
        return routings.load(List.of(item)).getOrDefault(item, List.of());
    }

    /** Routings by item in one read; items without one are absent. */
    @Transactional(readOnly = true)
    public Map<ItemNumber, List<RoutingStep>> routingsOf(Collection<ItemNumber> items) {
        return routings.load(items);
    }

    /** Items with all they are made of, read level by level whatever their number. */
    @Transactional(readOnly = true)
    public ProductStructure structureOf(Collection<ItemNumber> items) {
        Set<ItemNumber> seen = new HashSet<>();
        Map<ItemNumber, List<RoutingStep>> steps = new HashMap<>();
        Map<ItemNumber, List<BillLine>> lines = new HashMap<>();
        Set<ItemNumber> level = Set.copyOf(items);
        while (!level.isEmpty()) {
            seen.addAll(level);
            steps.putAll(routings.load(level));
            Map<ItemNumber, List<BillLine>> below = bills.load(level);
            lines.putAll(below);
            level = below.values().stream()
                    .flatMap(List::stream)
                    .map(BillLine::component)
                    .filter(component -> !seen.contains(component))
                    .collect(Collectors.toSet());
        }
        return new ProductStructure(seen, steps, lines, this.items.lotSizes(seen));
    }

    /** An item with all it is made of as it was a moment ago, for those who only ask. */
    public ProductStructure structureLately(ItemNumber item) {
        return structuresLately.get(item, each -> structureOf(List.of(each)));
    }

    private void forget() {
        lately.forget();
        structuresLately.forget();
    }

    /** How much of these items is made in one go, of those that are not made in any quantity. */
    @Transactional(readOnly = true)
    public Map<ItemNumber, LotSize> lotSizes(Collection<ItemNumber> of) {
        return items.lotSizes(of);
    }

    /** Replaces the whole routing of a known item. */
    @Transactional
    public Saved putRouting(ItemNumber item, List<RoutingStep> steps) {
        forget();
        items.lock(item);
        return routings.put(item, steps);
    }
}
