package org.duebook.planning.explanation;

import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;

/** Walks a plan backwards. */
public final class Explanation {
    private Explanation() {}

    /** The causes of a job's completion, whether it is late or not. */
    public static LateChain of(PlanningProblem problem, TimedPlan plan, int job) {
        throw new UnsupportedOperationException("explain " + problem + plan + job);
    }
}
