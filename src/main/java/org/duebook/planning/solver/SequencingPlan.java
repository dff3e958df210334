package org.duebook.planning.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.BendableScore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;
import org.jspecify.annotations.Nullable;

/** The planning solution: a sequence for every machine. Times are not part of it; they follow from the timeline. */
@PlanningSolution
public class SequencingPlan {
    static final int HARD_LEVELS = 1;
    static final int SOFT_LEVELS = 3;

    @PlanningEntityCollectionProperty
    private List<MachineSequence> machines = new ArrayList<>();

    @PlanningScore(bendableHardLevelsSize = HARD_LEVELS, bendableSoftLevelsSize = SOFT_LEVELS)
    private @Nullable BendableScore score;

    private @Nullable SearchRun run;

    /** For Timefold's copies. */
    public SequencingPlan() {}

    SequencingPlan(SearchRun run) {
        this.run = run;
        PlanningProblem problem = run.problem();
        List<SequencedOperation> all = IntStream.range(0, problem.operationCount())
                .mapToObj(SequencedOperation::new)
                .toList();
        for (int m = 0; m < problem.machineCount(); m++) {
            int machine = m;
            List<SequencedOperation> eligible = all.stream()
                    .filter(o -> problem.minutes(o.index(), machine) >= 0)
                    .toList();
            List<SequencedOperation> frozen =
                    IntStream.of(problem.frozen(m)).mapToObj(all::get).toList();
            machines.add(new MachineSequence(m, eligible, frozen));
        }
    }

    int[][] sequences() {
        return machines.stream()
                .map(m -> m.getOperations().stream()
                        .mapToInt(SequencedOperation::index)
                        .toArray())
                .toArray(int[][]::new);
    }

    SearchRun run() {
        if (run == null) {
            throw new IllegalStateException("a plan without its search");
        }
        return run;
    }

    public List<MachineSequence> getMachines() {
        return machines;
    }

    public void setMachines(List<MachineSequence> machines) {
        this.machines = machines;
    }

    public @Nullable BendableScore getScore() {
        return score;
    }

    public void setScore(@Nullable BendableScore score) {
        this.score = score;
    }

    public @Nullable SearchRun getRun() {
        return run;
    }

    public void setRun(@Nullable SearchRun run) {
        this.run = run;
    }
}
