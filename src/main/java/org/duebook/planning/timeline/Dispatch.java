package org.duebook.planning.timeline;

import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/**
 * Apparent tardiness cost with setups (Lee, Bhaskaran and Pinedo 1997), as a good shop-floor rule would be followed:
 * time runs forward; whenever a machine is free and open, it takes, among the operations waiting for it, the one whose
 * weight per minute, urgency and cheap setup promise most. An operation that could run at once on several machines goes
 * to the one that ends it first. Frozen operations go first, in their order.
 *
 * <p>It is both where the search begins and the rule a plan is compared with.
 */
public final class Dispatch {
    /**
     * How strongly setups count beside urgency; the rule's second look-ahead parameter. Over six generated plants of
     * 1,000 operations the mean weighted lateness was 473,625 min with 0.5 and a look-ahead of 6, against 908,741 (0.15),
     * 505,613 (0.3) and 489,178 (1.0); a look-ahead of 2 gave 636,769, one of 20 gave 794,922.
     */
    private static final double SETUP_SCALE = 0.5;

    private final PlanningProblem problem;
    private final Urgency urgency;
    private final double slackScale;
    private final double setupScale;

    /** (minute, operation ready | machine to look at), earliest first; machines are encoded as their complement. */
    private final PriorityQueue<Long> events = new PriorityQueue<>();

    private final IntList[] waitingFor;
    private final IntList[] sequence;
    private final int[] freeAt;
    private final int[] state;
    private final int[] frozenDone;
    private final int[] openPredecessors;
    private final int[] readyAt;
    private final boolean[] arrived;
    private final boolean[] done;
    private final boolean[] frozen;
    private final boolean[] toLookAt;

    /** By operation, added to its index: how far the rule is bent to get another plan. */
    private final double[] bent;

    private Dispatch(PlanningProblem problem, double lookAhead, double[] bent) {
        this.problem = problem;
        this.bent = bent;
        urgency = new Urgency(problem);
        slackScale = lookAhead * urgency.meanElapsed;
        setupScale = SETUP_SCALE * Math.max(1, meanSetup(problem));
        int machines = problem.machineCount();
        waitingFor = lists(machines);
        sequence = lists(machines);
        freeAt = problem.availableFrom.clone();
        state = problem.initialState.clone();
        frozenDone = new int[machines];
        toLookAt = new boolean[machines];
        int n = problem.operationCount();
        openPredecessors = new int[n];
        readyAt = problem.earliest.clone();
        arrived = new boolean[n];
        done = new boolean[n];
        frozen = new boolean[n];
        for (int[] row : problem.frozen) {
            for (int o : row) {
                frozen[o] = true;
            }
        }
    }

    /** @param lookAhead how many average operations ahead urgency is felt, above 0, usually 2 to 10 */
    public static TimedPlan plan(PlanningProblem problem, ReferencePlan reference, double lookAhead) {
        return plan(problem, reference, lookAhead, new double[problem.operationCount()]);
    }

    /**
     * A plan near the rule's.
     *
     * @param bend how far the rule is bent: the spread of what is added to the logarithm of its index
     */
    public static TimedPlan plan(
            PlanningProblem problem, ReferencePlan reference, double lookAhead, double bend, RandomGenerator random) {
        double[] bent = new double[problem.operationCount()];
        for (int o = 0; o < bent.length; o++) {
            bent[o] = bend * (random.nextDouble() - 0.5);
        }
        return plan(problem, reference, lookAhead, bent);
    }

    private static TimedPlan plan(PlanningProblem problem, ReferencePlan reference, double lookAhead, double[] bent) {
        if (!(lookAhead > 0)) {
            throw new IllegalArgumentException("look-ahead " + lookAhead + " is not above 0");
        }
        int[][] sequences = new Dispatch(problem, lookAhead, bent).run();
        return Timeline.of(problem, reference, sequences).timedPlan();
    }

    private static IntList[] lists(int count) {
        IntList[] lists = new IntList[count];
        for (int i = 0; i < count; i++) {
            lists[i] = new IntList();
        }
        return lists;
    }

    private static double meanSetup(PlanningProblem problem) {
        long sum = 0;
        long count = 0;
        for (ChangeoverMatrix matrix : problem.changeovers) {
            for (int from = 0; from < matrix.states(); from++) {
                for (int to = 0; to < matrix.states(); to++) {
                    sum += matrix.minutes(from, to);
                    count += matrix.minutes(from, to) > 0 ? 1 : 0;
                }
            }
        }
        return count == 0 ? 0 : (double) sum / count;
    }

    private int[][] run() {
        begin();
        while (!events.isEmpty()) {
            int now = (int) (events.element() >> 32);
            while (!events.isEmpty() && (int) (events.element() >> 32) == now) {
                arrive((int) (long) events.remove());
            }
            for (int m = 0; m < toLookAt.length; m++) {
                if (toLookAt[m]) {
                    toLookAt[m] = false;
                    startWork(m, now);
                }
            }
        }
        int[][] sequences = new int[sequence.length][];
        for (int m = 0; m < sequences.length; m++) {
            sequences[m] = sequence[m].toArray();
        }
        return sequences;
    }

