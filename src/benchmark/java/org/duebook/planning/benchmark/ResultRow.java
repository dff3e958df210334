package org.duebook.planning.benchmark;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One search of one instance.
 *
 * @param objective makespan or weighted_tardiness in the instance's own unit, weighted_lateness_hours for a plant
 * @param value of the plan found, computed from checked times
 * @param gap (value - bestKnown) / bestKnown
 * @param dispatch value of the dispatch rule's plan
 * @param cpSat value of CP-SAT's best plan; empty where it was not asked or found none
 * @param cpSatBound below which CP-SAT proved that there is no plan
 * @param movesPerSecond plans evaluated
 * @param firstPlanSeconds until there was a whole plan
 */
record ResultRow(
        String family,
        String instance,
        int operations,
        String objective,
        BigDecimal value,
        @Nullable BigDecimal bestKnown,
        @Nullable BigDecimal lowerBound,
        @Nullable BigDecimal gap,
        BigDecimal dispatch,
        @Nullable BigDecimal cpSat,
        @Nullable BigDecimal cpSatBound,
        int seconds,
        long seed,
        long movesPerSecond,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal changeoverHours,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal cpSatChangeoverHours,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal dispatchChangeoverHours,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal firstPlanSeconds) {

    /** Whether it is of that search. */
    boolean isOf(String ofFamily, String ofInstance, int ofSeconds, long ofSeed) {
        return family.equals(ofFamily) && instance.equals(ofInstance) && seconds == ofSeconds && seed == ofSeed;
    }
}
