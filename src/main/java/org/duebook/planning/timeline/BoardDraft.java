package org.duebook.planning.timeline;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;
import org.duebook.planning.timeline.Placement.Bound;

/**
 * A board being changed. New operations go between others, which give way: whoever comes after is pushed back, on its machine
 * and in its job, but never beyond its latest start, so nobody's date moves. Times are those of {@link Timeline}: everything
 * starts as soon as its place in line, its predecessors and its machine allow. For one thread; deterministic.
 */
public final class BoardDraft {
    /** In {@link #fixed}: times that are given. */
    static final int GIVEN = 1;
    /** In {@link #fixed}: gives way to nobody. */
    static final int STAYS = 2;

    WorkingTime[] calendar;
    final ChangeoverMatrix[] changeovers;
    final int[] initialState;
    final int[] availableFrom;
    final int[][] rows;
    final PagedInts machine;
    final PagedInts prev;
    final PagedInts next;
    final PagedInts start;
    final PagedInts end;
    final PagedInts minutes;
    final PagedInts state;
    final PagedInts earliest;
    final PagedInts fixed;
    final PagedInts limit;
    final PagedInts latestStart;
    final Links links;
    final boolean yields;

    /** Whose times must be looked at, the earliest first. */
    private final OpenWork pushed = new OpenWork();
    /** Whose latest start must be looked at, the latest first. */
    private final OpenWork pressed = new OpenWork();

    BoardDraft(Board board) {
        calendar = board.calendar;
        changeovers = board.changeovers;
        initialState = board.initialState;
        availableFrom = board.availableFrom;
        rows = board.rows.clone();
        machine = board.machine.copy();
        prev = board.prev.copy();
        next = board.next.copy();
        start = board.start.copy();
        end = board.end.copy();
        minutes = board.minutes.copy();
        state = board.state.copy();
        earliest = board.earliest.copy();
        fixed = board.fixed.copy();
        limit = board.limit.copy();
        latestStart = board.latestStart.copy();
        links = board.links.copy();
        yields = board.yields;
    }

    /** Lets everything give way as far as its dates allow, but for what begins before a minute. */
    BoardDraft yielding(TopologicalOrder order, int frozenUntil) {
        for (int o = 0; o < start.size(); o++) {
            if (fixed.get(o) != GIVEN) {
                fixed.set(o, start.get(o) < frozenUntil ? STAYS : 0);
            }
        }
        for (int rank = order.operationAt.length - 1; rank >= 0; rank--) {
            int o = order.operationAt[rank];
            latestStart.set(o, latest(o));
        }
        return this;
    }

    /** The board as it is now. The draft is used up. */
    public Board done() {
        settle();
        return new Board(this);
    }

    /**
     * Puts operations in, each where it ends earliest; then with the least setup, then on the machine with the lowest index.
     *
     * @param operations predecessors before their successors
     * @param thrift how many minutes later an operation may end for each minute of setup that its machine is spared
     * @return one per operation, in list order, as they stand when all are in
     */
    public List<Placement> insert(List<NewOperation> operations, int thrift) {
        int first = machine.size();
        List<Bound> bounds = new ArrayList<>(operations.size());
        for (NewOperation operation : operations) {
            settle();
            int o = append(operation.setupState(), operation.earliest());
            for (After after : operation.after()) {
                links.join(first + after.operation(), o, after.lag());
            }
            Bound ready = ready(operation, first);
            bounds.add(
                    operation.options().isEmpty()
                            ? outside(o, operation.outsideMinutes(), ready)
                            : onBestMachine(o, operation, ready, thrift));
            settleTimes();
        }
        List<Placement> placements = new ArrayList<>(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            int o = first + i;
            placements.add(new Placement(
                    i, o, machine.get(o), prev.get(o), setupStart(o), start.get(o), end.get(o), bounds.get(i)));
        }
        return placements;
    }

