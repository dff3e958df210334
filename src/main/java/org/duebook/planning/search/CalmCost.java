package org.duebook.planning.search;

import java.util.Comparator;
import org.duebook.planning.timeline.Evaluation;

/**
 * What a plan costs when every operation that leaves its machine or its place in the order of the published plan has its
 * price beside broken promises. Less is better, compared level by level.
 *
 * @param disturbed lateness against promised dates and the price of the operations moved
 * @param plain the cost without that price
 */
public record CalmCost(long disturbed, WeighedCost plain) implements Comparable<CalmCost> {
    private static final Comparator<CalmCost> ORDER = Comparator.comparingInt((CalmCost cost) -> cost.plain.broken())
            .thenComparingLong(CalmCost::disturbed)
            .thenComparing(CalmCost::plain);

    /** @param rearranged operations on another machine or in another order than in the published plan, or a part of them */
    public static CalmCost of(Evaluation evaluation, double rearranged, PlanningWeights weights) {
        WeighedCost plain = WeighedCost.of(evaluation, weights);
        return new CalmCost(plain.promises() + price(rearranged, weights), plain);
    }

    /** Of so many operations moved, in the unit of broken promises. */
    static long price(double rearranged, PlanningWeights weights) {
        return WeighedCost.promises((long) (rearranged * weights.movedWorthMinutes()), weights);
    }

    @Override
    public int compareTo(CalmCost other) {
        return ORDER.compare(this, other);
    }
}
