package org.duebook.planning.timeline;

import java.util.Arrays;
import java.util.BitSet;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/** What can be read once from the precedence graph of a problem. */
final class Graphs {
    private Graphs() {}

    static int[] topologicalOrder(Csr predecessors, Csr successors) {
        int n = predecessors.from().length - 1;
        int[] open = new int[n];
        int[] order = new int[n];
        int tail = 0;
        for (int o = 0; o < n; o++) {
            open[o] = predecessors.from()[o + 1] - predecessors.from()[o];
            if (open[o] == 0) {
                order[tail++] = o;
            }
        }
        for (int head = 0; head < tail; head++) {
            int o = order[head];
            for (int i = successors.from()[o]; i < successors.from()[o + 1]; i++) {
                if (--open[successors.target()[i]] == 0) {
                    order[tail++] = successors.target()[i];
                }
            }
        }
        if (tail < n) {
            int stuck = 0;
            while (open[stuck] == 0) {
                stuck++;
            }
            throw new IllegalArgumentException("operation " + stuck + " waits on itself through its predecessors");
        }
        return order;
    }

    static int[] shortestMinutes(Csr eligible, int[] outsideMinutes) {
        int[] shortest = outsideMinutes.clone();
        for (int o = 0; o < shortest.length; o++) {
            if (shortest[o] < 0) {
                int best = Integer.MAX_VALUE;
                for (int i = eligible.from()[o]; i < eligible.from()[o + 1]; i++) {
                    best = Math.min(best, eligible.amount()[i]);
                }
                shortest[o] = best;
            }
        }
        return shortest;
    }

    /** Pairs job → operation without predecessors among all that the job's final operations wait on; some jobs have none. */
    static PairList sourcesOfJobs(Csr finals, BitSet without, Csr predecessors, int operations) {
        PairList result = new PairList();
        int[] seenBy = new int[operations];
        Arrays.fill(seenBy, -1);
        IntList stack = new IntList();
        for (int job = without.nextClearBit(0); job < finals.from().length - 1; job = without.nextClearBit(job + 1)) {
            for (int i = finals.from()[job]; i < finals.from()[job + 1]; i++) {
                visit(finals.target()[i], job, seenBy, stack);
            }
            while (stack.size() > 0) {
                int o = stack.removeLast();
                int first = predecessors.from()[o];
                int last = predecessors.from()[o + 1];
                if (first == last) {
                    result.add(job, o, 0);
                }
                for (int i = first; i < last; i++) {
                    visit(predecessors.target()[i], job, seenBy, stack);
                }
            }
        }
        return result;
    }

    private static void visit(int operation, int job, int[] seenBy, IntList stack) {
        if (seenBy[operation] != job) {
            seenBy[operation] = job;
            stack.add(operation);
        }
    }

    static int[] firstJobServed(int[] topological, Csr successors, Csr jobsEnding) {
        int[] job = new int[topological.length];
        for (int k = topological.length - 1; k >= 0; k--) {
            int o = topological[k];
            int first = Integer.MAX_VALUE;
            for (int i = jobsEnding.from()[o]; i < jobsEnding.from()[o + 1]; i++) {
                first = Math.min(first, jobsEnding.target()[i]);
            }
            for (int i = successors.from()[o]; i < successors.from()[o + 1]; i++) {
                int later = job[successors.target()[i]];
                first = later == PlanningProblem.NONE ? first : Math.min(first, later);
            }
            job[o] = first == Integer.MAX_VALUE ? PlanningProblem.NONE : first;
        }
        return job;
    }
}
