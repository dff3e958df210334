package org.duebook.planning.solver;

import ai.timefold.solver.core.api.score.BendableScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Scores a plan from the timeline. Timefold tells which machines a move (or its taking back) touched; when the score is
 * asked for, only the stretch of their sequences that really differs is put on the timeline. A move rejected before and
 * the next one tried so cost one update together.
 */
public final class PlanScoreCalculator implements IncrementalScoreCalculator<SequencingPlan, BendableScore> {
    private static final BendableScore LOOP = BendableScore.of(new long[] {-1}, new long[SequencingPlan.SOFT_LEVELS]);

    private List<MachineSequence> machines = List.of();
    private final BitSet changed = new BitSet();
    private @Nullable SearchRun run;
    private @Nullable Timeline timeline;

    @Override
    public void resetWorkingSolution(SequencingPlan plan) {
        run = plan.run();
        machines = plan.getMachines();
        timeline = Timeline.of(run.problem(), run.reference(), plan.sequences());
        changed.clear();
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        throw new IllegalStateException("the plan has no basic variable, yet " + variable + " changes");
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        throw new IllegalStateException("the plan has no basic variable, yet " + variable + " changed");
    }

    @Override
    public void afterListVariableChanged(Object entity, String variable, int from, int to) {
        changed.set(((MachineSequence) entity).getMachine());
    }

    @Override
    public BendableScore calculateScore() {
        if (timeline == null || run == null) {
            throw new IllegalStateException("score asked for before a solution was set");
        }
        List<int[]> stretches = new ArrayList<>();
        for (int m = changed.nextSetBit(0); m >= 0; m = changed.nextSetBit(m + 1)) {
            stretches.add(takeOff(timeline, machines.get(m)));
        }
        for (int[] stretch : stretches) {
            putOn(timeline, machines.get(stretch[0]), stretch);
        }
        changed.clear();
        run.evaluatedOne();
        if (!timeline.update()) {
            return LOOP;
        }
        return score(timeline, run.weights());
    }

    /** Removes what differs from the timeline; answers machine, first differing position, number at the end alike. */
    private static int[] takeOff(Timeline timeline, MachineSequence machine) {
        List<SequencedOperation> wanted = machine.getOperations();
        int m = machine.getMachine();
        int same = 0;
        int at = timeline.first(m);
        while (at != PlanningProblem.NONE
                && same < wanted.size()
                && wanted.get(same).index() == at) {
            at = timeline.next(at);
            same++;
        }
        int alike = 0;
        int last = timeline.last(m);
        while (at != PlanningProblem.NONE
                && alike < wanted.size() - same
                && wanted.get(wanted.size() - 1 - alike).index() == last) {
            alike++;
            if (last == at) {
                return new int[] {m, same, alike};
            }
            last = timeline.previous(last);
        }
        while (at != PlanningProblem.NONE) {
            int next = at == last ? PlanningProblem.NONE : timeline.next(at);
            timeline.remove(at);
            at = next;
        }
        return new int[] {m, same, alike};
    }

    private static void putOn(Timeline timeline, MachineSequence machine, int[] stretch) {
        List<SequencedOperation> wanted = machine.getOperations();
        int before = stretch[1] == 0
                ? PlanningProblem.NONE
                : wanted.get(stretch[1] - 1).index();
        for (int i = stretch[1]; i < wanted.size() - stretch[2]; i++) {
            int operation = wanted.get(i).index();
            timeline.insertAfter(operation, machine.getMachine(), before);
            before = operation;
        }
    }

    static BendableScore score(Timeline timeline, PlanningWeights weights) {
        WeighedCost cost = WeighedCost.of(timeline.evaluation(), weights);
        return BendableScore.of(new long[] {0}, new long[] {-cost.promises(), -cost.requests(), -cost.smoothness()});
    }
}
