package org.duebook.planning.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPinToIndex;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;

/** A planning entity: one machine and the operations it does, in order. The frozen ones lead and are pinned. */
@PlanningEntity
public class MachineSequence {
    static final String OPERATIONS = "operations";

    private int machine;

    @ValueRangeProvider(id = "eligibleOperations")
    private List<SequencedOperation> eligible = List.of();

    @PlanningListVariable(valueRangeProviderRefs = "eligibleOperations")
    private List<SequencedOperation> operations = new ArrayList<>();

    @PlanningPinToIndex
    private int frozen;

    /** For Timefold's copies. */
    public MachineSequence() {}

    MachineSequence(int machine, List<SequencedOperation> eligible, List<SequencedOperation> frozenOperations) {
        this.machine = machine;
        this.eligible = eligible;
        operations.addAll(frozenOperations);
        frozen = frozenOperations.size();
    }

    public int getMachine() {
        return machine;
    }

    public void setMachine(int machine) {
        this.machine = machine;
    }

    public List<SequencedOperation> getEligible() {
        return eligible;
    }

    public void setEligible(List<SequencedOperation> eligible) {
        this.eligible = eligible;
    }

    public List<SequencedOperation> getOperations() {
        return operations;
    }

    public void setOperations(List<SequencedOperation> operations) {
        this.operations = operations;
    }

    public int getFrozen() {
        return frozen;
    }

    public void setFrozen(int frozen) {
        this.frozen = frozen;
    }

    @Override
    public String toString() {
        return "machine " + machine;
    }
}
