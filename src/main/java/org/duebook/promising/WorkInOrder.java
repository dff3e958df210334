package org.duebook.promising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.duebook.catalog.Catalog;
import org.duebook.catalog.Item;
import org.duebook.orders.OrderDraft;
import org.duebook.production.Demand;
import org.duebook.production.Making;
import org.duebook.production.Production;
import org.duebook.production.Proposals;
import org.duebook.shared.Fault;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds orders that no plant could carry out whatever its rules say: an operation that has no machine, or more work than
 * a timeline in minutes can hold beside everybody else's.
 */
@Component
class WorkInOrder {

    /** About five years of a plant with twenty machines in two shifts. */
    static final double MOST_HOURS = 100_000;

    private static final OrderNumber ASKED = new OrderNumber("ASKED");

    private final Catalog catalog;
    private final Production production;

    WorkInOrder(Catalog catalog, Production production) {
        this.catalog = catalog;
        this.production = production;
    }

    /** Empty when the order can be made; lines whose item is unknown, bought or in another unit are left to others. */
    List<Fault> faults(OrderDraft draft) {
        List<ItemNumber> items =
                draft.lines().stream().map(OrderDraft.Line::item).toList();
        return faults(draft, catalog.findAll(items), production.proposals(items));
    }

    /** The same by what was so a moment ago, for those who only ask. */
    List<Fault> faultsLately(OrderDraft draft) {
        Map<ItemNumber, Item> items = new HashMap<>();
        draft.lines()
                .forEach(line -> catalog.findLately(line.item()).ifPresent(item -> items.put(item.number(), item)));
        return faults(draft, items, production::proposalsLately);
    }

    /** The same by items and product structure that were read before. */
    List<Fault> faults(OrderDraft draft, Map<ItemNumber, Item> items, Proposals proposals) {
        return faults(draft, items, item -> proposals);
    }

    private static List<Fault> faults(
            OrderDraft draft, Map<ItemNumber, Item> items, Function<ItemNumber, Proposals> proposals) {
        List<Fault> faults = new ArrayList<>();
        double hours = 0;
        for (int i = 0; i < draft.lines().size(); i++) {
            OrderDraft.Line line = draft.lines().get(i);
            String place = "lines[" + i + "]";
            if (!isMade(line, items.get(line.item()))) {
                continue;
            }
            Proposals known = proposals.apply(line.item());
            if (!known.canMake(line.item())) {
                continue;
            }
            Making making = known.making(new Demand(
                    new OrderLineId(ASKED, line.line()),
                    1,
                    line.item(),
                    line.quantity(),
                    Instant.EPOCH,
                    draft.priority()));
            making.obstacles()
                    .forEach(each -> faults.add(
                            new Fault(place + "." + each.field(), each.found(), each.wanted(), each.cure())));
            hours += making.machineHours();
            if (hours > MOST_HOURS) {
                faults.add(tooMuch(place, line, hours));
                return faults;
            }
        }
        return faults;
    }

    private static boolean isMade(OrderDraft.Line line, @Nullable Item item) {
        return item != null
                && item.type().isMade()
                && item.unit().equals(line.quantity().unit())
                && !line.quantity().isZero();
    }

    private static Fault tooMuch(String place, OrderDraft.Line line, double hours) {
        return new Fault(
                place + ".quantity",
                String.format(
                        Locale.ROOT, "%s, with which the order needs %,.0f machine hours", line.quantity(), hours),
                String.format(Locale.ROOT, "an order of at most %,.0f machine hours", MOST_HOURS),
                "check the quantity, or order less at once");
    }
}
