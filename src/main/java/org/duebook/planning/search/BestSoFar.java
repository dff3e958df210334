package org.duebook.planning.search;

import org.duebook.planning.timeline.Timeline;

/** The best plan a search on one timeline has met since it began. */
final class BestSoFar {
    private final Timeline timeline;
    private final PlanningWeights weights;
    private int[][] sequences = new int[0][];
    private WeighedCost cost;

    BestSoFar(Timeline timeline, PlanningWeights weights) {
        this.timeline = timeline;
        this.weights = weights;
        cost = costNow();
    }

    /** What the plan on the timeline costs. */
    WeighedCost costNow() {
        return WeighedCost.of(timeline.evaluation(), weights);
    }

    /** The plan on the timeline is the first. */
    void begin() {
        sequences = timeline.sequences();
        timeline.copyChanged(sequences);
        cost = costNow();
    }

    /** The plan on the timeline, which costs so much, is the best now. */
    void become(WeighedCost costNow) {
        cost = costNow;
        timeline.copyChanged(sequences);
    }

    WeighedCost cost() {
        return cost;
    }

    int[][] sequences() {
        return sequences.clone();
    }

    /** Puts the best plan on the timeline. */
    Plan plan() {
        timeline.become(sequences);
        return Plan.of(timeline, costNow());
    }
}
