package org.duebook.planning.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RearrangementTest {
    private static final int NEW = 5;

    @Test
    void shiftedWorkInTheOldOrderIsNotRearranged() {
        assertThat(rearranged(new int[] {0, 1, 2, 3}, new int[] {4})).isZero();
    }

    @Test
    void oneOperationPutFirstIsOneRearrangedNotThree() {
        assertThat(rearranged(new int[] {0, 3, 1, 2}, new int[] {4})).isEqualTo(1);
    }

    @Test
    void anotherMachineCountsOnceAndNewWorkNever() {
        assertThat(rearranged(new int[] {0, 1, 3}, new int[] {NEW, 2, 4})).isEqualTo(1);
    }

    @Test
    void frozenWorkIsLeftOut() {
        assertThat(rearranged(new int[] {0, 2, 1, 3, 4}, new int[] {})).isEqualTo(2);
    }

    /** Operation 0 is frozen on the first machine; published was 0 1 2 3 on it and 4 on the second. */
    private static int rearranged(int[] first, int[] second) {
        ProblemBuilder b = new ProblemBuilder();
        b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        b.machine(WorkingTime.always(), ChangeoverMatrix.none(), 0, 0);
        for (int o = 0; o <= NEW; o++) {
            b.runsOn(b.operation(0, 0), 0, 60).runsOn(o, 1, 60);
        }
        PlanningProblem problem = b.freeze(0, 0).build();
        int[] machine = {0, 0, 0, 0, 1, PlanningProblem.NONE};
        int[] start = {0, 60, 120, 180, 0, 0};
        return new Rearrangement(problem, new ReferencePlan(machine, start, 0)).of(new int[][] {first, second});
    }
}
