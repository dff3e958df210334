package org.duebook.planning.timeline;

import java.util.Arrays;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/**
 * How long it takes, at least, from the end of each operation until the last job is done: the longest way through its
 * followers in its job and on its machine. Elapsed minutes; closed time is not counted, so that it is exact where all
 * machines work around the clock and a lower bound elsewhere.
 *
 * <p>Kept up to date by {@link Timeline#update} in one backward sweep over what a change reaches.
 */
public final class Tails {
    /** No final operation follows. */
    private static final int NOWHERE = -1_000_000_000;

    private final PlanningProblem problem;
    private final TopologicalOrder order;
    private final int[] next;
    private final int[] prev;
    private final int[] duration;
    private final int[] setup;
    private final int[] tail;
    /** The tail with the operation itself, as its predecessors last saw it. */
    private final int[] whole;

    private final long[] dirtyRanks;
    private final IntList touched = new IntList();

    Tails(PlanningProblem problem, TopologicalOrder order, int[] next, int[] prev, int[] duration, int[] setup) {
        this.problem = problem;
        this.order = order;
        this.next = next;
        this.prev = prev;
        this.duration = duration;
        this.setup = setup;
        tail = new int[next.length];
        whole = new int[next.length];
        Arrays.fill(whole, Integer.MIN_VALUE);
        dirtyRanks = new long[(next.length >> 6) + 1];
        for (int o = 0; o < next.length; o++) {
            touched.add(o);
        }
        sweep();
    }

    /** Minutes from the end of an operation until all is done. */
    public int after(int operation) {
        return tail[operation];
    }

    /** The part of {@link #after} that comes from what follows in the job, whatever follows on the machine. */
    public int afterInJob(int o) {
        int longest = NOWHERE;
        Csr ending = problem.jobsEnding;
        for (int i = ending.from()[o]; i < ending.from()[o + 1]; i++) {
            longest = Math.max(longest, ending.amount()[i]);
        }
        Csr rows = problem.successors;
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            longest = Math.max(longest, rows.amount()[i] + whole[rows.target()[i]]);
        }
        return longest;
    }

    void touch(int operation, int before) {
        touched.add(operation);
        if (before >= 0) {
            touched.add(before);
        }
    }

    void sweep() {
        int highest = -1;
        for (int i = 0; i < touched.size(); i++) {
            int r = order.rank[touched.get(i)];
            dirtyRanks[r >> 6] |= 1L << r;
            highest = Math.max(highest, r >> 6);
        }
        touched.clear();
        for (int word = highest; word >= 0; word--) {
            while (dirtyRanks[word] != 0) {
                int bit = 63 - Long.numberOfLeadingZeros(dirtyRanks[word]);
                dirtyRanks[word] &= ~(1L << bit);
                settle(order.operationAt[(word << 6) + bit]);
            }
        }
    }

    private void settle(int o) {
        int longest = afterInJob(o);
        int follower = next[o];
        if (follower >= 0) {
            longest = Math.max(longest, setup[follower] + whole[follower]);
        }
        tail[o] = longest;
        int withItself = longest + duration[o];
        if (withItself == whole[o]) {
            return;
        }
        whole[o] = withItself;
        Csr rows = problem.predecessors;
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            markDirty(rows.target()[i]);
        }
        if (prev[o] >= 0) {
            markDirty(prev[o]);
        }
    }

    private void markDirty(int o) {
        int r = order.rank[o];
        dirtyRanks[r >> 6] |= 1L << r;
    }
}