    /** Puts an operation at a known place and gives its index; {@link #settle} when all are there. */
    public int put(int onMachine, int behind, int workMinutes, int setupState, int earliestStart) {
        int o = append(setupState, earliestStart);
        minutes.set(o, workMinutes);
        link(o, onMachine, behind == NONE ? 0 : indexOf(onMachine, behind) + 1);
        return o;
    }

    /** Puts an operation that no machine does and gives its index; {@link #settle} when all are there. */
    public int putOutside(int elapsedMinutes, int earliestStart) {
        int o = append(0, earliestStart);
        minutes.set(o, elapsedMinutes);
        changed(o);
        return o;
    }

    /** {@code after} waits for {@code before}, and so many elapsed minutes more. */
    public void join(int before, int after, int lag) {
        links.join(before, after, lag);
        changed(before);
        changed(after);
    }

    /** From now on an operation must end by then, or by when it does where that is later. */
    public void promise(int operation, int by) {
        limit.set(operation, Math.max(by, end.get(operation)));
        press(operation);
        settle();
    }

    /** From now on an operation gives way to nobody; {@link #settle} when all are told. */
    public void stay(int operation) {
        if (fixed.get(operation) != GIVEN) {
            fixed.set(operation, STAYS);
            press(operation);
        }
    }

    /** From now on an operation may end so many minutes later than its own jobs let it; {@link #settle} when all are told. */
    public void allow(int operation, int minutesLater) {
        if (limit.get(operation) != Board.FAR) {
            limit.set(operation, limit.get(operation) + minutesLater);
            press(operation);
        }
    }

    /** From now on a machine works at these times: all on it begins as early as that lets it. Given times stay. */
    public void work(int onMachine, WorkingTime times) {
        calendar = calendar.clone();
        calendar[onMachine] = times;
        for (int o : rows[onMachine]) {
            changed(o);
        }
        settle();
    }

    /** From now on what an operation needs is there at another time; {@link #settle} when all are told. */
    public void needs(int operation, int earliestStart) {
        earliest.set(operation, earliestStart);
        changed(operation);
    }

    /** Takes operations away: all that wait for each other. */
    public void remove(int[] operations) {
        for (int o : operations) {
            int m = machine.get(o);
            if (m >= 0) {
                unlink(o, m);
            }
            machine.set(o, Board.GONE);
        }
        settle();
    }

    /** Brings all times up to date. */
    public void settle() {
        settleTimes();
        while (!pressed.isEmpty()) {
            int o = pressed.take();
            int latest = latest(o);
            if (latest != latestStart.get(o)) {
                latestStart.set(o, latest);
                pressAllBefore(o);
            }
        }
    }

    /** Times only; slack when it is next needed. */
    private void settleTimes() {
        while (!pushed.isEmpty()) {
            settle(pushed.take());
        }
    }

    public int start(int operation) {
        return start.get(operation);
    }

    public int end(int operation) {
        return end.get(operation);
    }

    /** The machine of an operation, or -1 outside. */
    public int machine(int operation) {
        return machine.get(operation);
    }

    /** The operation before it on its machine, or -1. */
    public int previous(int operation) {
        return prev.get(operation);
    }

    /** The operation after it on its machine, or -1. */
    public int next(int operation) {
        return next.get(operation);
    }

    /** The last operation of a machine, or -1. */
    public int last(int ofMachine) {
        int[] row = rows[ofMachine];
        return row.length == 0 ? NONE : row[row.length - 1];
    }

    private int append(int setupState, int earliestStart) {
        int o = machine.size();
        machine.add(NONE);
        prev.add(NONE);
        next.add(NONE);
        start.add(earliestStart);
        end.add(earliestStart);
        minutes.add(0);
        state.add(setupState);
        earliest.add(earliestStart);
        fixed.add(yields ? 0 : STAYS);
        limit.add(Board.FAR);
        latestStart.add(yields ? Board.FAR : earliestStart);
        links.add();
        return o;
    }

    private Bound ready(NewOperation operation, int first) {
        Bound latest = new Bound.Earliest(operation.earliest());
        for (After after : operation.after()) {
            int until = end.get(first + after.operation()) + after.lag();
            if (until > latest.until()) {
                latest = new Bound.Predecessor(after.operation(), until);
            }
        }
        return latest;
    }

