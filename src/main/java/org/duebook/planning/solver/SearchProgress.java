package org.duebook.planning.solver;

import java.time.Duration;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.TimedPlan;

/**
 * How far the search is.
 *
 * @param elapsed since it began
 * @param best the best plan so far
 * @param cost what it costs under the weights
 * @param dispatch what the dispatch rule alone would have planned
 * @param movesPerSecond plans evaluated per second since it began
 */
public record SearchProgress(
        Duration elapsed, TimedPlan best, WeighedCost cost, TimedPlan dispatch, long movesPerSecond) {}
