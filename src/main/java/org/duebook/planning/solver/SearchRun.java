package org.duebook.planning.solver;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duebook.planning.timeline.Evaluation;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;

/**
 * One call of the solver: what it works on, how many plans it has evaluated, when it must end, who listens. Shared by
 * all copies of the planning solution; used by the searching thread only. The clock is looked at every few evaluations.
 */
public final class SearchRun {
    private static final long REPORT_EVERY = Duration.ofMillis(200).toNanos();
    private static final long LOOK_EVERY = Duration.ofMillis(20).toNanos();
    private static final int EVALUATIONS_PER_LOOK = 16;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final SearchLimit limit;
    private final long seed;
    private final Consumer<SearchProgress> progress;
    private final BooleanSupplier stop;
    private final TimedPlan first;
    private final long began = System.nanoTime();

    private Supplier<Evaluation> best;
    private Runnable terminate = () -> {};
    private long evaluated;
    private long looked = began;
    private long reported = began;
    private boolean stopped;
    private boolean over;

    SearchRun(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            SearchLimit limit,
            long seed,
            Consumer<SearchProgress> progress,
            BooleanSupplier stop,
            TimedPlan first) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.limit = limit;
        this.seed = seed;
        this.progress = progress;
        this.stop = stop;
        this.first = first;
        best = first::evaluation;
    }

    PlanningProblem problem() {
        return problem;
    }

    /** Sequences by machine of the plan the search begins with. */
    int[][] first() {
        int[][] sequences = new int[first.machineCount()][];
        for (int m = 0; m < sequences.length; m++) {
            sequences[m] = first.sequence(m);
        }
        return sequences;
    }

    ReferencePlan reference() {
        return reference;
    }

    PlanningWeights weights() {
        return weights;
    }

    SearchLimit limit() {
        return limit;
    }

    long seed() {
        return seed;
    }

    long evaluated() {
        return evaluated;
    }

    boolean stopped() {
        return stopped;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void onOver(Runnable action) {
        terminate = action;
    }

    void bestIs(Supplier<Evaluation> evaluation) {
        best = evaluation;
    }

    /** Counts one evaluated plan; answers whether the search is over. */
    boolean evaluatedOne() {
        evaluated++;
        if (evaluated >= limit.steps()) {
            end();
        } else if (evaluated % EVALUATIONS_PER_LOOK == 0) {
            look();
        }
        return over;
    }

    /** Whether this share of the limit is used up; looked up as rarely as the clock. */
    boolean past(double share) {
        return evaluated >= share * limit.steps()
                || looked - began >= share * limit.time().toNanos();
    }

    private void look() {
        long now = System.nanoTime();
        if (now - looked < LOOK_EVERY || over) {
            return;
        }
        looked = now;
        if (stop.getAsBoolean()) {
            stopped = true;
            end();
        } else if (now - began >= limit.time().toNanos()) {
            end();
        }
        if (now - reported >= REPORT_EVERY) {
            reported = now;
            report();
        }
    }

    void report() {
        Evaluation evaluation = best.get();
        Duration elapsed = elapsed();
        long perSecond = evaluated * 1000 / Math.max(1, elapsed.toMillis());
        progress.accept(new SearchProgress(elapsed, evaluation, WeighedCost.of(evaluation, weights), perSecond));
    }

    private void end() {
        if (!over) {
            over = true;
            terminate.run();
        }
    }
}
