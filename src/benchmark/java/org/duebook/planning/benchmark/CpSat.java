package org.duebook.planning.benchmark;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.duebook.planning.timeline.Dispatch;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * CP-SAT on two cores: large neighbourhoods on both, on small problems one of them a full search. At 100 operations and
 * 20 s that brought weighted lateness from 8,612 down to 2,136; two workers as CP-SAT sets them up 3,612, four 4,125,
 * eight 7,418.
 *
 * <p>CP-SAT's best plan for a problem within a time, kept on disk, so that no problem is solved twice. Only the sequences
 * are kept and used: their times come from the timeline, which starts everything as early as they allow, so that CP-SAT
 * is never worse off for it.
 */
final class CpSat {
    private static final Path CACHE = Path.of("target/benchmark/cp-sat");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Operations up to which one of the two cores looks for a proof. */
    private static final int SMALL = 60;
    /**
     * Variables from which a thorough presolve takes longer than it saves and building a neighbourhood takes longer than
     * searching it, so that each is searched longer.
     */
    private static final int BIG = 50_000;

    /**
     * @param sequences by machine; empty where no plan was found
     * @param bound no plan is better, in weighted minutes after the promised dates
     * @param value of the plan found, in the same unit
     */
    record Answer(String status, int @Nullable [][] sequences, double bound, double value, double wallSeconds) {}

    private CpSat() {}

    /** @param name of the problem, unlike that of every other; also where the same generator makes other problems */
    static Answer solve(String name, PlanningProblem problem, int seconds) throws IOException {
        Path kept = CACHE.resolve(name + "-" + seconds + "s-model" + CpSatModel.VERSION + ".json");
        if (Files.exists(kept)) {
            return JSON.readValue(Files.readAllBytes(kept), Answer.class);
        }
        Answer answer = solve(problem, seconds);
        Files.createDirectories(CACHE);
        Path whole = Files.write(Path.of(kept + ".part"), JSON.writeValueAsBytes(answer));
        Files.move(whole, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return answer;
    }

    private static Answer solve(PlanningProblem problem, int seconds) {
        Loader.loadNativeLibraries();
        TimedPlan dispatch = Dispatch.plan(
                problem,
                ReferencePlan.none(problem.operationCount()),
                Trial.SETTINGS.weights().lookAhead());
        CpSatModel model = new CpSatModel(problem, dispatch);
        CpSolver solver = new CpSolver();
        boolean small = problem.operationCount() <= SMALL;
        boolean big = model.model().getBuilder().getVariablesCount() > BIG;
        solver.getParameters()
                .setMaxTimeInSeconds(seconds)
                .setNumWorkers(2)
                .setUseLnsOnly(!small)
                .setCpModelProbingLevel(big ? 0 : 2)
                .setSymmetryLevel(big ? 0 : 2)
                .setMaxPresolveIterations(big ? 1 : 3)
                .setLnsInitialDeterministicLimit(big ? 2 : 0.1)
                .setRandomSeed(1)
                .setLogSearchProgress(Boolean.getBoolean("benchmark.log"));
        CpSolverStatus status = solver.solve(model.model());
        boolean found = status == CpSolverStatus.FEASIBLE || status == CpSolverStatus.OPTIMAL;
        return new Answer(
                status.name(),
                found ? model.sequences(solver) : null,
                solver.bestObjectiveBound(),
                found ? solver.objectiveValue() : Double.NaN,
                solver.wallTime());
    }

    /**
     * The answer's plan with everything as early as its sequences allow.
     *
     * @throws IllegalStateException when that is worse than CP-SAT said, so that its model is not this problem
     */
    static Optional<TimedPlan> plan(PlanningProblem problem, Answer answer) {
        int[][] sequences = answer.sequences;
        if (sequences == null) {
            return Optional.empty();
        }
        TimedPlan plan = Timeline.of(problem, ReferencePlan.none(problem.operationCount()), sequences)
                .timedPlan();
        if (!plan.evaluation().loopFree() || plan.evaluation().latePromised() > answer.value + 0.5) {
            throw new IllegalStateException(
                    "CP-SAT said " + answer.value + " but its sequences give " + plan.evaluation());
        }
        return Optional.of(plan);
    }
}
