package org.duebook.planning.solver;

import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;

/** The phase that begins a search: what the dispatch rule would do, or a plan that is known where that is better. */
public final class BestKnownConstruction implements PhaseCommand<SequencingPlan> {
    @Override
    public void changeWorkingSolution(PhaseCommandContext<SequencingPlan> context) {
        TakeOver.execute(context, context.getWorkingSolution().run().first());
    }
}
