package org.duebook.planning;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.duebook.production.Operation;
import org.duebook.production.OperationStatus;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;

/**
 * Says which supply each operation's material comes from. Frozen work keeps what it was given, promised work what its
 * promise relied on or something that is there sooner; the rest is served in an order, before a run by due date, between
 * rounds by what the best plan so far has shown.
 */
final class Pegging {

    private final PlanFacts facts;
    private final Function<ItemNumber, Quantity> free;
    private final Map<OperationId, List<MaterialPeg>> before;
    private final Set<OperationId> frozen;

    /**
     * @param free what is free of an item that the facts do not name
     * @param before the pegs of the published plan
     * @param frozen operations that stay as they are
     */
    Pegging(PlanFacts facts, Function<ItemNumber, Quantity> free, List<MaterialPeg> before, Set<OperationId> frozen) {
        this.facts = facts;
        this.free = free;
        this.before = before.stream().collect(groupingBy(MaterialPeg::operation));
        this.frozen = Set.copyOf(frozen);
    }

    private record Need(ProductionOrder order, OperationId operation, ItemNumber component, Quantity quantity) {

        static final Comparator<Need> BY_DUE_DATE = Comparator.comparing(
                        (Need need) -> need.order().due())
                .thenComparing(need -> need.order().priority())
                .thenComparing(Need::operation)
                .thenComparing(Need::component);
    }

    /**
     * How a plan would have it.
     *
     * @param starts when operations start in it
     * @param urgency of operations that make something late because they wait for their material; they choose first, the
     *     greatest first
     * @param components of which the pegs are made anew; the others' stay
     */
    record Wish(Map<OperationId, Instant> starts, Map<OperationId, Long> urgency, Set<ItemNumber> components) {}

    /** What is short hits those with the most time to wait for it. */
    List<MaterialPeg> byDueDate() {
        Supplies supplies = Supplies.of(facts, free);
        List<MaterialPeg> pegs = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        for (Need need : needs()) {
            if (keeps(need)) {
                relied(need).forEach(peg -> pegs.add(supplies.retake(peg)));
            } else {
                needs.add(need);
            }
        }
        needs.stream().sorted(Need.BY_DUE_DATE).forEach(need -> pegs.addAll(peg(need, facts.now(), supplies)));
        return pegs;
    }

    /**
     * The same material given out as a plan would have it: first to whom its lack makes late, then as operations start, and
     * whoever starts later than a receipt comes takes it instead of a purchase.
     */
    List<MaterialPeg> as(Wish wish, List<MaterialPeg> current) {
        Map<OperationId, List<MaterialPeg>> now = current.stream().collect(groupingBy(MaterialPeg::operation));
        Supplies supplies = Supplies.of(facts, free);
        List<MaterialPeg> pegs = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        Map<Need, List<MaterialPeg>> relied = new HashMap<>();
        for (Need need : needs()) {
            if (!wish.components().contains(need.component())) {
                of(now, need).forEach(peg -> pegs.add(supplies.retake(peg)));
            } else if (keeps(need)) {
                List<MaterialPeg> kept =
                        relied(need).stream().map(supplies::retake).toList();
                if (frozen.contains(need.operation())) {
                    pegs.addAll(kept);
                } else {
                    relied.put(need, kept);
                    needs.add(need);
                }
            } else {
                needs.add(need);
            }
        }
        Comparator<Need> order = Comparator.comparing(
                        (Need need) -> wish.urgency().getOrDefault(need.operation(), 0L), Comparator.reverseOrder())
                .thenComparing(need -> wish.starts().getOrDefault(need.operation(), Instant.MAX))
                .thenComparing(Need.BY_DUE_DATE);
        for (Need need : needs.stream().sorted(order).toList()) {
            List<MaterialPeg> kept = relied.get(need);
            if (kept == null) {
                pegs.addAll(peg(need, wish.starts().getOrDefault(need.operation(), facts.now()), supplies));
            } else {
                kept.forEach(peg -> pegs.addAll(supplies.sooner(peg)));
            }
        }
        return pegs;
    }

    private List<MaterialPeg> peg(Need need, Instant neededBy, Supplies supplies) {
        return supplies.peg(
                need.operation(),
                need.component(),
                need.quantity(),
                neededBy,
                item -> facts.leadTimeDays().getOrDefault(item, 0));
    }

    /** Whether its operation is frozen or promised, and was given something. */
    private boolean keeps(Need need) {
        return (need.order().promisedEnd() != null || frozen.contains(need.operation()))
                && !relied(need).isEmpty();
    }

    private List<MaterialPeg> relied(Need need) {
        return of(before, need);
    }

    private static List<MaterialPeg> of(Map<OperationId, List<MaterialPeg>> pegs, Need need) {
        return pegs.getOrDefault(need.operation(), List.of()).stream()
                .filter(peg -> peg.component().equals(need.component()))
                .toList();
    }

    /** What waiting operations take from what is not reserved for them, each component once, in a fixed order. */
    private List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        for (ProductionOrder order : facts.orders()) {
            for (Operation operation : order.operations()) {
                if (operation.status() == OperationStatus.PLANNED) {
                    Map<ItemNumber, Quantity> wanted = new TreeMap<>();
                    order.materials().stream()
                            .filter(need -> !need.reserved()
                                    && need.operation() == operation.id().sequence())
                            .forEach(need -> wanted.merge(need.component(), need.quantity(), Quantity::plus));
                    wanted.forEach(
                            (component, quantity) -> needs.add(new Need(order, operation.id(), component, quantity)));
                }
            }
        }
        return needs;
    }
}
