package org.duebook.planning.timeline;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import java.util.Arrays;
import java.util.BitSet;
import org.duebook.planning.timeline.PlanningProblem.Csr;
import org.jspecify.annotations.Nullable;

/**
 * Sequences on machines and the times that follow from them. Mutable, for one thread.
 *
 * <p>Change with {@link #insertAfter} and {@link #remove}, then {@link #update}: only what the changes reach is computed
 * again. An operation not yet on a machine runs right when it is ready, for its shortest duration, taking nobody's
 * place. Costs and times may be read only after an update that answered true.
 *
 * <p>{@link #mark} and {@link #undo} nest; undo puts back exactly what was there at the mark.
 */
public final class Timeline {
    /**
     * So many new arcs are taken into the order one by one, more at once: one by one 10,000 took 0.1 s, 30,000 0.9 s, as a
     * part of reading whole sequences.
     */
    private static final int FEW_ARCS = 1_000;

    private final PlanningProblem problem;
    private final ReferencePlan reference;
    private final int[] machineOf;
    private final int[] prev;
    private final int[] next;
    private final int[] head;
    private final int[] tail;
    private final int[] duration;
    private final int[] start;
    private final int[] end;
    /** Working minutes of setup before the operation; 0 for fixed work. */
    private final int[] setup;

    private final boolean[] moved;
    private final TopologicalOrder order;
    /** The machine arc into this operation is not yet in the order. */
    private final boolean[] waiting;

    private final IntList waitingList = new IntList();
    /** Operations whose times must be looked at again. */
    private final IntList touched = new IntList();

    private final long[] dirtyRanks;
    private final int[] jobCompletion;
    private final int[] jobStart;
    private final IntList dirtyJobs = new IntList();
    /** Machines whose sequence changed since {@link #copyChanged} was last asked. */
    private final BitSet changed = new BitSet();

    private final boolean[] jobDirty;
    private final UndoLog undoLog = new UndoLog();
    private boolean looped;
    private @Nullable Tails tails;

    private long latePromised;
    private long tardyRequested;
    private long changeoverMinutes;
    private long flowMinutes;
    private int movedOperations;

    /** The frozen operations on their machines, nothing else yet. */
    public Timeline(PlanningProblem problem, ReferencePlan reference) {
        this.problem = problem;
        this.reference = reference;
        int n = problem.operationCount();
        machineOf = filled(n);
        prev = filled(n);
        next = filled(n);
        head = filled(problem.machineCount());
        tail = filled(problem.machineCount());
        duration = problem.shortest.clone();
        start = new int[n];
        end = new int[n];
        setup = new int[n];
        moved = new boolean[n];
        waiting = new boolean[n];
        order = new TopologicalOrder(problem, prev, next, waiting);
        dirtyRanks = new long[(n >> 6) + 1];
        jobCompletion = new int[problem.jobCount()];
        jobStart = new int[problem.jobCount()];
        jobDirty = new boolean[problem.jobCount()];
        for (int m = 0; m < head.length; m++) {
            for (int operation : problem.frozen[m]) {
                insertAfter(operation, m, tail[m]);
            }
        }
        initialTimes();
    }

    private void initialTimes() {
        for (int o = 0; o < start.length; o++) {
            start[o] = problem.fixedStart[o];
            end[o] = problem.fixedEnd[o];
            touched.add(o);
        }
        for (int j = 0; j < jobDirty.length; j++) {
            jobDirty[j] = true;
            dirtyJobs.add(j);
            addJob(j, 1);
        }
        if (!update()) {
            throw new IllegalArgumentException("the frozen sequences contradict the order of operations");
        }
    }

    /** A timeline with these sequences; the frozen operations must lead them. Updated, perhaps looped. */
    public static Timeline of(PlanningProblem problem, ReferencePlan reference, int[][] sequences) {
        Timeline timeline = new Timeline(problem, reference);
        for (int m = 0; m < sequences.length; m++) {
            for (int i = problem.frozen[m].length; i < sequences[m].length; i++) {
                timeline.insertAfter(sequences[m][i], m, timeline.tail[m]);
            }
        }
        timeline.update();
        return timeline;
    }

