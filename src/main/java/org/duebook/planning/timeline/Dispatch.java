package org.duebook.planning.timeline;

/** Apparent tardiness cost with setups. */
public final class Dispatch {
    private Dispatch() {}

    /** @param lookAhead how many average operations ahead urgency is felt, above 0, usually 1 to 4 */
    public static TimedPlan plan(PlanningProblem problem, ReferencePlan reference, double lookAhead) {
        throw new UnsupportedOperationException("dispatch " + problem + reference + lookAhead);
    }
}
