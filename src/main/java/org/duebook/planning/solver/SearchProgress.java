package org.duebook.planning.solver;

import java.time.Duration;
import org.duebook.planning.timeline.Evaluation;

/**
 * How far the search is.
 *
 * @param elapsed since it began
 * @param best what the best plan so far costs, unweighted
 * @param cost the same under the weights
 * @param movesPerSecond plans evaluated per second since it began
 */
public record SearchProgress(Duration elapsed, Evaluation best, WeighedCost cost, long movesPerSecond) {}