    /** Takes over other sequences of the same problem and updates; no mark may be open. */
    public boolean become(int[][] sequences) {
        for (int m = 0; m < sequences.length; m++) {
            int[] old = sequence(m);
            for (int i = problem.frozen[m].length; i < old.length; i++) {
                remove(old[i]);
            }
        }
        for (int m = 0; m < sequences.length; m++) {
            for (int i = problem.frozen[m].length; i < sequences[m].length; i++) {
                insertAfter(sequences[m][i], m, tail[m]);
            }
        }
        return update();
    }

    private static int[] filled(int size) {
        int[] result = new int[size];
        Arrays.fill(result, NONE);
        return result;
    }

    public PlanningProblem problem() {
        return problem;
    }

    public ReferencePlan reference() {
        return reference;
    }

    /** Puts an operation that is on no machine behind another, or first with {@link PlanningProblem#NONE}. */
    public void insertAfter(int operation, int machine, int after) {
        int minutes = problem.minutes(operation, machine);
        if (minutes < 0 || machineOf[operation] != NONE) {
            throw new IllegalArgumentException(
                    "operation " + operation + " cannot run on machine " + machine + " or stands on one already");
        }
        log(operation);
        link(operation, machine, after);
        duration[operation] = minutes;
        arcChanged(operation);
        arcChanged(next[operation]);
        touchTails(operation, after);
    }

    /** Takes an operation from its machine. */
    public void remove(int operation) {
        if (machineOf[operation] == NONE) {
            throw new IllegalArgumentException("operation " + operation + " is on no machine");
        }
        log(operation);
        int before = prev[operation];
        int follower = next[operation];
        unlink(operation);
        duration[operation] = problem.shortest[operation];
        waiting[operation] = false;
        touched.add(operation);
        arcChanged(follower);
        touchTails(operation, before);
    }

    private void touchTails(int operation, int before) {
        if (tails != null) {
            tails.touch(operation, before);
        }
    }

    TopologicalOrder order() {
        return order;
    }

    /** Keeps {@link Tails} up to date from now on, for as long as no mark is set. */
    public Tails withTails() {
        tails = new Tails(problem, order, next, prev, duration, setup);
        return tails;
    }

    private void log(int operation) {
        if (undoLog.active()) {
            undoLog.link(operation, machineOf[operation], prev[operation], duration[operation]);
        }
    }

    private void arcChanged(int into) {
        if (into == NONE) {
            return;
        }
        touched.add(into);
        if (prev[into] == NONE) {
            waiting[into] = false;
        } else if (!waiting[into]) {
            waiting[into] = true;
            waitingList.add(into);
        }
    }

    private void link(int operation, int machine, int after) {
        int follower = after == NONE ? head[machine] : next[after];
        changed.set(machine);
        machineOf[operation] = machine;
        prev[operation] = after;
        next[operation] = follower;
        if (after == NONE) {
            head[machine] = operation;
        } else {
            next[after] = operation;
        }
        if (follower == NONE) {
            tail[machine] = operation;
        } else {
            prev[follower] = operation;
        }
    }

    private void unlink(int operation) {
        int machine = machineOf[operation];
        int before = prev[operation];
        int follower = next[operation];
        changed.set(machine);
        if (before == NONE) {
            head[machine] = follower;
        } else {
            next[before] = follower;
        }
        if (follower == NONE) {
            tail[machine] = before;
        } else {
            prev[follower] = before;
        }
        machineOf[operation] = NONE;
        prev[operation] = NONE;
        next[operation] = NONE;
    }

    /**
     * Brings times and costs up to date.
     *
     * @return false when the sequences close a loop; times and costs then stay as they were at the last good update
     */
    public boolean update() {
        return update(Long.MAX_VALUE);
    }

    /**
     * Brings times and costs up to date, or gives up on the way.
     *
     * @param most gives up as soon as weighted lateness against promised dates, as far as it is known, is above this; only
     *     {@link #undo} may follow then
     * @return false when the sequences close a loop, or it gave up
     */
    public boolean update(long most) {
        admitWaitingArcs();
        if (looped) {
            return false;
        }
        if (!sweep(most)) {
            looped = true;
            return false;
        }
        settleJobs();
        if (tails != null) {
            tails.sweep();
        }
        return true;
    }

