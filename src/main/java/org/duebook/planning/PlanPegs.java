package org.duebook.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;

/**
 * What the operations of a plan take, and when each was placed: whoever starts first chooses first when something becomes
 * free. Names also what has left the plan since; who asks says what is still there. Immutable.
 *
 * @param known as the plan was read
 * @param added what came later
 */
record PlanPegs(List<Taken> known, List<Taken> added) {

    private static final Comparator<Taken> IN_TURN = Comparator.comparing(Taken::placed)
            .thenComparing(taken -> taken.peg.operation())
            .thenComparing(taken -> taken.peg.component());

    /** @param placed when the operation was to start as it was placed */
    record Taken(MaterialPeg peg, Instant placed) {}

    PlanPegs {
        known = List.copyOf(known);
        added = List.copyOf(added);
    }

    static PlanPegs of(Collection<PlanRow> rows, Collection<MaterialPeg> pegs) {
        return new PlanPegs(taken(rows, pegs), List.of());
    }

    /** The same with what others take that came into the plan. */
    PlanPegs with(Collection<PlanRow> rows, Collection<MaterialPeg> pegs) {
        if (pegs.isEmpty()) {
            return this;
        }
        List<Taken> all = new ArrayList<>(added);
        all.addAll(taken(rows, pegs));
        return new PlanPegs(known, all);
    }

    private static List<Taken> taken(Collection<PlanRow> rows, Collection<MaterialPeg> pegs) {
        Map<OperationId, Instant> starts = new HashMap<>();
        rows.forEach(row -> starts.put(row.placed().operation(), row.placed().start()));
        return pegs.stream()
                .map(peg -> new Taken(peg, starts.getOrDefault(peg.operation(), Instant.MAX)))
                .toList();
    }

    /** What these production orders take, by operation. */
    List<MaterialPeg> of(Set<ProductionOrderNumber> orders, Predicate<OperationId> isThere) {
        return all(taken -> orders.contains(taken.peg.operation().productionOrder()), isThere).stream()
                .map(Taken::peg)
                .toList();
    }

    /** All that is taken of some components. */
    Components of(Collection<ItemNumber> components, Predicate<OperationId> isThere) {
        Set<ItemNumber> wanted = Set.copyOf(components);
        return new Components(wanted, all(taken -> wanted.contains(taken.peg.component()), isThere));
    }

    /** What is taken of some components, those first who choose first. */
    record Components(Set<ItemNumber> items, List<Taken> taken) {

        List<MaterialPeg> pegs() {
            return taken.stream().map(Taken::peg).toList();
        }
    }

    /** The same where others take what these took. */
    PlanPegs replaced(Components before, Collection<MaterialPeg> after, Predicate<OperationId> isThere) {
        Map<OperationId, Instant> placed = new HashMap<>();
        before.taken.forEach(taken -> placed.put(taken.peg.operation(), taken.placed));
        List<Taken> all = new ArrayList<>(all(taken -> !before.items.contains(taken.peg.component()), isThere));
        after.forEach(peg -> all.add(new Taken(peg, placed.getOrDefault(peg.operation(), Instant.MAX))));
        return new PlanPegs(all, List.of());
    }

    /** When the last of an operation's material is there; long ago where it takes none. */
    Map<OperationId, Instant> latest(Set<OperationId> operations) {
        Map<OperationId, Instant> latest = new HashMap<>();
        for (List<Taken> some : List.of(known, added)) {
            for (Taken taken : some) {
                if (operations.contains(taken.peg.operation())) {
                    latest.merge(taken.peg.operation(), taken.peg.available(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        return latest;
    }

    private List<Taken> all(Predicate<Taken> wanted, Predicate<OperationId> isThere) {
        List<Taken> all = new ArrayList<>();
        for (List<Taken> some : List.of(known, added)) {
            for (Taken taken : some) {
                if (wanted.test(taken) && isThere.test(taken.peg.operation())) {
                    all.add(taken);
                }
            }
        }
        all.sort(IN_TURN);
        return all;
    }
}
