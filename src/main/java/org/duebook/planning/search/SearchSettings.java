package org.duebook.planning.search;

/**
 * How a search works.
 *
 * @param tasks how many searches of a round work side by side
 * @param population how many plans are kept to go on from
 * @param roundSteps how many changes each search of a round may try
 * @param patience after how many changes without a better plan a search gives up
 * @param history late acceptance compares with the plan of so many changes ago
 * @param windowsFrom from how many operations on stretches of time are searched on their own
 * @param windowOperations how many operations such a stretch holds
 */
public record SearchSettings(
        int tasks,
        int population,
        long roundSteps,
        long patience,
        int history,
        int windowsFrom,
        int windowOperations) {}
