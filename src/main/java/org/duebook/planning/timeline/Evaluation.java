package org.duebook.planning.timeline;

/**
 * What a plan costs, before weights.
 *
 * @param loopFree false where a sequence contradicts the order of operations; then all amounts are zero
 * @param latePromised Σ over jobs of weight × minutes after the promised date
 * @param tardyRequested Σ over jobs of weight × minutes after the requested date
 * @param changeoverMinutes Σ working minutes of setup over operations that are not fixed
 * @param flowMinutes Σ over jobs of elapsed minutes from the first start to completion (work in progress)
 * @param movedOperations operations on another machine than in the reference plan, or starting further from their
 *     reference start than its tolerance
 */
public record Evaluation(
        boolean loopFree,
        long latePromised,
        long tardyRequested,
        long changeoverMinutes,
        long flowMinutes,
        int movedOperations) {

    static final Evaluation LOOP = new Evaluation(false, 0, 0, 0, 0, 0);
}
