package org.duebook.planning.lots;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duebook.catalog.LotSize;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.shared.Quantity;

/**
 * Which operations of a problem are alike, and how much of them goes into a lot. Immutable; arrays by operation index.
 * Fixed, frozen and outside operations are like none, whatever the caller says.
 */
public final class LikeWork {

    private final PlanningProblem problem;
    /** Operations with the same number may be made together; {@link PlanningProblem#NONE} with none. */
    private final int[] kind;

    private final List<Quantity> quantity;
    private final List<LotSize> sizes;

    private LikeWork(PlanningProblem problem, int[] kind, List<Quantity> quantity, List<LotSize> sizes) {
        this.problem = problem;
        this.kind = kind;
        this.quantity = quantity;
        this.sizes = sizes;
    }

    /**
     * @param kind by operation: the number of its step of its item, dense from 0, or NONE where it must stay alone
     * @param quantity by operation: how much of its item it makes
     * @param sizes by kind: how much of it goes into a lot
     */
    public static LikeWork of(PlanningProblem problem, int[] kind, List<Quantity> quantity, List<LotSize> sizes) {
        if (kind.length != problem.operationCount() || quantity.size() != kind.length) {
            throw new IllegalArgumentException("kinds of " + kind.length + " and quantities of " + quantity.size()
                    + " operations for a problem of " + problem.operationCount());
        }
        int[] checked = kind.clone();
        for (int m = 0; m < problem.machineCount(); m++) {
            for (int frozen : problem.frozen(m)) {
                checked[frozen] = NONE;
            }
        }
        for (int o = 0; o < checked.length; o++) {
            if (problem.fixed(o) || problem.outside(o)) {
                checked[o] = NONE;
            }
        }
        BitSet inOrder = inOrder(problem, checked, sizes.size());
        for (int o = 0; o < checked.length; o++) {
            if (checked[o] != NONE && !inOrder.get(checked[o])) {
                checked[o] = NONE;
            }
        }
        return new LikeWork(problem, checked, List.copyOf(quantity), List.copyOf(sizes));
    }

    /**
     * Kinds whose operations, all of each joined, could still be put in an order. Operations of no kind stand each for
     * itself, so the graph has kinds first and then operations.
     */
    private static BitSet inOrder(PlanningProblem problem, int[] kind, int kinds) {
        int nodes = kinds + kind.length;
        Set<Long> arcs = new HashSet<>();
        int[] open = new int[nodes];
        int[][] later = new int[nodes][];
        int[] count = new int[nodes];
        Arrays.fill(later, new int[0]);
        for (int o = 0; o < kind.length; o++) {
            for (int before : problem.predecessors(o)) {
                int from = node(kind, kinds, before);
                int to = node(kind, kinds, o);
                if (arcs.add((long) from << 32 | to)) {
                    open[to]++;
                    if (count[from] == later[from].length) {
                        later[from] = Arrays.copyOf(later[from], Math.max(2, 2 * count[from]));
                    }
                    later[from][count[from]++] = to;
                }
            }
        }
        BitSet done = new BitSet(nodes);
        Deque<Integer> next = new ArrayDeque<>();
        for (int node = 0; node < nodes; node++) {
            if (open[node] == 0) {
                next.add(node);
            }
        }
        while (!next.isEmpty()) {
            int node = next.remove();
            done.set(node);
            for (int i = 0; i < count[node]; i++) {
                if (--open[later[node][i]] == 0) {
                    next.add(later[node][i]);
                }
            }
        }
        return done;
    }

    private static int node(int[] kind, int kinds, int operation) {
        return kind[operation] == NONE ? kinds + operation : kind[operation];
    }

    PlanningProblem problem() {
        return problem;
    }

    int kinds() {
        return sizes.size();
    }

    int kind(int operation) {
        return kind[operation];
    }

    boolean alike(int one, int other) {
        return kind[one] != NONE && kind[one] == kind[other];
    }

    Quantity quantity(int operation) {
        return quantity.get(operation);
    }

    LotSize size(int kindNumber) {
        return sizes.get(kindNumber);
    }

    /** How much a lot of these makes; at least one of them. */
    Quantity quantity(int[] members) {
        Quantity sum = quantity.get(members[0]);
        for (int i = 1; i < members.length; i++) {
            sum = sum.plus(quantity.get(members[i]));
        }
        return sum;
    }

    /** How many operations stand in lots that are smaller than is worth setting up for. */
    public int belowMinimum(Lots lots) {
        int below = 0;
        for (int lot = 0; lot < lots.count(); lot++) {
            int[] members = lots.members(lot);
            if (kind[members[0]] != NONE && size(kind[members[0]]).isBelowMinimum(quantity(members))) {
                below += members.length;
            }
        }
        return below;
    }

    /** Whether any kind has a size below which it should not be made. */
    public boolean hasMinimum() {
        return sizes.stream().anyMatch(size -> size.minimum() != null);
    }
}
