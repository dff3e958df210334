package org.duebook.planning;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.duebook.planning.explanation.Explanation;
import org.duebook.planning.explanation.LateChain.Link;
import org.duebook.planning.lots.JoinedProblem;
import org.duebook.planning.lots.LotForming;
import org.duebook.planning.lots.Lots;
import org.duebook.planning.search.WeighedCost;
import org.duebook.planning.solver.PlanSolver;
import org.duebook.planning.solver.SearchLimit;
import org.duebook.planning.solver.SearchProgress;
import org.duebook.planning.solver.SolvedPlan;
import org.duebook.planning.timeline.PlanningProblem;

/**
 * A search in rounds. Before the first, lots are formed of what is due together, or of what the best known plan does side
 * by side, and moved as one. After each, what is alike is brought together where that is better for the plan, and material
 * is pegged again as the plan would have it. The last round moves every operation by itself, but for lots that would else
 * be below their minimum. Nothing is kept that makes the plan worse.
 *
 * <p>One call, one thread. The same model, seed and number of steps give the identical plan.
 */
final class PlanRounds {

    /**
     * From these on a search has two and three rounds. Each begins anew, which costs more than lots bring while a search
     * is still far from its end: the demo plant's weighted lateness after 250,000 steps, mean of two seeds, was 1,736,000
     * min in one round, 1,735,000 in two and 1,768,000 in three.
     */
    private static final Duration TWO_ROUNDS = Duration.ofSeconds(6);

    private static final Duration THREE_ROUNDS = Duration.ofSeconds(90);

    /** After a round no more than this share of the run's time goes into lots and pegs, or a second where that is more. */
    private static final int BETWEEN_ROUNDS = 20;

    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private static final int DAY = 1440;
    private static final int[] DUE_WITHIN = {DAY, 3 * DAY};

    private final PlanSolver solver;
    private final long seed;
    private final CandidatePlan.Maker maker;
    private final Repegging repegging;
    private final Consumer<RunProgress> progress;
    private final BooleanSupplier stop;
    private final long began = System.nanoTime();

    private final CandidatePlan dispatched;
    private CandidatePlan best;
    private long moves;
    private boolean stopped;

    /**
     * @param moved operations on another machine or in another order than in the published plan
     * @param solved the outcome of all rounds together
     */
    record Outcome(PlanModel model, List<MaterialPeg> pegs, int moved, SolvedPlan solved) {}

    /**
     * @param progress called from the searching thread, at most five times a second and once at the end of each round
     * @param stop once true, the best plan so far is the outcome
     */
    PlanRounds(
            PlanSolver solver,
            long seed,
            CandidatePlan.Maker maker,
            Pegging pegging,
            Consumer<RunProgress> progress,
            BooleanSupplier stop) {
        this.solver = solver;
        this.seed = seed;
        this.maker = maker;
        this.repegging = new Repegging(pegging, maker);
        this.progress = progress;
        this.stop = stop;
        dispatched = maker.dispatched();
        best = dispatched;
    }

    /** @param known sequences of plans that are known; the search begins with the best of them and the dispatch rule's */
    Outcome search(List<int[][]> known, SearchLimit limit) {
        for (int[][] sequences : known) {
            if (operations(sequences) == operations(best.sequences())) {
                keepBetter(maker.with(best, sequences));
            }
        }
        int rounds = rounds(limit.time());
        Lots lots = beforeTheRun();
        for (int round = 1; round <= rounds && !stopped; round++) {
            search(round == rounds ? onlyToTheMinimum() : lots, share(limit, rounds - round + 1));
            improve(limit);
            lots = sideBySide();
        }
        return new Outcome(best.model(), best.pegs(), best.moved(), solved());
    }

    private static int rounds(Duration time) {
        return time.compareTo(TWO_ROUNDS) < 0 ? 1 : time.compareTo(THREE_ROUNDS) < 0 ? 2 : 3;
    }

    private void improve(SearchLimit limit) {
        if (limit.time().isZero()) {
            return;
        }
        Duration share = limit.time().dividedBy(BETWEEN_ROUNDS);
        Duration until = elapsed().plus(share.compareTo(AT_LEAST) < 0 ? AT_LEAST : share);
        BooleanSupplier goOn = () -> elapsed().compareTo(until) < 0 && !stop.getAsBoolean();
        best = repegging.of(best, goOn);
        keepBetter(maker.gathered(best, goOn));
    }

