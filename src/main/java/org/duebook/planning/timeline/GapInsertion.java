package org.duebook.planning.timeline;

import java.util.ArrayList;
import java.util.List;
import org.duebook.planning.timeline.Board.Block;
import org.duebook.planning.timeline.NewOperation.After;
import org.duebook.planning.timeline.NewOperation.Option;
import org.duebook.planning.timeline.Placement.Bound;

/**
 * Fits new operations into the gaps of a board so that nobody on it moves: each, in list order, where it ends
 * earliest (then with the least setup, then on the machine with the lowest index). A gap is good enough when the setup
 * before, the run, and the changed setup of the follower still let the follower start as planned. Deterministic; the
 * board given is untouched, so several lists (all lines of an order) go in one after another.
 */
public final class GapInsertion {

    /**
     * @param board the board with everything placed on it
     * @param placements one per operation, in list order
     */
    public record Insertion(Board board, List<Placement> placements) {}

    private GapInsertion() {}

    /** @param operations predecessors before their successors */
    public static Insertion insert(Board board, List<NewOperation> operations) {
        Board now = board;
        List<Placement> placements = new ArrayList<>();
        for (int index = 0; index < operations.size(); index++) {
            NewOperation operation = operations.get(index);
            Bound ready = ready(operation, placements);
            Placement placement = operation.options().isEmpty()
                    ? outside(index, operation, ready)
                    : onBestMachine(now, index, operation, ready);
            placements.add(placement);
            if (placement.machine() >= 0) {
                Block block = new Block(operation.tag(), operation.setupState(), placement.start(), placement.end());
                now = now.with(placement.machine(), block);
            }
        }
        return new Insertion(now, List.copyOf(placements));
    }

    private static Bound ready(NewOperation operation, List<Placement> placed) {
        Bound latest = new Bound.Earliest(operation.earliest());
        for (After after : operation.after()) {
            int until = placed.get(after.operation()).end() + after.lag();
            if (until > latest.until()) {
                latest = new Bound.Predecessor(after.operation(), until);
            }
        }
        return latest;
    }

    private static Placement outside(int index, NewOperation operation, Bound ready) {
        int start = ready.until();
        return new Placement(index, PlanningProblem.NONE, start, start, start + operation.outsideMinutes(), ready);
    }

    private static Placement onBestMachine(Board board, int index, NewOperation operation, Bound ready) {
        List<Placement> candidates = operation.options().stream()
                .map(option -> earliest(board, index, operation.setupState(), option, ready))
                .toList();
        Placement best = candidates.getFirst();
        for (Placement candidate : candidates) {
            if (compare(board, candidate, best) < 0) {
                best = candidate;
            }
        }
        return best;
    }

    private static int compare(Board board, Placement a, Placement b) {
        int byEnd = Integer.compare(a.end(), b.end());
        int bySetup = byEnd != 0 ? byEnd : Integer.compare(setup(board, a), setup(board, b));
        return bySetup != 0 ? bySetup : Integer.compare(a.machine(), b.machine());
    }

    private static int setup(Board board, Placement p) {
        return board.calendar[p.machine()].between(p.setupStart(), p.start());
    }

    /** Walks the gaps of one machine from the first that reaches beyond the ready minute; the last is endless. */
    private static Placement earliest(Board board, int index, int state, Option option, Bound ready) {
        int machine = option.machine();
        Block[] row = board.row(machine);
        WorkingTime working = board.calendar[machine];
        Bound inTheWay = ready;
        for (int gap = Board.firstStartingFrom(row, ready.until()); ; gap++) {
            int before = gap == 0 ? board.initialState[machine] : row[gap - 1].setupState();
            int free = board.freeBefore(machine, gap);
            int setup = board.changeovers[machine].minutes(before, state);
            int setUp = working.plus(free, setup);
            if (setUp > ready.until()) {
                inTheWay = gap == 0
                        ? new Bound.MachineUnavailable(setUp)
                        : new Bound.MachineBusy(row[gap - 1].tag(), ready.until(), setUp);
            }
            int possible = Math.max(ready.until(), setUp);
            int start = working.next(possible);
            int end = working.plus(start, option.minutes());
            if (board.followerKept(machine, gap, end, state)) {
                Bound bound = start > possible && inTheWay == ready ? new Bound.Closed(possible, start) : inTheWay;
                return new Placement(index, machine, working.minus(start, setup), start, end, bound);
            }
        }
    }
}