    private void begin() {
        Csr rows = problem.predecessors;
        for (int o = 0; o < done.length; o++) {
            openPredecessors[o] = rows.from()[o + 1] - rows.from()[o];
        }
        for (int o = 0; o < done.length; o++) {
            if (problem.fixed[o]) {
                done[o] = true;
                release(o, problem.fixedEnd[o]);
            } else if (rows.from()[o + 1] == rows.from()[o]) {
                post(readyAt[o], o);
            }
        }
        for (int m = 0; m < freeAt.length; m++) {
            post(freeAt[m], ~m);
        }
    }

    private void post(int minute, int what) {
        events.add(((long) minute << 32) | (what & 0xffffffffL));
    }

    /** The operation has ended at {@code end}; successors whose last predecessor it was become ready. */
    private void release(int o, int end) {
        Csr rows = problem.successors;
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            int later = rows.target()[i];
            readyAt[later] = Math.max(readyAt[later], end + rows.amount()[i]);
            if (--openPredecessors[later] == 0 && !problem.fixed[later]) {
                post(readyAt[later], later);
            }
        }
    }

    private void arrive(int what) {
        if (what < 0) {
            toLookAt[~what] = true;
            return;
        }
        arrived[what] = true;
        if (problem.outside(what)) {
            done[what] = true;
            release(what, readyAt[what] + problem.outsideMinutes[what]);
            return;
        }
        for (int i = problem.eligible.from()[what]; i < problem.eligible.from()[what + 1]; i++) {
            int m = problem.eligible.target()[i];
            toLookAt[m] = true;
            if (!frozen[what]) {
                waitingFor[m].add(what);
            }
        }
    }

    /** Gives the machine work as long as what it would take runs better on another free machine. */
    private void startWork(int m, int now) {
        while (freeAt[m] <= now) {
            skipFixed(m);
            int open = problem.calendar[m].next(now);
            int chosen = freeAt[m] > now ? PlanningProblem.NONE : choose(m, now);
            if (chosen == PlanningProblem.NONE) {
                return;
            }
            if (open > now) {
                post(open, ~m);
                return;
            }
            start(chosen, frozen[chosen] ? m : quickest(chosen, m, now));
        }
    }

    private void skipFixed(int m) {
        int[] row = problem.frozen[m];
        int before = frozenDone[m];
        while (frozenDone[m] < row.length && problem.fixed[row[frozenDone[m]]]) {
            int o = row[frozenDone[m]++];
            sequence[m].add(o);
            freeAt[m] = Math.max(freeAt[m], problem.fixedEnd[o]);
            state[m] = problem.setupState[o];
        }
        if (frozenDone[m] > before) {
            post(freeAt[m], ~m);
        }
    }

    private int choose(int m, int now) {
        if (frozenDone[m] < problem.frozen[m].length) {
            int o = problem.frozen[m][frozenDone[m]];
            return arrived[o] ? o : PlanningProblem.NONE;
        }
        IntList queue = waitingFor[m];
        int kept = 0;
        int best = PlanningProblem.NONE;
        double bestIndex = 0;
        for (int i = 0; i < queue.size(); i++) {
            int o = queue.get(i);
            if (!done[o]) {
                queue.set(kept++, o);
                double index = index(o, m, now);
                if (best == PlanningProblem.NONE || index > bestIndex) {
                    best = o;
                    bestIndex = index;
                }
            }
        }
        queue.shrink(kept);
        return best;
    }

    /** The logarithm of the apparent tardiness cost, which cannot underflow. */
    private double index(int o, int m, int now) {
        double slack = urgency.latestEnd[o] - urgency.elapsed[o] - now;
        int setup = problem.changeovers[m].minutes(state[m], problem.setupState[o]);
        return Math.log((urgency.weight[o] + 0.01) / Math.max(1, problem.minutes(o, m)))
                - Math.max(0, slack) / slackScale
                - setup / setupScale
                + bent[o];
    }

    private int quickest(int o, int m, int now) {
        int best = m;
        int bestEnd = endOn(o, m);
        for (int i = problem.eligible.from()[o]; i < problem.eligible.from()[o + 1]; i++) {
            int other = problem.eligible.target()[i];
            boolean free = freeAt[other] <= now && frozenDone[other] == problem.frozen[other].length;
            int end = free ? endOn(o, other) : Integer.MAX_VALUE;
            if (end < bestEnd) {
                best = other;
                bestEnd = end;
            }
        }
        return best;
    }

    private int startOn(int o, int m) {
        int setup = problem.changeovers[m].minutes(state[m], problem.setupState[o]);
        WorkingTime working = problem.calendar[m];
        return working.next(Math.max(readyAt[o], working.plus(freeAt[m], setup)));
    }

    private int endOn(int o, int m) {
        return problem.calendar[m].plus(startOn(o, m), problem.minutes(o, m));
    }

    private void start(int o, int m) {
        int end = endOn(o, m);
        done[o] = true;
        sequence[m].add(o);
        freeAt[m] = end;
        state[m] = problem.setupState[o];
        if (frozen[o]) {
            frozenDone[m]++;
        }
        post(end, ~m);
        release(o, end);
    }
}
