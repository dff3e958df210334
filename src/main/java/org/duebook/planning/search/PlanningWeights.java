package org.duebook.planning.search;

/**
 * What hurts how much, as a planner wrote it in {@code weights.properties}. Points are compared within one level only:
 * promises come before requests, requests before smooth running.
 *
 * @param lateHourPromised points for an hour after the promised date, times the job's weight
 * @param lateHourRequested points for an hour after the requested date, times the job's weight
 * @param changeoverHour points for an hour of setup
 * @param workInProgressDay points for a job that is a day in work
 * @param movedOperation points for an operation that leaves its machine or its time in the published plan
 * @param movedWorthMinutes weighted minutes after promised dates that an operation must save to leave its machine or its
 *     place in the order of the published plan; 0 for no such price
 * @param movedToleranceHours hours a start may differ before the operation counts as moved
 * @param frozenHours how far from now the published plan stays as it is
 * @param lookAhead how many average operations ahead the dispatch rule feels urgency
 * @param searchSeconds how long a planning run searches unless it is told
 */
public record PlanningWeights(
        long lateHourPromised,
        long lateHourRequested,
        long changeoverHour,
        long workInProgressDay,
        long movedOperation,
        int movedWorthMinutes,
        int movedToleranceHours,
        int frozenHours,
        double lookAhead,
        int searchSeconds) {}
