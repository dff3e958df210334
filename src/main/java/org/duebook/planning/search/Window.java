package org.duebook.planning.search;

import static org.duebook.planning.timeline.PlanningProblem.NONE;
import static org.duebook.planning.timeline.PlanningProblem.NO_DUE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.ProblemBuilder;
import org.duebook.planning.timeline.Slacks;
import org.duebook.planning.timeline.Timeline;

/**
 * A stretch of time cut out of a plan as a problem of its own. What starts in it may move; what starts before stands; what
 * comes after is felt as a delay from each operation at the border to each job it leads to, taken from the plan as it is.
 * The first operation after the stretch stays last on its machine, so that its changeover counts.
 *
 * <pre>
 *            from                      to
 *   … done ──┤  [ o ][ o ]    [ o ]    ├──[ kept last ]╌╌ delay ╌╌▶ job
 *   … done ──┤     [ o ]  [ o ]╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ delay ╌╌▶ job
 * </pre>
 *
 * <p>Delays are exact where machines work around the clock and close to it elsewhere: whoever takes a window's result back
 * times the whole plan anew and decides by that.
 */
final class Window {
    private final Timeline plan;
    private final PlanningProblem whole;
    private final int from;
    private final int to;
    private final ProblemBuilder builder = new ProblemBuilder();
    private final List<Integer> inside = new ArrayList<>();
    /** By operation of the whole problem its index here, or none. */
    private final int[] index;
    /** By machine the operation before the stretch, or none. */
    private final int[] before;

    private final int[][] sequences;
    private final PlanningProblem problem;

    /** Cuts [from, to) out of an updated plan, which must not change meanwhile. */
    Window(Timeline plan, Movable movable, Slacks slacks, int from, int to) {
        this.plan = plan;
        this.from = from;
        this.to = to;
        whole = plan.problem();
        index = new int[whole.operationCount()];
        Arrays.fill(index, NONE);
        before = new int[whole.machineCount()];
        sequences = new int[whole.machineCount()][];
        for (int m = 0; m < sequences.length; m++) {
            cut(m, movable);
        }
        addOutside();
        for (int o : inside) {
            wait(o);
        }
        for (int job = 0; job < whole.jobCount(); job++) {
            addJob(job, slacks);
        }
        problem = builder.build();
    }

    PlanningProblem problem() {
        return problem;
    }

    int[][] sequences() {
        return sequences;
    }

    private void cut(int m, Movable movable) {
        before[m] = movable.lastFrozen(m);
        int at = before[m] == NONE ? plan.first(m) : plan.next(before[m]);
        while (at != NONE && plan.start(at) < from) {
            before[m] = at;
            at = plan.next(at);
        }
        int free = before[m] == NONE ? whole.availableFrom(m) : Math.max(whole.availableFrom(m), plan.end(before[m]));
        int state = before[m] == NONE ? whole.initialState(m) : whole.setupState(before[m]);
        builder.machine(whole.calendar(m), whole.changeovers(m), state, free);
        List<Integer> sequence = new ArrayList<>();
        while (at != NONE && plan.start(at) < to && movable.is(at)) {
            sequence.add(add(at));
            at = plan.next(at);
        }
        if (at != NONE) {
            sequence.add(add(at));
            builder.keepLast(m, index[at]);
        }
        sequences[m] = sequence.stream().mapToInt(Integer::intValue).toArray();
    }

    private int add(int o) {
        index[o] = builder.operation(whole.setupState(o), earliest(o));
        inside.add(o);
        return index[o];
    }

    private void addOutside() {
        for (int o = 0; o < index.length; o++) {
            if (whole.outside(o) && !whole.fixed(o) && plan.start(o) >= from && plan.start(o) < to) {
                index[o] = builder.outside(whole.outsideMinutes(o), earliest(o));
                inside.add(o);
            }
        }
    }

    /** What starts before the stretch is over when it is over; what comes later may follow from what moves. */
    private int earliest(int o) {
        int earliest = whole.earliest(o);
        for (int i = 0; i < whole.predecessorCount(o); i++) {
            int p = whole.predecessor(o, i);
            if (plan.start(p) < from) {
                earliest = Math.max(earliest, plan.end(p) + whole.predecessorLag(o, i));
            }
        }
        return earliest;
    }

    private void wait(int o) {
        for (int i = 0; i < whole.predecessorCount(o); i++) {
            int p = whole.predecessor(o, i);
            if (index[p] != NONE) {
                builder.precedes(index[p], index[o], whole.predecessorLag(o, i));
            }
        }
        if (whole.outside(o)) {
            return;
        }
        if (plan.start(o) >= to) {
            builder.runsOn(index[o], plan.machine(o), plan.minutes(o));
            return;
        }
        for (int e = 0; e < whole.eligibleCount(o); e++) {
            int m = whole.eligibleMachine(o, e);
            builder.runsOn(index[o], m, whole.minutes(o, m));
        }
    }

    /** A job that could be late for what happens here. */
    private void addJob(int job, Slacks slacks) {
        int due = Math.min(whole.promised(job), whole.requested(job));
        int completion = plan.completion(job);
        int limit = 2 * (to - from) - (due == NO_DUE ? 0 : Math.max(0, due - completion));
        if (completion < from || limit < 0) {
            return;
        }
        IntStream.Builder ends = IntStream.builder();
        IntStream.Builder delays = IntStream.builder();
        slacks.of(job, limit, (o, slack) -> {
            if (index[o] == NONE) {
                return plan.start(o) < from ? Slacks.Further.NOTHING : Slacks.Further.ALL_BEFORE_IT;
            }
            ends.add(index[o]);
            delays.add(Math.max(0, completion - plan.end(o) - slack));
            return plan.start(o) < to ? Slacks.Further.NOTHING : Slacks.Further.ITS_PREDECESSORS;
        });
        int[] borders = ends.build().toArray();
        if (borders.length > 0) {
            builder.jobBeyond(
                    borders, delays.build().toArray(), whole.promised(job), whole.requested(job), whole.weight(job));
        }
    }

    /** Puts sequences found for the window into the plan it was cut out of; the plan is not updated. */
    void putInto(Timeline timeline, int[][] found) {
        int[] original = new int[problem.operationCount()];
        for (int o : inside) {
            original[index[o]] = o;
        }
        for (int m = 0; m < found.length; m++) {
            for (int o : sequences[m]) {
                if (o != problem.last(m)) {
                    timeline.remove(original[o]);
                }
            }
        }
        for (int m = 0; m < found.length; m++) {
            int after = before[m];
            for (int o : found[m]) {
                if (o != problem.last(m)) {
                    timeline.insertAfter(original[o], m, after);
                    after = original[o];
                }
            }
        }
    }
}
