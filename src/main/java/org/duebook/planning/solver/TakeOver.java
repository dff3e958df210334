package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningListVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Hands whole sequences, found outside of Timefold's moves, to Timefold. The frozen operations stay where they are.
 * Timefold knows its values by identity, so the instances of the value ranges are used.
 */
record TakeOver(
        PlanningListVariableMetaModel<SequencingPlan, MachineSequence, SequencedOperation> operations,
        List<MachineSequence> machines,
        int[][] sequences)
        implements Move<SequencingPlan> {

    static void execute(PhaseCommandContext<SequencingPlan> context, int[][] sequences) {
        PlanningListVariableMetaModel<SequencingPlan, MachineSequence, SequencedOperation> operations =
                context.getSolutionMetaModel()
                        .genuineEntity(MachineSequence.class)
                        .listVariable(MachineSequence.OPERATIONS, SequencedOperation.class);
        TakeOver move = new TakeOver(operations, context.getWorkingSolution().getMachines(), sequences);
        context.executeAndCalculateScore(move);
    }

    @Override
    public void execute(MutableSolutionView<SequencingPlan> view) {
        for (MachineSequence machine : machines) {
            for (int i = machine.getOperations().size() - 1; i >= machine.getFrozen(); i--) {
                view.unassignValue(operations, machine, i);
            }
        }
        Map<Integer, SequencedOperation> values = new HashMap<>();
        machines.forEach(m -> m.getEligible().forEach(o -> values.put(o.index(), o)));
        for (MachineSequence machine : machines) {
            int[] sequence = sequences[machine.getMachine()];
            for (int i = machine.getFrozen(); i < sequence.length; i++) {
                view.assignValueAndAdd(operations, Objects.requireNonNull(values.get(sequence[i])), machine, i);
            }
        }
    }
}
