package org.duebook.planning.benchmark;

import java.util.Arrays;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.WorkingTime;

/** The minute before which no plan can start an operation: material and the fastest way through what comes before it. */
final class Heads {
    private static final int UNSAID = -1;

    private final PlanningProblem problem;
    private final TimedPlan anyPlan;
    private final int[] start;

    /** @param anyPlan of the problem; fixed work and work outside take as long in each */
    Heads(PlanningProblem problem, TimedPlan anyPlan) {
        this.problem = problem;
        this.anyPlan = anyPlan;
        start = new int[problem.operationCount()];
        Arrays.fill(start, UNSAID);
    }

    int[] earliestStarts() {
        for (int o = 0; o < start.length; o++) {
            earliestStart(o);
        }
        return start.clone();
    }

    private int earliestStart(int o) {
        if (start[o] == UNSAID) {
            int ready = Math.max(0, problem.earliest(o));
            for (int before : problem.predecessors(o)) {
                ready = Math.max(ready, earliestEnd(before) + problem.lag(before, o));
            }
            start[o] = ready;
        }
        return start[o];
    }

    private int earliestEnd(int o) {
        if (problem.fixed(o)) {
            return anyPlan.end(o);
        }
        int from = earliestStart(o);
        if (problem.outside(o)) {
            return from + anyPlan.end(o) - anyPlan.start(o);
        }
        return Arrays.stream(problem.eligibleMachines(o))
                .map(m -> {
                    WorkingTime working = problem.calendar(m);
                    return working.plus(working.next(from), problem.minutes(o, m));
                })
                .min()
                .orElse(from);
    }
}
