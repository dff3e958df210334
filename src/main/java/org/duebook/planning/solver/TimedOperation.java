package org.duebook.planning.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a timed copy of a plan: plain fields, nothing computed. Minutes from the origin.
 *
 * <p>{@code machine} is a planning variable only so that constraints may read the copy as a planning solution;
 * {@link #OUTSIDE} stands for no machine.
 */
@PlanningEntity
public class TimedOperation {
    static final int OUTSIDE = -1;

    /** Waits for {@code operation} to end and {@code lag} elapsed minutes more. */
    public record After(int operation, int lag) {}

    int index;

    @PlanningVariable(valueRangeProviderRefs = "machines")
    private @Nullable Integer machine = OUTSIDE;

    int setupStart;
    int setupMinutes;
    int start;
    int end;
    int earliest;
    boolean fixed;
    List<Integer> eligible = List.of();
    List<After> after = List.of();
    /** Where the reference plan had it; negative machine when it was not in that plan. */
    int referenceMachine = -1;

    int referenceStart;
    int tolerance;

    public @Nullable Integer getMachine() {
        return machine;
    }

    public void setMachine(@Nullable Integer machine) {
        this.machine = machine;
    }

    int machineOrOutside() {
        return machine == null ? OUTSIDE : machine;
    }

    boolean hasMoved() {
        return !fixed
                && machineOrOutside() != OUTSIDE
                && referenceMachine >= 0
                && (referenceMachine != machineOrOutside() || Math.abs(start - referenceStart) > tolerance);
    }

    @Override
    public String toString() {
        return "operation " + index + " on " + machine + " " + start + "–" + end;
    }
}
