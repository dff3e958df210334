package org.duebook.planning.search;

import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A way to make one plan better, on a timeline of its own. For one thread at a time. */
interface Kernel {

    /**
     * Begins anew.
     *
     * @param start sequences by machine, the frozen operations first
     * @param effort how thorough the search is to be, from 1: more effort takes longer and ends better
     */
    void begin(int[][] start, int effort, RandomGenerator random);

    /**
     * Searches on from where it stands.
     *
     * @param steps how many changes it may try
     * @param over polled every few changes; once true the search ends at once
     * @return false when going on has no prospect
     */
    boolean proceed(long steps, BooleanSupplier over);

    /** Sequences by machine of the best plan since it began. */
    int[][] bestSequences();

    /** The best plan since it began, after which it cannot go on; its cost is {@code broken} where the start closed a loop. */
    Plan best();

    /** Cost of the best plan since it began. */
    WeighedCost bestCost();

    /** Changes tried since it was made. */
    long steps();
}
