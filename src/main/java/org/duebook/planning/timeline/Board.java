package org.duebook.planning.timeline;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.duebook.planning.timeline.PlanningProblem.Csr;

/**
 * What stands on the machines at one moment of the journal, with the time everything has to spare: an immutable snapshot
 * that many threads may ask at once. A {@link BoardDraft} of it costs little, however much stands on it. Minutes from the
 * origin of the problem it was made from.
 *
 * <p>Every operation knows its {@link #latestStart}: as long as none begins after it, no job that has a date is done later
 * than its date less its buffer, or than it would be anyway where that is later.
 */
public final class Board {
    /** Later than anything is ever planned, and still far from the end of the number range. */
    static final int FAR = 500_000_000;
    /** In {@link #machine} of what is no longer there. */
    static final int GONE = -2;

    final WorkingTime[] calendar;
    final ChangeoverMatrix[] changeovers;
    final int[] initialState;
    final int[] availableFrom;
    /** By machine its operations in order. */
    final int[][] rows;

    /** By operation, like all that follow; {@link PlanningProblem#NONE} outside. */
    final PagedInts machine;

    final PagedInts prev;
    final PagedInts next;
    final PagedInts start;
    final PagedInts end;
    /** Working minutes on its machine, elapsed ones outside. */
    final PagedInts minutes;

    final PagedInts state;
    final PagedInts earliest;
    /** Whether both times are given, or only stay, see {@link BoardDraft}. */
    final PagedInts fixed;
    /** The latest end that its own jobs allow. */
    final PagedInts limit;

    final PagedInts latestStart;
    final Links links;
    /** Whether anything gives way. */
    final boolean yields;

    Board(BoardDraft draft) {
        calendar = draft.calendar;
        changeovers = draft.changeovers;
        initialState = draft.initialState;
        availableFrom = draft.availableFrom;
        rows = draft.rows;
        machine = draft.machine;
        prev = draft.prev;
        next = draft.next;
        start = draft.start;
        end = draft.end;
        minutes = draft.minutes;
        state = draft.state;
        earliest = draft.earliest;
        fixed = draft.fixed;
        limit = draft.limit;
        latestStart = draft.latestStart;
        links = draft.links;
        yields = draft.yields;
    }

    private Board(Timeline timeline, boolean yields) {
        this.yields = yields;
        PlanningProblem problem = timeline.problem();
        int n = problem.operationCount();
        calendar = problem.calendar;
        changeovers = problem.changeovers;
        initialState = problem.initialState;
        availableFrom = problem.availableFrom;
        rows = timeline.sequences();
        int[] machines = new int[n];
        int[] before = new int[n];
        int[] behind = new int[n];
        int[] starts = new int[n];
        int[] ends = new int[n];
        int[] work = new int[n];
        int[] given = new int[n];
        int[] limits = new int[n];
        for (int o = 0; o < n; o++) {
            machines[o] = timeline.machine(o);
            before[o] = timeline.previous(o);
            behind[o] = timeline.next(o);
            starts[o] = timeline.start(o);
            ends[o] = timeline.end(o);
            work[o] = timeline.minutes(o);
            given[o] = problem.fixed(o) ? BoardDraft.GIVEN : BoardDraft.STAYS;
            limits[o] = limit(timeline, o);
        }
        machine = PagedInts.of(machines);
        prev = PagedInts.of(before);
        next = PagedInts.of(behind);
        start = PagedInts.of(starts);
        end = PagedInts.of(ends);
        minutes = PagedInts.of(work);
        state = PagedInts.of(problem.setupState);
        earliest = PagedInts.of(problem.earliest);
        fixed = PagedInts.of(given);
        limit = PagedInts.of(limits);
        links = Links.of(problem);
        latestStart = PagedInts.of(starts);
    }

    /** The machines of a problem with nothing on them. */
    public static Board empty(PlanningProblem problem) {
        return new Board(new Timeline(problem, ReferencePlan.none(problem.operationCount())), true);
    }

    /**
     * What stands on a timeline, under the same indices. Nobody gives way: only what fits between others can be put in.
     */
    public static Board rigid(Timeline timeline) {
        return new Board(timeline, false);
    }

    /**
     * The same where others give way as far as their dates allow.
     *
     * @param frozenUntil what begins before this minute stays where it is
     */
    public static Board yielding(Timeline timeline, int frozenUntil) {
        return new Board(timeline, true)
                .draft()
                .yielding(timeline.order(), frozenUntil)
                .done();
    }

    private static int limit(Timeline timeline, int o) {
        PlanningProblem problem = timeline.problem();
        Csr ending = problem.jobsEnding;
        int limit = FAR;
        for (int i = ending.from()[o]; i < ending.from()[o + 1]; i++) {
            int job = ending.target()[i];
            if (problem.promised[job] != PlanningProblem.NO_DUE) {
                int by = Math.max(problem.promised[job] - problem.buffer[job], timeline.completion(job));
                limit = Math.min(limit, by - ending.amount()[i]);
            }
        }
        return limit;
    }

    /** A what-if on this board, which stays as it is. */
    public BoardDraft draft() {
        return new BoardDraft(this);
    }

    public int machineCount() {
        return rows.length;
    }

    /** How many operations it ever had; those taken away keep their indices. */
    public int operationCount() {
        return machine.size();
    }

    /** Whether an operation is on it, on a machine or outside. */
    public boolean has(int operation) {
        return operation >= 0 && operation < machine.size() && machine.get(operation) != GONE;
    }

    /** The machine of an operation, or -1 outside. */
    public int machine(int operation) {
        return machine.get(operation);
    }

    public int start(int operation) {
        return start.get(operation);
    }

    public int end(int operation) {
        return end.get(operation);
    }

    /** The minute at which an operation may begin at the latest, see the class. */
    public int latestStart(int operation) {
        return latestStart.get(operation);
    }

    /** The operation before it on its machine, or -1. */
    public int previous(int operation) {
        return prev.get(operation);
    }

    /** Working minutes of setup before it; 0 outside. */
    public int setup(int operation) {
        int m = machine.get(operation);
        if (m < 0) {
            return 0;
        }
        int before = prev.get(operation);
        int from = before == NONE ? initialState[m] : state.get(before);
        return changeovers[m].minutes(from, state.get(operation));
    }

    /** When its setup begins; its start where there is none. */
    public int setupStart(int operation) {
        int m = machine.get(operation);
        if (m < 0 || fixed.get(operation) == BoardDraft.GIVEN) {
            return start.get(operation);
        }
        return calendar[m].minus(start.get(operation), setup(operation));
    }

    /**
     * Operations of another board, of which this is a later one, that stand here at other times or behind others, the earliest
     * first; those that are gone are absent.
     */
    public int[] moved(Board before) {
        return IntStream.range(0, before.operationCount())
                .filter(o -> machine.get(o) != GONE
                        && (start.get(o) != before.start.get(o)
                                || end.get(o) != before.end.get(o)
                                || prev.get(o) != before.prev.get(o)))
                .boxed()
                .sorted(Comparator.comparingInt(this::start).thenComparingInt(this::end))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** When a machine works. */
    public WorkingTime workingTime(int ofMachine) {
        return calendar[ofMachine];
    }

    /** The operations of a machine in order. */
    public int[] row(int ofMachine) {
        return rows[ofMachine].clone();
    }
}
