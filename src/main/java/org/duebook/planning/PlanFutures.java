package org.duebook.planning;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.duebook.planning.futures.Futures;
import org.duebook.planning.futures.PlannedWork;
import org.duebook.planning.futures.Spreads;
import org.duebook.planning.futures.Supply;
import org.duebook.planning.timeline.PlanningProblem;
import org.duebook.planning.timeline.TimedPlan;
import org.duebook.production.MachineTime;
import org.duebook.production.Operation;
import org.duebook.shared.OperationId;
import org.jspecify.annotations.Nullable;

/** Futures of a plan as the plant's facts tell it: who waits for which delivery, and how long started work was to take. */
final class PlanFutures {

    private PlanFutures() {}

    /**
     * Draws as many futures as are usual.
     *
     * @param pegs material of the operations
     * @param seed the same for the same published schedule
     */
    static Futures of(PlanModel model, TimedPlan plan, Collection<MaterialPeg> pegs, Spreads spreads, long seed) {
        return Futures.draw(work(model, plan, pegs), spreads, Futures.USUAL, seed);
    }

    static PlannedWork work(PlanModel model, TimedPlan plan, Collection<MaterialPeg> pegs) {
        int n = model.operations.size();
        long[] keys = new long[n];
        int[] wholeRuns = new int[n];
        @Nullable Supply[] supplies = new @Nullable Supply[n];
        PlannedWork work = PlannedWork.of(model.problem, plan);
        Map<OperationId, MaterialPeg> latest = latestOnTheWay(model, pegs);
        for (int o = 0; o < n; o++) {
            Operation operation = model.operations.get(o);
            keys[o] = key(operation.id());
            wholeRuns[o] = wholeRun(model.problem, operation, o);
            MaterialPeg peg = latest.get(operation.id());
            supplies[o] =
                    peg == null ? null : supply(model, peg, model.problem.earliest(o), released(model, operation));
        }
        return work.withKeys(keys).withWholeRuns(wholeRuns).withSupplies(supplies);
    }

    /** The same in every plan, on every instance. */
    static long key(OperationId operation) {
        return operation.productionOrder().value().hashCode() * 1_000_003L + operation.sequence();
    }

    /** Of what has started and of which nothing is made yet, its planned time; what was reported tells of the rest better. */
    private static int wholeRun(PlanningProblem problem, Operation operation, int o) {
        if (!problem.fixed(o)) {
            return 0;
        }
        if (operation.outside() != null) {
            return (int) operation.outside().toMinutes();
        }
        boolean reported = !operation.good().plus(operation.scrap()).isZero();
        int untilEnd = problem.outside(o) ? 0 : problem.minutes(o, problem.eligibleMachine(o, 0));
        return reported
                ? untilEnd
                : operation.machines().stream()
                        .filter(able -> able.machine().equals(operation.machine()))
                        .map(MachineTime::time)
                        .findFirst()
                        .map(time -> (int) time.toMinutes())
                        .orElse(untilEnd);
    }

    private static Instant released(PlanModel model, Operation operation) {
        return model.orderOf(operation.id()).releasedFrom(model.facts.now());
    }

    private static Map<OperationId, MaterialPeg> latestOnTheWay(PlanModel model, Collection<MaterialPeg> pegs) {
        Map<OperationId, MaterialPeg> latest = new HashMap<>();
        for (MaterialPeg peg : pegs) {
            if (peg.source() != MaterialPeg.Source.STOCK && peg.available().isAfter(model.facts.now())) {
                latest.merge(peg.operation(), peg, (a, b) -> b.available().isAfter(a.available()) ? b : a);
            }
        }
        return latest;
    }

    /**
     * The delivery that a peg waits for; whoever waits for the same one waits together. Null for a peg on stock.
     *
     * @param earliest minute before which the operation may not start
     * @param released when it might start were the material there
     */
    static @Nullable Supply supply(PlanModel model, MaterialPeg peg, int earliest, Instant released) {
        int available = model.facts.minuteFrom(peg.available());
        int otherwise = earliest > available ? earliest : model.facts.minuteFrom(released);
        return switch (peg.source()) {
            case STOCK -> null;
            case RECEIPT -> new Supply(peg.reference().hashCode(), Supply.Kind.RECEIPT, available, otherwise);
            case PURCHASE ->
                new Supply(
                        peg.component().value().hashCode() * 31L + available,
                        Supply.Kind.PURCHASE,
                        available,
                        otherwise);
        };
    }
}
