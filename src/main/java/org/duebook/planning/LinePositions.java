package org.duebook.planning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.planning.timeline.PlanningProblem;

/**
 * Positions of what stands on a board, by its index there; what is put in gets one between its neighbours. Started work has
 * none: it leads its machine whatever its row says. Copy before a what-if.
 */
final class LinePositions {
    /** Of positions near a million a double tells apart ten thousand more in between. */
    private static final double LEAST_ROOM = 1e-6;

    private final double[] known;
    private final Map<Integer, Double> added;

    private LinePositions(double[] known, Map<Integer, Double> added) {
        this.known = known;
        this.added = added;
    }

    /** Of the plan's rows, under the indices of its model. */
    static LinePositions of(PlanState state) {
        double[] known = new double[state.model.operations.size()];
        Arrays.fill(known, Double.NaN);
        for (PlanRow row : state.rows) {
            int o = state.model.operation(row.placed().operation());
            if (o >= 0 && !state.model.problem.fixed(o)) {
                known[o] = row.position();
            }
        }
        return new LinePositions(known, Map.of());
    }

    /** The same, to be added to. */
    LinePositions copy() {
        return new LinePositions(known, new HashMap<>(added));
    }

    /** Whether there is hardly room between an operation and one of its neighbours. */
    boolean isCrowded(BoardDraft draft, int operation) {
        return isCrowded(draft.previous(operation), operation) || isCrowded(operation, draft.next(operation));
    }

    private boolean isCrowded(int before, int after) {
        return before != PlanningProblem.NONE && after != PlanningProblem.NONE && of(after) - of(before) < LEAST_ROOM;
    }

    /** Not a number where it has none. */
    double of(int operation) {
        return operation < known.length ? known[operation] : added.getOrDefault(operation, Double.NaN);
    }

    void set(int operation, double position) {
        added.put(operation, position);
    }

    /** Gives an operation that was put in a position between the neighbours that have one. */
    double give(BoardDraft draft, int operation) {
        double position = draft.machine(operation) < 0 ? 0 : between(draft, operation);
        set(operation, position);
        return position;
    }

    private double between(BoardDraft draft, int operation) {
        double before = nearest(operation, draft::previous);
        double after = nearest(operation, draft::next);
        if (Double.isNaN(before)) {
            return Double.isNaN(after) ? 1 : after - 1;
        }
        return Double.isNaN(after) ? before + 1 : (before + after) / 2;
    }

    private double nearest(int operation, IntUnaryOperator neighbour) {
        int at = neighbour.applyAsInt(operation);
        while (at != PlanningProblem.NONE && Double.isNaN(of(at))) {
            at = neighbour.applyAsInt(at);
        }
        return at == PlanningProblem.NONE ? Double.NaN : of(at);
    }

    /** The operation behind which one with that position comes, or {@link PlanningProblem#NONE}. */
    int behind(BoardDraft draft, int machine, double position) {
        int at = draft.last(machine);
        while (at != PlanningProblem.NONE && of(at) > position) {
            at = draft.previous(at);
        }
        return at;
    }
}