    private Bound outside(int o, int elapsedMinutes, Bound ready) {
        minutes.set(o, elapsedMinutes);
        changed(o);
        return ready;
    }

    /** The best place found so far. */
    private static final class Best {
        long loss = Long.MAX_VALUE;
        int end;
        int setup;
        int machine = NONE;
        int minutes;
        int gap;
        int setUp;
        int start;

        boolean isWorseThan(long otherLoss, int otherEnd, int otherSetup, int otherMachine) {
            if (otherLoss != loss) {
                return otherLoss < loss;
            }
            if (otherEnd != end) {
                return otherEnd < end;
            }
            return otherSetup != setup ? otherSetup < setup : otherMachine < machine;
        }
    }

    private Bound onBestMachine(int o, NewOperation operation, Bound ready, int thrift) {
        Best best = new Best();
        for (Option option : operation.options()) {
            walk(operation.setupState(), option, ready.until(), thrift, best);
        }
        Bound bound = bound(best, ready);
        minutes.set(o, best.minutes);
        link(o, best.machine, best.gap);
        return bound;
    }

    /** Walks the gaps of one machine from the first that reaches beyond the ready minute; the last is endless. */
    private void walk(int setupState, Option option, int ready, int thrift, Best best) {
        int m = option.machine();
        int[] row = rows[m];
        WorkingTime working = calendar[m];
        ChangeoverMatrix setups = changeovers[m];
        int work = option.minutes();
        for (int gap = firstEndingAfter(row, ready); gap <= row.length; gap++) {
            int before = gap == 0 ? NONE : row[gap - 1];
            int behind = gap == row.length ? NONE : row[gap];
            int free = before == NONE ? availableFrom[m] : Math.max(availableFrom[m], end.get(before));
            if ((long) free + work > best.loss) {
                return;
            }
            if (behind == NONE || latestStart.get(behind) - Math.max(ready, free) >= work) {
                int from = before == NONE ? initialState[m] : state.get(before);
                int setup = setups.minutes(from, setupState);
                int setUp = working.plus(free, setup);
                int begins = working.next(Math.max(ready, setUp));
                int ends = working.plus(begins, work);
                int added = setup;
                boolean fits = true;
                if (behind != NONE) {
                    int then = setups.minutes(setupState, state.get(behind));
                    fits = working.plus(ends, then) <= latestStart.get(behind);
                    added += then - setups.minutes(from, state.get(behind));
                }
                long loss = ends + (long) thrift * Math.max(0, added);
                if (fits && best.isWorseThan(loss, ends, setup, m)) {
                    best.loss = loss;
                    best.end = ends;
                    best.setup = setup;
                    best.machine = m;
                    best.minutes = work;
                    best.gap = gap;
                    best.setUp = setUp;
                    best.start = begins;
                }
            }
        }
    }

    private Bound bound(Best best, Bound ready) {
        if (best.setUp > ready.until()) {
            return best.gap == 0
                    ? new Bound.MachineUnavailable(best.setUp)
                    : new Bound.MachineBusy(rows[best.machine][best.gap - 1], ready.until(), best.setUp);
        }
        return best.start > ready.until() ? new Bound.Closed(ready.until(), best.start) : ready;
    }

