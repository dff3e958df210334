package org.duebook.planning;

import java.time.Duration;

/**
 * What a plan is worth.
 *
 * @param operations how many operations it schedules
 * @param lateLines order lines that end after their promised date, or after their requested date while nothing is promised
 * @param weightedLateness minutes late times the line's weight, over those lines
 * @param changeover machine time spent on changeovers
 */
public record PlanFigures(int operations, int lateLines, long weightedLateness, Duration changeover) {}
