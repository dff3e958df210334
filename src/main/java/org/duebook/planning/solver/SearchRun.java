package org.duebook.planning.solver;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.duebook.planning.search.Budget;
import org.duebook.planning.search.PlanningWeights;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.planning.timeline.Timeline;

/**
 * One call of the solver: what it works on, how many plans it has evaluated, when it must end, who listens. Shared by
 * all copies of the planning solution. The thread that searches looks at the clock every few evaluations; others only ask
 * whether the search is over.
 */
public final class SearchRun {
    private static final long REPORT_EVERY = Duration.ofMillis(200).toNanos();
    private static final long LOOK_EVERY = Duration.ofMillis(20).toNanos();
    private static final int EVALUATIONS_PER_LOOK = 16;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final PlanningWeights weights;
    private final IntSupplier threads;
    private final long seed;
    private final Consumer<SearchProgress> progress;
    private final BooleanSupplier stop;
    private final TimedPlan dispatch;
    private final TimedPlan first;
    private final long began = System.nanoTime();

    private final SearchLimit limit;
    private Supplier<TimedPlan> best;
    private Runnable terminate = () -> {};
    private long evaluated;
    private long looked = began;
    private long reported = began;
    private boolean stopped;
    private volatile boolean over;

    SearchRun(
            PlanningProblem problem,
            ReferencePlan reference,
            PlanningWeights weights,
            IntSupplier threads,
            SearchLimit limit,
            long seed,
            Consumer<SearchProgress> progress,
            BooleanSupplier stop,
            TimedPlan dispatch,
            TimedPlan first) {
        this.problem = problem;
        this.reference = reference;
        this.weights = weights;
        this.threads = threads;
        this.limit = limit;
        this.seed = seed;
        this.progress = progress;
        this.stop = stop;
        this.dispatch = dispatch;
        this.first = first;
        best = () -> first;
    }

    PlanningProblem problem() {
        return problem;
    }

    /** Sequences by machine of the plan the search begins with. */
    int[][] first() {
        return first.sequences();
    }

    ReferencePlan reference() {
        return reference;
    }

    PlanningWeights weights() {
        return weights;
    }

    /** How many threads may search now; what they find does not depend on it. */
    IntSupplier threads() {
        return threads;
    }

    TimedPlan dispatch() {
        return dispatch;
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

    /** From now on the best plan is what is supplied, which is asked for when somebody wants to know. */
    void bestIs(Supplier<TimedPlan> plan) {
        best = plan;
    }

    TimedPlan timed(int[][] sequences) {
        return Timeline.of(problem, reference, sequences).timedPlan();
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

    /** The part of this search that ends when its share of the limit is used up. */
    Budget share(double share) {
        long steps = limit.steps() == Long.MAX_VALUE ? Long.MAX_VALUE : (long) (share * limit.steps());
        long until = began + (long) (share * limit.time().toNanos());
        return new Budget() {
            @Override
            public boolean over() {
                return over || System.nanoTime() >= until;
            }

            @Override
            public void look() {
                SearchRun.this.look();
            }

            @Override
            public long stepsLeft() {
                return steps - evaluated;
            }

            @Override
            public void spent(long more) {
                SearchRun.this.spent(more);
            }
        };
    }

    private void spent(long more) {
        evaluated += more;
        if (evaluated >= limit.steps()) {
            end();
        }
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

    private void report() {
        TimedPlan plan = best.get();
        Duration elapsed = elapsed();
        long perSecond = evaluated * 1000 / Math.max(1, elapsed.toMillis());
        progress.accept(
                new SearchProgress(elapsed, plan, WeighedCost.of(plan.evaluation(), weights), dispatch, perSecond));
    }

    private void end() {
        if (!over) {
            over = true;
            terminate.run();
        }
    }
}