    private int firstEndingAfter(int[] row, int minute) {
        int low = 0;
        int high = row.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end.get(row[middle]) <= minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int indexOf(int m, int operation) {
        int[] row = rows[m];
        for (int i = 0; i < row.length; i++) {
            if (row[i] == operation) {
                return i;
            }
        }
        throw new IllegalArgumentException("operation " + operation + " is not on machine " + m);
    }

    private void link(int o, int m, int gap) {
        int[] row = rows[m];
        int[] longer = new int[row.length + 1];
        System.arraycopy(row, 0, longer, 0, gap);
        longer[gap] = o;
        System.arraycopy(row, gap, longer, gap + 1, row.length - gap);
        rows[m] = longer;
        machine.set(o, m);
        int before = gap == 0 ? NONE : row[gap - 1];
        int behind = gap == row.length ? NONE : row[gap];
        prev.set(o, before);
        next.set(o, behind);
        if (before != NONE) {
            next.set(before, o);
        }
        if (behind != NONE) {
            prev.set(behind, o);
        }
        changed(o);
        changed(before);
        changed(behind);
    }

    private void unlink(int o, int m) {
        int at = indexOf(m, o);
        int[] row = rows[m];
        int[] shorter = new int[row.length - 1];
        System.arraycopy(row, 0, shorter, 0, at);
        System.arraycopy(row, at + 1, shorter, at, row.length - at - 1);
        rows[m] = shorter;
        int before = prev.get(o);
        int behind = next.get(o);
        if (before != NONE) {
            next.set(before, behind);
        }
        if (behind != NONE) {
            prev.set(behind, before);
        }
        changed(before);
        changed(behind);
    }

    private void changed(int o) {
        if (o != NONE) {
            pushed.add(start.get(o), o);
            press(o);
        }
    }

    private void press(int o) {
        pressed.add(-start.get(o), o);
    }

    private void settle(int o) {
        int m = machine.get(o);
        if (fixed.get(o) == GIVEN || m == Board.GONE) {
            return;
        }
        int begins = ready(o);
        int ends;
        if (m == NONE) {
            ends = begins + minutes.get(o);
        } else {
            int before = prev.get(o);
            int free = before == NONE ? availableFrom[m] : Math.max(availableFrom[m], end.get(before));
            begins = calendar[m].next(Math.max(begins, calendar[m].plus(free, setup(m, before, o))));
            ends = calendar[m].plus(begins, minutes.get(o));
        }
        if (begins == start.get(o) && ends == end.get(o)) {
            return;
        }
        start.set(o, begins);
        end.set(o, ends);
        press(o);
        for (int arc = links.outOf(o); arc != NONE; arc = links.nextOutOf(arc)) {
            pushed.add(start.get(links.after(arc)), links.after(arc));
        }
        if (next.get(o) != NONE) {
            pushed.add(start.get(next.get(o)), next.get(o));
        }
    }

    private int ready(int o) {
        int ready = earliest.get(o);
        for (int arc = links.into(o); arc != NONE; arc = links.nextInto(arc)) {
            if (machine.get(links.before(arc)) != Board.GONE) {
                ready = Math.max(ready, end.get(links.before(arc)) + links.lag(arc));
            }
        }
        return ready;
    }

    /** The latest start that its jobs, what waits for it and what follows it on its machine allow. */
    private int latest(int o) {
        if (fixed.get(o) != 0 || machine.get(o) == Board.GONE) {
            return start.get(o);
        }
        int by = limit.get(o);
        for (int arc = links.outOf(o); arc != NONE; arc = links.nextOutOf(arc)) {
            int after = links.after(arc);
            if (machine.get(after) != Board.GONE && fixed.get(after) != GIVEN) {
                by = Math.min(by, latestStart.get(after) - links.lag(arc));
            }
        }
        int m = machine.get(o);
        if (m == NONE) {
            return by - minutes.get(o);
        }
        int behind = next.get(o);
        if (behind != NONE && fixed.get(behind) != GIVEN) {
            by = Math.min(by, calendar[m].minus(latestStart.get(behind), setup(m, o, behind)));
        }
        return by == Board.FAR ? Board.FAR : calendar[m].minus(by, minutes.get(o));
    }

    private void pressAllBefore(int o) {
        for (int arc = links.into(o); arc != NONE; arc = links.nextInto(arc)) {
            press(links.before(arc));
        }
        if (prev.get(o) != NONE) {
            press(prev.get(o));
        }
    }

    private int setup(int m, int before, int o) {
        int from = before == NONE ? initialState[m] : state.get(before);
        return changeovers[m].minutes(from, state.get(o));
    }

    private int setupStart(int o) {
        int m = machine.get(o);
        return m < 0 ? start.get(o) : calendar[m].minus(start.get(o), setup(m, prev.get(o), o));
    }
}
