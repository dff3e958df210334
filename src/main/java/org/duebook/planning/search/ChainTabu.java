package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ReferencePlan;
import org.duebook.planning.timeline.Tails;
import org.duebook.planning.timeline.Timeline;

/**
 * Tabu search on the blocks of a longest chain, for problems where one completion is all that counts. In every step it
 * walks one {@link LongestChain}, has the moves of its operations judged by {@link ChainMoves}, and makes the best that is
 * not tabu.
 */
final class ChainTabu implements Kernel {
    private static final int STEPS_PER_LOOK = 16;

    private final PlanningProblem problem;
    private final Timeline timeline;
    private final LongestChain chain;
    private final TabuTable tabus = new TabuTable();
    private final ChainMoves moves;
    private final BestSoFar best;
    private final int shortestTenure;
    private final int tenureSpread;
    private final long patience;
    private int bestCompletion;
    private int lastBest;
    private long steps;
    private RandomGenerator random = new SplittableRandom();

    /** @param patience after how many moves without a better plan it has come to an end */
    ChainTabu(PlanningProblem problem, ReferencePlan reference, PlanningWeights weights, long patience) {
        this.patience = patience;
        this.problem = problem;
        timeline = new Timeline(problem, reference);
        Tails tails = timeline.withTails();
        Movable movable = new Movable(problem);
        chain = new LongestChain(timeline, tails);
        moves = new ChainMoves(timeline, tails, movable, chain, tabus);
        int machines = Math.max(1, problem.machineCount());
        shortestTenure = 10 + movable.count() / machines / machines;
        tenureSpread = shortestTenure / 2;
        best = new BestSoFar(timeline, weights);
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public void begin(int[][] start, int effort, RandomGenerator dice) {
        random = dice;
        tabus.clear();
        lastBest = 0;
        timeline.become(start);
        best.begin();
        bestCompletion = chain.completion();
    }

    @Override
    public boolean proceed(long most, BooleanSupplier over) {
        long until = tabus.step() + Math.min(most, Integer.MAX_VALUE / 4);
        while (!timeline.looped() && tabus.step() < until && tabus.step() - lastBest < patience) {
            if (tabus.step() % STEPS_PER_LOOK == 0 && over.getAsBoolean()) {
                return true;
            }
            steps++;
            if (!makeMove() || !timeline.update()) {
                return false;
            }
            if (chain.completion() < bestCompletion) {
                bestCompletion = chain.completion();
                best.become(best.costNow());
                lastBest = tabus.step();
            }
        }
        return !timeline.looped() && tabus.step() - lastBest < patience;
    }

    @Override
    public WeighedCost bestCost() {
        return best.cost();
    }

    @Override
    public int[][] bestSequences() {
        return best.sequences();
    }

    @Override
    public Plan best() {
        return best.plan();
    }

    /** Makes one move; false where the chain offers none. */
    private boolean makeMove() {
        tabus.nextStep();
        chain.walk(random);
        if (!moves.choose(bestCompletion, random)) {
            return false;
        }
        int o = moves.operation();
        forbidTheWayBack(o, moves.machine(), moves.after());
        timeline.remove(o);
        timeline.insertAfter(o, moves.machine(), moves.after());
        return true;
    }

    private void forbidTheWayBack(int o, int machine, int after) {
        int old = timeline.machine(o);
        int until = tabus.step() + shortestTenure + random.nextInt(tenureSpread);
        if (old != machine) {
            tabus.forbidMachine(o, old, until + problem.eligibleCount(o) + random.nextInt(chain.length()));
        } else if (after != NONE && timeline.start(after) >= timeline.start(o) && after != o) {
            for (int w = timeline.next(o); ; w = timeline.next(w)) {
                tabus.forbidPair(o, w, until);
                if (w == after) {
                    break;
                }
            }
        } else {
            for (int w = timeline.previous(o); w != after; w = timeline.previous(w)) {
                tabus.forbidPair(w, o, until);
            }
        }
    }
}
