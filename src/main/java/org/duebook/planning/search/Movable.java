package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;

/** Which operations of a problem a search may move: those on machines that are neither frozen nor stay last. */
final class Movable {
    private final boolean[] movable;
    private final int[] operations;
    private final int[] lastFrozen;

    Movable(PlanningProblem problem) {
        movable = new boolean[problem.operationCount()];
        lastFrozen = new int[problem.machineCount()];
        for (int o = 0; o < movable.length; o++) {
            movable[o] = !problem.outside(o);
        }
        for (int m = 0; m < lastFrozen.length; m++) {
            lastFrozen[m] = NONE;
            for (int o : problem.frozen(m)) {
                movable[o] = false;
                lastFrozen[m] = o;
            }
            if (problem.last(m) != NONE) {
                movable[problem.last(m)] = false;
            }
        }
        operations = IntStream.range(0, movable.length).filter(o -> movable[o]).toArray();
    }

    boolean is(int operation) {
        return movable[operation];
    }

    int count() {
        return operations.length;
    }

    int get(int index) {
        return operations[index];
    }

    /** The last operation of a machine that stays first, or {@link PlanningProblem#NONE}. */
    int lastFrozen(int machine) {
        return lastFrozen[machine];
    }
}