    private SearchLimit share(SearchLimit limit, int roundsLeft) {
        Duration left = limit.time().minus(elapsed());
        return new SearchLimit(
                left.isNegative() ? Duration.ZERO : left.dividedBy(roundsLeft).truncatedTo(ChronoUnit.MILLIS),
                limit.steps() == Long.MAX_VALUE ? Long.MAX_VALUE : Math.max(0, limit.steps() - moves) / roundsLeft);
    }

    /** Of lots of what is due together those by which the dispatch rule plans best, or of what the best known plan does. */
    private Lots beforeTheRun() {
        LotForming forming = maker.forming(best);
        Lots chosen = sideBySide();
        for (int minutes : DUE_WITHIN) {
            Lots lots = forming.filledUp(forming.dueWithin(minutes));
            if (!lots.isEmpty()) {
                CandidatePlan plan = maker.dispatched(best, lots);
                if (plan.isBetterThan(best)) {
                    best = plan;
                    chosen = lots;
                }
            }
        }
        return chosen;
    }

    private Lots sideBySide() {
        return maker.forming(best).readyTogether(best.timed());
    }

    /** Only as much as it takes to reach a minimum, and nothing that made a promise late. */
    private Lots onlyToTheMinimum() {
        LotForming forming = maker.forming(best);
        return forming.upToTheMinimum(best.timed(), hurting(forming));
    }

    /** By operation: whether it is in a lot that is on the chain of causes of a late promise. */
    private boolean[] hurting(LotForming forming) {
        PlanningProblem problem = best.model().problem;
        Set<Integer> causes = new HashSet<>();
        for (int job = 0; job < problem.jobCount(); job++) {
            if (PlanState.completion(best.model(), best.timed(), job) > problem.promised(job)) {
                for (Link link : Explanation.of(problem, best.timed(), job).links()) {
                    causes.add(link.operation());
                    if (link instanceof Link.MachineBusy busy) {
                        causes.add(busy.busyWith());
                    }
                }
            }
        }
        boolean[] hurting = new boolean[problem.operationCount()];
        for (int[] lot : forming.sideBySide(best.timed()).joined()) {
            if (Arrays.stream(lot).anyMatch(causes::contains)) {
                Arrays.stream(lot).forEach(operation -> hurting[operation] = true);
            }
        }
        return hurting;
    }

    private void search(Lots lots, SearchLimit limit) {
        JoinedProblem joined = new JoinedProblem(best.model().problem, lots);
        SolvedPlan solved = solver.solve(
                joined.problem(),
                joined.fold(maker.reference()),
                List.<int[][]>of(joined.fold(best.sequences())),
                limit,
                seed,
                new Telling(joined),
                stop);
        moves += solved.moves();
        stopped = solved.stopped();
        keepBetter(maker.with(best, joined.unfold(solved.plan().sequences())));
    }

    private void keepBetter(CandidatePlan plan) {
        best = plan.isBetterThan(best) ? plan : best;
    }

    private static int operations(int[][] sequences) {
        return Arrays.stream(sequences).mapToInt(sequence -> sequence.length).sum();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private SolvedPlan solved() {
        return new SolvedPlan(
                best.timed(), best.cost(), dispatched.timed(), dispatched.cost(), moves, elapsed(), stopped);
    }

    /** Passes on how far a round is, in operations, and never worse than what earlier rounds have found. */
    private final class Telling implements Consumer<SearchProgress> {

        private final JoinedProblem joined;
        private final Duration before = elapsed();
        private final long movesBefore = moves;
        private CandidatePlan told = best;
        private WeighedCost seen = best.cost();

        Telling(JoinedProblem joined) {
            this.joined = joined;
        }

        @Override
        public void accept(SearchProgress search) {
            if (!search.cost().equals(seen)) {
                seen = search.cost();
                CandidatePlan found =
                        maker.with(told, joined.unfold(search.best().sequences()));
                told = found.isBetterThan(told) ? found : told;
            }
            Duration elapsed = before.plus(search.elapsed());
            long evaluated =
                    movesBefore + search.movesPerSecond() * search.elapsed().toMillis() / 1000;
            progress.accept(new RunProgress(
                    told.model(),
                    new SearchProgress(
                            elapsed,
                            told.timed(),
                            told.cost(),
                            dispatched.timed(),
                            evaluated * 1000 / Math.max(1, elapsed.toMillis()))));
        }
    }
}
