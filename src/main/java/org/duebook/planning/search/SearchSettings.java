package org.duebook.planning.search;

/**
 * How a search works. What is called a chain search is for problems where one completion is all that counts, a date search
 * for those where many dates count.
 *
 * @param tasks how many searches of a round work side by side
 * @param roundSteps how many changes each search of a round may try
 * @param population how many plans of date searches are kept to go on from; with one, they go on from the best
 * @param history a date search's first effort accepts what is no worse than the plan of so many changes ago
 * @param chainPopulation how many plans of chain searches are kept to go on from
 * @param chainPatience after how many moves without a better plan a chain search ends
 * @param windowsFrom from how many operations on chain searches work on stretches of time
 * @param windowOperations how many operations such a stretch holds
 */
public record SearchSettings(
        int tasks,
        long roundSteps,
        BySize population,
        BySize history,
        int chainPopulation,
        long chainPatience,
        int windowsFrom,
        int windowOperations) {

    public SearchSettings {
        if (tasks < 1 || roundSteps < 1 || chainPopulation < 1 || chainPatience < 1 || windowOperations < 1) {
            throw new IllegalArgumentException("search settings below 1: tasks " + tasks + ", round steps " + roundSteps
                    + ", chain population " + chainPopulation + ", chain patience " + chainPatience
                    + ", window operations " + windowOperations);
        }
    }
}
