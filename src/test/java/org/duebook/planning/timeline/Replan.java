package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;

/**
 * A plant whose plan is published, and what came since: the plant's problem as it is now, and the published plan with the
 * new orders put into gaps, as orders are accepted.
 *
 * @param known jobs of the published plan; those behind are new
 */
public record Replan(PlanningProblem problem, ReferencePlan reference, int[][] fitted, int known) {
    private static final int DAY = 1440;
    private static final int ORDER_OPERATIONS = 5;
    private static final int PROMISES_FIRST = 1000;

    /** One order more. @param plant gets the order, due at that minute */
    public static Replan withUrgentOrder(GeneratedPlant plant, TimedPlan published, int dueMinute, int weight) {
        PlanningProblem before = plant.problem();
        plant.addOrder(dueMinute, weight);
        return fitted(before, published, plant.problem(), Board::rigid);
    }

    /**
     * An order that is asked for, as early as it can be: all that is known is promised for when it ends, and gives way that
     * far. @param frozenUntil what begins before stays where it is
     *
     * @param to minutes that promises are rounded up to: 1, or 1440 where days are promised
     */
    public static Replan withQuote(GeneratedPlant plant, TimedPlan published, long quote, int frozenUntil, int to) {
        plant.promise(published, PROMISES_FIRST, to);
        PlanningProblem before = plant.problem();
        plant.addOrder(quote, 0, 1);
        return fitted(before, published, plant.problem(), timeline -> Board.yielding(timeline, frozenUntil));
    }

    /**
     * What a week brings: a fifth more work, due from two days on until somewhat after all other work, and every third
     * receipt two days late. @param plant gets all that
     */
    public static Replan withNewWeek(GeneratedPlant plant, TimedPlan published, long seed) {
        PlanningProblem before = plant.problem();
        Random random = new Random(seed);
        int last = IntStream.range(0, before.jobCount())
                .map(before::promised)
                .max()
                .orElseThrow();
        plant.delayEveryThirdReceipt(2 * DAY);
        for (int added = 0; added < before.operationCount() / 5; added += ORDER_OPERATIONS) {
            plant.addOrder(2 * DAY + random.nextInt(last * 6 / 5 - 2 * DAY), 1 + random.nextInt(5));
        }
        return fitted(before, published, plant.problem(), Board::rigid);
    }

    /** Nothing came. */
    public static Replan ofTheSame(PlanningProblem problem, TimedPlan published) {
        return new Replan(problem, published.asReference(0), published.sequences(), problem.jobCount());
    }

    /** The published plan with what is new in its gaps, timed as the plant is now. */
    public TimedPlan unmoved() {
        return Timeline.of(problem, reference, fitted).timedPlan();
    }

    private static Replan fitted(
            PlanningProblem before, TimedPlan published, PlanningProblem problem, Function<Timeline, Board> boards) {
        int known = before.operationCount();
        int[] machine = new int[problem.operationCount()];
        int[] start = new int[problem.operationCount()];
        Arrays.fill(machine, PlanningProblem.NONE);
        for (int o = 0; o < known; o++) {
            machine[o] = published.machine(o);
            start[o] = published.start(o);
        }
        ReferencePlan reference = new ReferencePlan(machine, start, 0);
        BoardDraft draft = boards.apply(Timeline.of(before, ReferencePlan.none(known), published.sequences()))
                .draft();
        draft.insert(operations(problem, known, problem.operationCount()), 0);
        Board board = draft.done();
        int[][] fitted =
                IntStream.range(0, problem.machineCount()).mapToObj(board::row).toArray(int[][]::new);
        return new Replan(problem, reference, fitted, before.jobCount());
    }

    /** Operations {@code from} to {@code to} of a problem, which wait only for each other, as they are put on a board. */
    static List<NewOperation> operations(PlanningProblem problem, int from, int to) {
        List<NewOperation> added = new ArrayList<>();
        for (int o = from; o < to; o++) {
            int operation = o;
            List<Option> options = IntStream.of(problem.eligibleMachines(o))
                    .mapToObj(m -> new Option(m, problem.minutes(operation, m)))
                    .toList();
            List<After> after = IntStream.of(problem.predecessors(o))
                    .mapToObj(p -> new After(p - from, problem.lag(p, operation)))
                    .toList();
            int outside = problem.outside(o) ? problem.outsideMinutes(o) : -1;
            added.add(new NewOperation(problem.setupState(o), problem.earliest(o), options, outside, after));
        }
        return added;
    }
}