    private void admitWaitingArcs() {
        if (waitingList.size() > FEW_ARCS && order.admitAll()) {
            for (int i = 0; i < waitingList.size(); i++) {
                waiting[waitingList.get(i)] = false;
            }
            waitingList.clear();
        }
        int kept = 0;
        for (int i = 0; i < waitingList.size(); i++) {
            int v = waitingList.get(i);
            if (waiting[v]) {
                if (order.admit(v)) {
                    waiting[v] = false;
                } else {
                    waitingList.set(kept++, v);
                }
            }
        }
        waitingList.shrink(kept);
        looped = kept > 0;
    }

    /** One pass over the dirty ranks; whatever an operation changes lies at higher ranks. */
    private boolean sweep(long most) {
        int lowest = dirtyRanks.length;
        for (int i = 0; i < touched.size(); i++) {
            int r = order.rank[touched.get(i)];
            dirtyRanks[r >> 6] |= 1L << r;
            lowest = Math.min(lowest, r >> 6);
        }
        touched.clear();
        for (int word = lowest; word < dirtyRanks.length; word++) {
            while (dirtyRanks[word] != 0) {
                int bit = Long.numberOfTrailingZeros(dirtyRanks[word]);
                dirtyRanks[word] &= dirtyRanks[word] - 1;
                settle(order.operationAt[(word << 6) + bit]);
            }
            if (dirtyJobs.size() > 0 && most < Long.MAX_VALUE) {
                settleJobs();
                if (latePromised > most) {
                    Arrays.fill(dirtyRanks, word, dirtyRanks.length, 0);
                    return false;
                }
            }
        }
        return true;
    }

    private void settle(int o) {
        int newStart;
        int newEnd;
        int newSetup = 0;
        int m = machineOf[o];
        if (problem.fixed[o]) {
            newStart = problem.fixedStart[o];
            newEnd = problem.fixedEnd[o];
        } else if (m == NONE) {
            newStart = ready(o);
            newEnd = newStart + duration[o];
        } else {
            int before = prev[o];
            newSetup = setupAfter(m, before, o);
            WorkingTime working = problem.calendar[m];
            int free = freeAfter(m, before);
            int from = Math.max(ready(o), newSetup == 0 ? free : working.plus(free, newSetup));
            if (working.neverCloses()) {
                newStart = from;
                newEnd = from + duration[o];
            } else {
                int first = working.work(from);
                newStart = working.minuteAt(first);
                newEnd = duration[o] == 0 ? newStart : working.minuteAt(first + duration[o] - 1) + 1;
            }
        }
        record(o, newStart, newEnd, newSetup);
    }

    private int setupAfter(int machine, int before, int o) {
        int state = before == NONE ? problem.initialState[machine] : problem.setupState[before];
        return problem.changeovers[machine].minutes(state, problem.setupState[o]);
    }

    private int freeAfter(int machine, int before) {
        int available = problem.availableFrom[machine];
        return before == NONE ? available : Math.max(available, end[before]);
    }

