package org.duebook.planning.timeline;

import java.util.Arrays;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/**
 * A topological order of all operations under precedence and machine arcs, repaired arc by arc (Pearce and Kelly), or made
 * anew where very many arcs are new.
 * Deleting an arc never spoils it; an arc that goes against it is repaired within the two ranks only. The machine arc
 * into v is {@code prev[v] → v}; arcs flagged in {@code waiting} are not yet part of the graph.
 */
final class TopologicalOrder {
    final int[] rank;
    final int[] operationAt;
    private final Csr predecessors;
    private final Csr successors;
    private final int[] prev;
    private final int[] next;
    private final boolean[] waiting;

    private final int[] seen;
    private int stamp;
    private final int[] stack;
    private int[] forward = new int[16];
    private int forwardSize;
    private int[] backward = new int[16];
    private int backwardSize;
    private int[] moved = new int[32];

    /** Ranks before the repair, as (operation, rank) pairs; kept while {@link #logging}. */
    final IntList log = new IntList();

    boolean logging;

    TopologicalOrder(PlanningProblem problem, int[] prev, int[] next, boolean[] waiting) {
        predecessors = problem.predecessors;
        successors = problem.successors;
        operationAt = problem.topological.clone();
        rank = new int[operationAt.length];
        for (int r = 0; r < rank.length; r++) {
            rank[operationAt[r]] = r;
        }
        this.prev = prev;
        this.next = next;
        this.waiting = waiting;
        seen = new int[rank.length];
        stack = new int[rank.length];
    }

    /** Takes the machine arc into {@code v} into the order; false when it would close a loop. */
    boolean admit(int v) {
        int u = prev[v];
        int low = rank[v];
        int high = rank[u];
        if (high < low) {
            return true;
        }
        stamp++;
        forwardSize = 0;
        if (!searchForward(v, high, u)) {
            return false;
        }
        backwardSize = 0;
        searchBackward(u, low);
        reorder();
        return true;
    }

    /**
     * Takes all machine arcs into the order at once, waiting or not: in time that grows with their number, where
     * {@link #admit} arc by arc takes its square.
     *
     * @return false when they close a loop; nothing is changed then
     */
    boolean admitAll() {
        int[] fresh = new int[rank.length];
        int[] open = new int[rank.length];
        int known = 0;
        for (int o = 0; o < open.length; o++) {
            open[o] = predecessors.from()[o + 1] - predecessors.from()[o] + (prev[o] < 0 ? 0 : 1);
            if (open[o] == 0) {
                fresh[known++] = o;
            }
        }
        for (int at = 0; at < known; at++) {
            int o = fresh[at];
            for (int i = successors.from()[o]; i < successors.from()[o + 1]; i++) {
                if (--open[successors.target()[i]] == 0) {
                    fresh[known++] = successors.target()[i];
                }
            }
            if (next[o] >= 0 && --open[next[o]] == 0) {
                fresh[known++] = next[o];
            }
        }
        if (known < fresh.length) {
            return false;
        }
        for (int r = 0; r < fresh.length; r++) {
            place(fresh[r], r);
        }
        return true;
    }

    private boolean searchForward(int from, int high, int target) {
        int depth = 0;
        stack[depth++] = from;
        seen[from] = stamp;
        while (depth > 0) {
            int o = stack[--depth];
            forward = appended(forward, forwardSize++, rank[o]);
            for (int i = successors.from()[o]; i < successors.from()[o + 1]; i++) {
                int w = successors.target()[i];
                if (rank[w] <= high && seen[w] != stamp) {
                    seen[w] = stamp;
                    stack[depth++] = w;
                }
            }
            int w = next[o];
            if (w >= 0 && !waiting[w] && rank[w] <= high && seen[w] != stamp) {
                seen[w] = stamp;
                stack[depth++] = w;
            }
            if (seen[target] == stamp) {
                return false;
            }
        }
        return true;
    }

    private void searchBackward(int from, int low) {
        int depth = 0;
        stack[depth++] = from;
        seen[from] = stamp;
        while (depth > 0) {
            int o = stack[--depth];
            backward = appended(backward, backwardSize++, rank[o]);
            for (int i = predecessors.from()[o]; i < predecessors.from()[o + 1]; i++) {
                int w = predecessors.target()[i];
                if (rank[w] >= low && seen[w] != stamp) {
                    seen[w] = stamp;
                    stack[depth++] = w;
                }
            }
            int w = waiting[o] ? -1 : prev[o];
            if (w >= 0 && rank[w] >= low && seen[w] != stamp) {
                seen[w] = stamp;
                stack[depth++] = w;
            }
        }
    }

    /** Everything before u (in its old order), then everything after v, on the ranks both sets held. */
    private void reorder() {
        Arrays.sort(forward, 0, forwardSize);
        Arrays.sort(backward, 0, backwardSize);
        int all = forwardSize + backwardSize;
        if (all > moved.length) {
            moved = new int[2 * all];
        }
        for (int i = 0; i < backwardSize; i++) {
            moved[i] = operationAt[backward[i]];
        }
        for (int i = 0; i < forwardSize; i++) {
            moved[backwardSize + i] = operationAt[forward[i]];
        }
        int b = 0;
        int f = 0;
        for (int i = 0; i < all; i++) {
            boolean fromBackward = f == forwardSize || b < backwardSize && backward[b] < forward[f];
            place(moved[i], fromBackward ? backward[b++] : forward[f++]);
        }
    }

    private void place(int operation, int at) {
        if (logging) {
            log.add(operation);
            log.add(rank[operation]);
        }
        rank[operation] = at;
        operationAt[at] = operation;
    }

    /** Puts back the ranks logged after the log had {@code size} entries. */
    void undoTo(int size) {
        while (log.size() > size) {
            int oldRank = log.removeLast();
            int operation = log.removeLast();
            rank[operation] = oldRank;
            operationAt[oldRank] = operation;
        }
    }

    private static int[] appended(int[] list, int size, int value) {
        int[] grown = size == list.length ? Arrays.copyOf(list, size * 2) : list;
        grown[size] = value;
        return grown;
    }
}
