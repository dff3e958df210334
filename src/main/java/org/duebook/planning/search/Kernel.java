package org.duebook.planning.search;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A way to make one plan better, on a timeline of its own. For one thread at a time. */
interface Kernel {

    /**
     * Searches from a plan on.
     *
     * @param start sequences by machine, the frozen operations first
     * @param steps how many changes it may try
     * @param patience after how many changes without a better plan it gives up
     * @param over polled every few changes; once true the search ends at once
     * @return the best plan met, the start where nothing was better; cost {@code broken} where the start closes a loop
     */
    Plan improve(int[][] start, long steps, long patience, RandomGenerator random, BooleanSupplier over);

    /** Changes tried since it was made. */
    long steps();
}
