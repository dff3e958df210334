package org.duebook.planning.lots;

import static org.duebook.planning.timeline.PlanningProblem.NONE;
import static org.duebook.planning.timeline.PlanningProblem.NO_DUE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.duebook.catalog.LotSize;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Puts like operations into lots, by what a plan already does one after the other or by when they are due. Whether the lots
 * are any good is for whoever plans with them to find out: nothing here looks at a cost.
 */
public final class LotForming {

    /** Work that is due a week later is not made earlier only to fill a lot. */
    private static final int FARTHEST = 7 * 1440;

    private final LikeWork like;
    private final PlanningProblem problem;
    /** By operation: the due minute of the most urgent job it works for. */
    private final int[] due;
    /** Operations of each kind, most urgent first. */
    private final List<List<Integer>> byKind = new ArrayList<>();

    public LotForming(LikeWork like) {
        this.like = like;
        this.problem = like.problem();
        this.due = dues(problem);
        for (int kind = 0; kind < like.kinds(); kind++) {
            byKind.add(new ArrayList<>());
        }
        IntStream.range(0, problem.operationCount())
                .filter(o -> like.kind(o) != NONE)
                .boxed()
                .sorted(urgentFirst())
                .forEach(o -> byKind.get(like.kind(o)).add(o));
    }

    private Comparator<Integer> urgentFirst() {
        return Comparator.<Integer>comparingInt(o -> due[o]).thenComparing(Comparator.naturalOrder());
    }

    private static int[] dues(PlanningProblem problem) {
        int[] due = new int[problem.operationCount()];
        Arrays.fill(due, NO_DUE);
        int[] jobs = IntStream.range(0, problem.jobCount())
                .boxed()
                .sorted(Comparator.comparing(job -> due(problem, job)))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] seen = new boolean[due.length];
        for (int job : jobs) {
            List<Integer> open =
                    new ArrayList<>(IntStream.of(problem.finals(job)).boxed().toList());
            while (!open.isEmpty()) {
                int o = open.removeLast();
                if (!seen[o]) {
                    seen[o] = true;
                    due[o] = due(problem, job);
                    IntStream.of(problem.predecessors(o)).forEach(open::add);
                }
            }
        }
        return due;
    }

    private static int due(PlanningProblem problem, int job) {
        return problem.promised(job) != NO_DUE ? problem.promised(job) : problem.requested(job);
    }

    /**
     * Lots of what stands side by side on its machine in a plan and could begin together: all were ready when the first
     * began, so that none would have waited for another.
     */
    public Lots readyTogether(TimedPlan plan) {
        return sideBySide(plan, (first, o) -> readyAt(o, plan) <= plan.start(first));
    }

    /** The lots a plan makes: what is alike and stands side by side on its machine, as far as sizes allow. */
    public Lots sideBySide(TimedPlan plan) {
        return sideBySide(plan, (first, o) -> true);
    }

    /**
     * Of the lots a plan makes no more than it takes to be worth setting up for.
     *
     * @param alone operations that stay by themselves
     */
    public Lots upToTheMinimum(TimedPlan plan, boolean[] alone) {
        return sideBySide(plan, (first, o) -> !alone[first] && !alone[o], Growing::isBelowMinimum);
    }

    private Lots sideBySide(TimedPlan plan, BiPredicate<Integer, Integer> may) {
        return sideBySide(plan, may, lot -> true);
    }

    private Lots sideBySide(TimedPlan plan, BiPredicate<Integer, Integer> may, Predicate<Growing> grows) {
        List<int[]> lots = new ArrayList<>();
        for (int m = 0; m < plan.machineCount(); m++) {
            Growing lot = new Growing();
            for (int o : plan.sequence(m)) {
                boolean joins = lot.takes(o) && may.test(lot.members.getFirst(), o) && grows.test(lot);
                lot = joins ? lot : lot.next(lots);
                lot.add(o);
            }
            lot.next(lots);
        }
        return of(lots.stream().map(this::urgentFirst).toList());
    }

    /** Lots of what is due within so many minutes of the first, from the most urgent on. */
    public Lots dueWithin(int minutes) {
        List<int[]> lots = new ArrayList<>();
        for (List<Integer> all : byKind) {
            Growing lot = new Growing();
            for (int o : all) {
                lot = lot.takes(o) && isNear(lot.members.getFirst(), o, minutes) ? lot : lot.next(lots);
                lot.add(o);
            }
            lot.next(lots);
        }
        return of(lots);
    }

    /** A lot that is being filled. */
    private final class Growing {

        final List<Integer> members = new ArrayList<>();
        private @Nullable Quantity sum;

        boolean takes(int o) {
            if (sum == null || !like.alike(members.getFirst(), o)) {
                return false;
            }
            LotSize size = like.size(like.kind(o));
            return !size.isFull(sum) && size.allows(sum.plus(like.quantity(o)));
        }

        boolean isBelowMinimum() {
            return sum != null && like.size(like.kind(members.getFirst())).isBelowMinimum(sum);
        }

        void add(int o) {
            members.add(o);
            sum = sum == null ? like.quantity(o) : sum.plus(like.quantity(o));
        }

        /** Puts it to the others and gives an empty one. */
        Growing next(List<int[]> others) {
            others.add(members.stream().mapToInt(Integer::intValue).toArray());
            return new Growing();
        }
    }

    /**
     * The same lots, those that are too small to be worth setting up for joined with the next of their kind until they are
     * not, or until that would be too much or too early.
     */
    public Lots filledUp(Lots lots) {
        List<int[]> filled = new ArrayList<>();
        for (int kind = 0; kind < byKind.size(); kind++) {
            List<int[]> all = byKind.get(kind).stream()
                    .mapToInt(lots::lotOf)
                    .distinct()
                    .mapToObj(lots::members)
                    .toList();
            LotSize size = like.size(kind);
            if (size.minimum() == null) {
                filled.addAll(all);
                continue;
            }
            filled.addAll(filledUp(all, size));
        }
        return of(filled);
    }

    private List<int[]> filledUp(List<int[]> all, LotSize size) {
        List<int[]> filled = new ArrayList<>();
        for (int[] lot : all) {
            int[] last = filled.isEmpty() ? new int[0] : filled.getLast();
            boolean joins = last.length > 0
                    && (size.isBelowMinimum(like.quantity(last)) || size.isBelowMinimum(like.quantity(lot)))
                    && size.allows(like.quantity(last).plus(like.quantity(lot)))
                    && isNear(last[0], lot[lot.length - 1], FARTHEST);
            if (joins) {
                filled.set(
                        filled.size() - 1,
                        IntStream.concat(IntStream.of(last), IntStream.of(lot)).toArray());
            } else {
                filled.add(lot);
            }
        }
        return filled;
    }

    /** Whether both are due, and can begin, within so many minutes of each other. */
    private boolean isNear(int one, int other, int minutes) {
        return Math.abs((long) due[one] - due[other]) <= minutes
                && Math.abs((long) problem.earliest(one) - problem.earliest(other)) <= minutes;
    }

    private long readyAt(int o, TimedPlan plan) {
        long ready = problem.earliest(o);
        for (int before : problem.predecessors(o)) {
            ready = Math.max(ready, (long) plan.end(before) + problem.lag(before, o));
        }
        return ready;
    }

    private int[] urgentFirst(int[] lot) {
        return IntStream.of(lot)
                .boxed()
                .sorted(urgentFirst())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Lots of(List<int[]> lots) {
        return Lots.of(
                problem.operationCount(),
                lots.stream().filter(lot -> lot.length > 1).toList());
    }
}
