package org.duebook.planning.search;

import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Timeline;

/** A plan that a search remembers: who does what in which order, from when, at what cost. Arrays by index. */
record Plan(int[][] sequences, int[] machine, int[] start, WeighedCost cost) {

    static Plan of(Timeline timeline, WeighedCost cost) {
        PlanningProblem problem = timeline.problem();
        int n = problem.operationCount();
        int[] machine = new int[n];
        int[] start = new int[n];
        for (int o = 0; o < n; o++) {
            machine[o] = timeline.machine(o);
            start[o] = timeline.start(o);
        }
        return new Plan(timeline.sequences(), machine, start, cost);
    }

    /** Operations that stand on another machine or behind another operation than in the other plan. */
    int distance(Plan other) {
        int[] before = new int[machine.length];
        for (int[] sequence : other.sequences) {
            int previous = PlanningProblem.NONE;
            for (int o : sequence) {
                before[o] = previous;
                previous = o;
            }
        }
        int differing = 0;
        for (int[] sequence : sequences) {
            int previous = PlanningProblem.NONE;
            for (int o : sequence) {
                differing += machine[o] != other.machine[o] || before[o] != previous ? 1 : 0;
                previous = o;
            }
        }
        return differing;
    }
}
