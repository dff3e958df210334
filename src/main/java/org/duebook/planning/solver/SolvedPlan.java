package org.duebook.planning.solver;

import java.time.Duration;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.TimedPlan;

/**
 * The outcome of a search.
 *
 * @param plan the best plan found; never worse than {@code dispatch}, unless it moves less of the reference plan
 * @param cost its cost under the weights
 * @param dispatch what the dispatch rule alone would have planned
 * @param dispatchCost its cost under the same weights
 * @param moves plans evaluated
 * @param stopped whether the caller stopped it before its limit
 */
public record SolvedPlan(
        TimedPlan plan,
        WeighedCost cost,
        TimedPlan dispatch,
        WeighedCost dispatchCost,
        long moves,
        Duration elapsed,
        boolean stopped) {
    /** How far the search was when it ended. */
    public SearchProgress end() {
        return new SearchProgress(elapsed, plan, cost, dispatch, moves * 1000 / Math.max(1, elapsed.toMillis()));
    }
}