    private int ready(int o) {
        Csr rows = problem.predecessors;
        int ready = problem.earliest[o];
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            ready = Math.max(ready, end[rows.target()[i]] + rows.amount()[i]);
        }
        return ready;
    }

    private void record(int o, int newStart, int newEnd, int newSetup) {
        boolean isMoved = machineOf[o] != NONE && !problem.fixed[o] && reference.moved(o, machineOf[o], newStart);
        if (newStart == start[o] && newEnd == end[o] && newSetup == setup[o] && isMoved == moved[o]) {
            return;
        }
        if (undoLog.active()) {
            undoLog.times(o, start[o], end[o], setup[o], moved[o]);
        }
        changeoverMinutes += newSetup - setup[o];
        movedOperations += (isMoved ? 1 : 0) - (moved[o] ? 1 : 0);
        setup[o] = newSetup;
        moved[o] = isMoved;
        if (newStart != start[o]) {
            start[o] = newStart;
            markJobs(problem.jobsStarting, o);
        }
        if (newEnd != end[o]) {
            end[o] = newEnd;
            markJobs(problem.jobsEnding, o);
            markFollowers(o);
        }
    }

    private void markJobs(Csr rows, int o) {
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            int job = rows.target()[i];
            if (!jobDirty[job]) {
                jobDirty[job] = true;
                dirtyJobs.add(job);
            }
        }
    }

    private void markFollowers(int o) {
        Csr rows = problem.successors;
        for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
            markDirty(rows.target()[i]);
        }
        if (next[o] != NONE) {
            markDirty(next[o]);
        }
    }

    private void markDirty(int o) {
        int r = order.rank[o];
        dirtyRanks[r >> 6] |= 1L << r;
    }

    private void settleJobs() {
        for (int i = 0; i < dirtyJobs.size(); i++) {
            int job = dirtyJobs.get(i);
            jobDirty[job] = false;
            int completion = Integer.MIN_VALUE;
            for (int k = problem.finals.from()[job]; k < problem.finals.from()[job + 1]; k++) {
                completion = Math.max(
                        completion,
                        end[problem.finals.target()[k]] + problem.finals.amount()[k]);
            }
            int first = problem.sources.from()[job] == problem.sources.from()[job + 1] ? completion : Integer.MAX_VALUE;
            for (int k = problem.sources.from()[job]; k < problem.sources.from()[job + 1]; k++) {
                first = Math.min(first, start[problem.sources.target()[k]]);
            }
            if (undoLog.active()) {
                undoLog.job(job, jobCompletion[job], jobStart[job]);
            }
            addJob(job, -1);
            jobCompletion[job] = completion;
            jobStart[job] = first;
            addJob(job, 1);
        }
        dirtyJobs.clear();
    }

    private void addJob(int job, long sign) {
        long weight = sign * problem.weight[job];
        latePromised += weight * Math.max(0L, (long) jobCompletion[job] - problem.promised[job]);
        tardyRequested += weight * Math.max(0L, (long) jobCompletion[job] - problem.requested[job]);
        flowMinutes += sign * ((long) jobCompletion[job] - jobStart[job]);
    }

    /** Opens a span of changes that {@link #undo} or {@link #keep} closes; the last update must have been loop free. */
    public void mark() {
        if (looped || touched.size() > 0) {
            throw new IllegalStateException("a mark needs an updated, loop free timeline");
        }
        order.logging = true;
        undoLog.push(order.log.size(), latePromised, tardyRequested, changeoverMinutes, flowMinutes, movedOperations);
    }

    /** Puts back everything since the last open mark, whether updated or not, and closes it. */
    public void undo() {
        for (int i = 0; i < waitingList.size(); i++) {
            waiting[waitingList.get(i)] = false;
        }
        waitingList.clear();
        touched.clear();
        looped = false;
        undoLog.restoreLinks(this::restoreLink);
        undoLog.restoreTimes(this::restoreTimes);
        undoLog.restoreJobs(this::restoreJob);
        long[] totals = undoLog.totals();
        latePromised = totals[0];
        tardyRequested = totals[1];
        changeoverMinutes = totals[2];
        flowMinutes = totals[3];
        movedOperations = (int) totals[4];
        order.undoTo(undoLog.orderSize());
        close();
    }

    /** Accepts everything since the last open mark and closes it; an outer mark can still undo it. */
    public void keep() {
        close();
    }

    private void close() {
        undoLog.pop();
        if (!undoLog.active()) {
            order.logging = false;
            order.log.clear();
        }
    }

    private void restoreLink(int operation, int machine, int before, int minutes) {
        if (machineOf[operation] != NONE) {
            unlink(operation);
        }
        if (machine != NONE) {
            link(operation, machine, before);
        }
        duration[operation] = minutes;
    }

    private void restoreTimes(int operation, int oldStart, int oldEnd, int setupAndMoved) {
        start[operation] = oldStart;
        end[operation] = oldEnd;
        setup[operation] = setupAndMoved >> 1;
        moved[operation] = (setupAndMoved & 1) == 1;
    }

    private void restoreJob(int job, int completion, int first, int unused) {
        jobCompletion[job] = completion;
        jobStart[job] = first;
    }

    /** Whether the sequences closed a loop at the last update. */
    public boolean looped() {
        return looped;
    }

    public Evaluation evaluation() {
        return looped
                ? Evaluation.LOOP
                : new Evaluation(true, latePromised, tardyRequested, changeoverMinutes, flowMinutes, movedOperations);
    }

    public long latePromised() {
        return latePromised;
    }

    public long tardyRequested() {
        return tardyRequested;
    }

    public long changeoverMinutes() {
        return changeoverMinutes;
    }

    public long flowMinutes() {
        return flowMinutes;
    }

    public int movedOperations() {
        return movedOperations;
    }

    /** The machine an operation stands on, or {@link PlanningProblem#NONE}. */
    public int machine(int operation) {
        return machineOf[operation];
    }

    /** The operation before it on its machine, or {@link PlanningProblem#NONE}. */
    public int previous(int operation) {
        return prev[operation];
    }

    /** The operation after it on its machine, or {@link PlanningProblem#NONE}. */
    public int next(int operation) {
        return next[operation];
    }

    /** The first operation of a machine, or {@link PlanningProblem#NONE}. */
    public int first(int machine) {
        return head[machine];
    }

    /** The last operation of a machine, or {@link PlanningProblem#NONE}. */
    public int last(int machine) {
        return tail[machine];
    }

    /** Working minutes on the machine it stands on, or on its fastest. */
    public int minutes(int operation) {
        return duration[operation];
    }

    public int start(int operation) {
        return start[operation];
    }

    public int end(int operation) {
        return end[operation];
    }

    /** Working minutes of setup before it. */
    public int setup(int operation) {
        return setup[operation];
    }

    /** When material, release and predecessors allow it to start. */
    public int readyAt(int operation) {
        return ready(operation);
    }

    /** When its machine has finished what comes before and is set up for it; only for an operation on a machine. */
    public int machineReadyAt(int operation) {
        int m = machineOf[operation];
        return problem.calendar[m].plus(freeAfter(m, prev[operation]), setupAfter(m, prev[operation], operation));
    }

    /** The predecessor that ends (with its lag) last, or {@link PlanningProblem#NONE}. */
    public int lastPredecessor(int operation) {
        Csr rows = problem.predecessors;
        int last = NONE;
        int until = Integer.MIN_VALUE;
        for (int i = rows.from()[operation]; i < rows.from()[operation + 1]; i++) {
            int ends = end[rows.target()[i]] + rows.amount()[i];
            if (ends > until) {
                until = ends;
                last = rows.target()[i];
            }
        }
        return last;
    }

    /** Whether an operation could stand before {@code other} without a loop, as far as times tell. */
    public boolean mayPrecede(int operation, int other) {
        Csr rows = problem.predecessors;
        for (int i = rows.from()[operation]; i < rows.from()[operation + 1]; i++) {
            int p = rows.target()[i];
            if (p == other || end[other] <= start[p]) {
                return false;
            }
        }
        return true;
    }

    /** Whether an operation could stand behind {@code other} without a loop, as far as times tell. */
    public boolean mayFollow(int operation, int other) {
        Csr rows = problem.successors;
        for (int i = rows.from()[operation]; i < rows.from()[operation + 1]; i++) {
            int s = rows.target()[i];
            if (s == other || end[s] <= start[other]) {
                return false;
            }
        }
        return true;
    }

    /** The minute a job is done. */
    public int completion(int job) {
        return jobCompletion[job];
    }

    /** The operations of a machine in order. */
    public int[] sequence(int machine) {
        int length = 0;
        for (int o = head[machine]; o != NONE; o = next[o]) {
            length++;
        }
        int[] sequence = new int[length];
        int at = 0;
        for (int o = head[machine]; o != NONE; o = next[o]) {
            sequence[at++] = o;
        }
        return sequence;
    }

    /** Brings sequences copied before up to date: those that changed since this was last asked are copied again. */
    public void copyChanged(int[][] sequences) {
        for (int m = changed.nextSetBit(0); m >= 0; m = changed.nextSetBit(m + 1)) {
            sequences[m] = sequence(m);
        }
        changed.clear();
    }

    /** The operations of every machine in order. */
    public int[][] sequences() {
        int[][] sequences = new int[head.length][];
        for (int m = 0; m < head.length; m++) {
            sequences[m] = sequence(m);
        }
        return sequences;
    }

    /** The plan as it stands now. */
    public TimedPlan timedPlan() {
        int[] setupStart = start.clone();
        for (int o = 0; o < setupStart.length; o++) {
            if (setup[o] > 0) {
                setupStart[o] = problem.calendar[machineOf[o]].minus(start[o], setup[o]);
            }
        }
        return new TimedPlan(sequences(), machineOf.clone(), setupStart, start.clone(), end.clone(), evaluation());
    }
}
