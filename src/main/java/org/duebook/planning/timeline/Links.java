package org.duebook.planning.timeline;

import static org.duebook.planning.timeline.PlanningProblem.NONE;

import org.duebook.planning.timeline.PlanningProblem.Csr;

/** Who waits for whom on a {@link Board}: a list of arcs, chained by both their ends, that only grows. */
final class Links {
    private final PagedInts firstInto;
    private final PagedInts firstOutOf;
    private final PagedInts from;
    private final PagedInts to;
    private final PagedInts lag;
    private final PagedInts nextInto;
    private final PagedInts nextOutOf;

    private Links(
            PagedInts firstInto,
            PagedInts firstOutOf,
            PagedInts from,
            PagedInts to,
            PagedInts lag,
            PagedInts nextInto,
            PagedInts nextOutOf) {
        this.firstInto = firstInto;
        this.firstOutOf = firstOutOf;
        this.from = from;
        this.to = to;
        this.lag = lag;
        this.nextInto = nextInto;
        this.nextOutOf = nextOutOf;
    }

    static Links of(PlanningProblem problem) {
        int n = problem.operationCount();
        Links links = new Links(
                PagedInts.filled(n, NONE),
                PagedInts.filled(n, NONE),
                PagedInts.filled(0, 0),
                PagedInts.filled(0, 0),
                PagedInts.filled(0, 0),
                PagedInts.filled(0, 0),
                PagedInts.filled(0, 0));
        Csr rows = problem.predecessors;
        for (int o = 0; o < n; o++) {
            for (int i = rows.from()[o]; i < rows.from()[o + 1]; i++) {
                links.join(rows.target()[i], o, rows.amount()[i]);
            }
        }
        return links;
    }

    Links copy() {
        return new Links(
                firstInto.copy(),
                firstOutOf.copy(),
                from.copy(),
                to.copy(),
                lag.copy(),
                nextInto.copy(),
                nextOutOf.copy());
    }

    /** Room for one more operation. */
    void add() {
        firstInto.add(NONE);
        firstOutOf.add(NONE);
    }

    /** {@code after} waits for {@code before}, and so many elapsed minutes more. */
    void join(int before, int after, int minutes) {
        int arc = from.size();
        from.add(before);
        to.add(after);
        lag.add(minutes);
        nextInto.add(firstInto.get(after));
        nextOutOf.add(firstOutOf.get(before));
        firstInto.set(after, arc);
        firstOutOf.set(before, arc);
    }

    /** The first arc into an operation, or {@link PlanningProblem#NONE}. */
    int into(int operation) {
        return firstInto.get(operation);
    }

    int nextInto(int arc) {
        return nextInto.get(arc);
    }

    /** The first arc out of an operation, or {@link PlanningProblem#NONE}. */
    int outOf(int operation) {
        return firstOutOf.get(operation);
    }

    int nextOutOf(int arc) {
        return nextOutOf.get(arc);
    }

    int before(int arc) {
        return from.get(arc);
    }

    int after(int arc) {
        return to.get(arc);
    }

    int lag(int arc) {
        return lag.get(arc);
    }
}
