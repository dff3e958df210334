package org.duebook.simulation;

import java.util.ArrayList;
import java.util.List;

/** What the plant has written down by now. */
final class Records {

    /**
     * A finished operation.
     *
     * @param run working minutes it ran, repairs not counted
     * @param scrap share of its pieces that was lost
     */
    record Run(int machine, int planned, int run, double scrap) {}

    /** @param lost working minutes the machine stood */
    record Repair(int machine, int lost) {}

    final List<Run> runs = new ArrayList<>();
    final List<Repair> repairs = new ArrayList<>();
    /** Days that deliveries came late. */
    final List<Integer> daysLate = new ArrayList<>();
}
