package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.TimedPlan;

/** The phase that begins a search: what the dispatch rule would do. */
public final class DispatchConstruction implements PhaseCommand<SequencingPlan> {
    @Override
    public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
        SearchRun run = context.getWorkingSolution().run();
        TimedPlan plan =
                Dispatch.plan(run.problem(), run.reference(), run.weights().lookAhead());
        int[][] sequences = new int[plan.machineCount()][];
        for (int m = 0; m < sequences.length; m++) {
            sequences[m] = plan.sequence(m);
        }
        TakeOver.execute(context, sequences);
    }
}
