package org.duebook.planning.search;

import java.util.Comparator;
import org.duebook.planning.timeline.Evaluation;

/**
 * An evaluation under weights, less is better, compared level by level. Unit: 1/1440 of a point, so that hours and days
 * of minutes stay whole.
 *
 * @param broken 1 where the plan contradicts the order of operations
 * @param promises lateness against promised dates
 * @param requests tardiness against requested dates
 * @param smoothness changeovers, work in progress and moved operations
 */
public record WeighedCost(int broken, long promises, long requests, long smoothness)
        implements Comparable<WeighedCost> {
    /** Parts of a point. */
    public static final long PARTS = 1440;

    private static final long HOURS_PER_DAY = 24;
    private static final Comparator<WeighedCost> ORDER = Comparator.comparingInt(WeighedCost::broken)
            .thenComparingLong(WeighedCost::promises)
            .thenComparingLong(WeighedCost::requests)
            .thenComparingLong(WeighedCost::smoothness);

    public static WeighedCost of(Evaluation evaluation, PlanningWeights weights) {
        return new WeighedCost(
                evaluation.loopFree() ? 0 : 1,
                promises(evaluation.latePromised(), weights),
                requests(evaluation.tardyRequested(), weights),
                smoothness(
                        evaluation.changeoverMinutes(),
                        evaluation.flowMinutes(),
                        evaluation.movedOperations(),
                        weights));
    }

    static long promises(long weightedMinutes, PlanningWeights weights) {
        return weightedMinutes * HOURS_PER_DAY * weights.lateHourPromised();
    }

    static long requests(long weightedMinutes, PlanningWeights weights) {
        return weightedMinutes * HOURS_PER_DAY * weights.lateHourRequested();
    }

    static long smoothness(long changeoverMinutes, long flowMinutes, int moved, PlanningWeights weights) {
        return changeoverMinutes * HOURS_PER_DAY * weights.changeoverHour()
                + flowMinutes * weights.workInProgressDay()
                + moved * PARTS * weights.movedOperation();
    }

    @Override
    public int compareTo(WeighedCost other) {
        return ORDER.compare(this, other);
    }
}
