package org.duebook.planning.solver;

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

    @Override
    public int compareTo(WeighedCost other) {
        int result = Integer.compare(broken, other.broken);
        result = result != 0 ? result : Long.compare(promises, other.promises);
        result = result != 0 ? result : Long.compare(requests, other.requests);
        return result != 0 ? result : Long.compare(smoothness, other.smoothness);
    }
}
