package org.duebook.planning.timeline;

import java.util.Arrays;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/**
 * How much later operations could end before a job is done later, as the plan stands. A gap before an operation counts with
 * the minutes its machine works in it. For one thread; the timeline may change between two questions.
 */
public final class Slacks {
    /** What is looked at next after an operation. */
    public enum Further {
        NOTHING,
        ITS_PREDECESSORS,
        /** And what is before it on its machine. */
        ALL_BEFORE_IT
    }

    /** Takes operations, later ones first. */
    public interface Visitor {
        Further visit(int operation, int slack);
    }

    private final PlanningProblem problem;
    private final Timeline timeline;
    private final TopologicalOrder order;
    private final int[] slack;
    private final long[] open;

    public Slacks(Timeline timeline) {
        this.timeline = timeline;
        problem = timeline.problem();
        order = timeline.order();
        slack = new int[problem.operationCount()];
        Arrays.fill(slack, Integer.MAX_VALUE);
        open = new long[(slack.length >> 6) + 1];
    }

    /** Visits the operations a job waits for whose slack is at most {@code limit}. */
    public void of(int job, int limit, Visitor visitor) {
        int highest = 0;
        for (int i = 0; i < problem.finalCount(job); i++) {
            int o = problem.finalOperation(job, i);
            if (reach(o, timeline.completion(job) - timeline.end(o) - problem.finalDelay(job, i), limit)) {
                highest = Math.max(highest, order.rank[o] >> 6);
            }
        }
        for (int word = highest; word >= 0; word--) {
            while (open[word] != 0) {
                int bit = 63 - Long.numberOfLeadingZeros(open[word]);
                open[word] &= ~(1L << bit);
                int o = order.operationAt[(word << 6) + bit];
                int own = slack[o];
                slack[o] = Integer.MAX_VALUE;
                Further further = problem.fixed(o) ? Further.NOTHING : visitor.visit(o, own);
                if (further != Further.NOTHING) {
                    reachPredecessors(o, own, limit);
                }
                if (further == Further.ALL_BEFORE_IT) {
                    reachBefore(o, own, limit);
                }
            }
        }
    }

    private void reachPredecessors(int o, int own, int limit) {
        int machine = timeline.machine(o);
        Csr rows = problem.predecessors;
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            int p = rows.target()[i];
            int ready = timeline.end(p) + rows.amount()[i];
            int gap = machine < 0
                    ? timeline.start(o) - ready
                    : problem.calendar[machine].between(ready, timeline.start(o));
            reach(p, own + gap, limit);
        }
    }

    private void reachBefore(int o, int own, int limit) {
        int before = timeline.previous(o);
        if (before >= 0) {
            WorkingTime working = problem.calendar[timeline.machine(o)];
            int gap = working.between(timeline.end(before), timeline.start(o)) - timeline.setup(o);
            reach(before, own + Math.max(0, gap), limit);
        }
    }

    private boolean reach(int o, int distance, int limit) {
        if (distance > limit) {
            return false;
        }
        slack[o] = Math.min(slack[o], distance);
        int r = order.rank[o];
        open[r >> 6] |= 1L << r;
        return true;
    }
}
