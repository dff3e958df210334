package org.duebook.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.production.Operation;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;

/**
 * What is left of a plan without some production orders, as if they had been ended and the plan were timed anew: what they
 * take is free again, whoever waits for such material takes it in the order in which they start, and all moves up.
 */
record LeftOver(Board board, OrderWork work, Supplies supplies) {

    /** @param added indices on the board of operations that the work's model does not know */
    static LeftOver of(
            Set<ProductionOrderNumber> gone,
            Board board,
            OrderWork work,
            Supplies supplies,
            Map<OperationId, Integer> added,
            ToIntFunction<ItemNumber> leadTimeDays) {
        return new Leaving(gone, board, work, added).leave(supplies.copy(), leadTimeDays);
    }

    private record Release(OrderLineId line, int release) {}

    private record Leaving(
            Set<ProductionOrderNumber> gone, Board board, OrderWork work, Map<OperationId, Integer> added) {

        LeftOver leave(Supplies left, ToIntFunction<ItemNumber> leadTimeDays) {
            BoardDraft draft = board.draft();
            draft.remove(operations());
            List<MaterialPeg> freed = work.pegs().of(gone, this::isThere);
            freed.forEach(left::giveBack);
            Set<ItemNumber> components = new HashSet<>();
            freed.forEach(peg -> components.add(peg.component()));
            PlanPegs.Components before = work.pegs().of(components, this::stays);
            before.pegs().forEach(left::giveBack);
            List<MaterialPeg> after = left.retake(before.pegs(), leadTimeDays);
            PlanPegs pegs = work.pegs().replaced(before, after, this::stays);
            needAtOtherTimes(draft, before, pegs);
            return new LeftOver(keepingWhatIsGained(draft.done()), work.taking(pegs), left);
        }

        private boolean isThere(OperationId operation) {
            return board.has(index(operation));
        }

        private boolean stays(OperationId operation) {
            return !gone.contains(operation.productionOrder()) && isThere(operation);
        }

        private int index(OperationId operation) {
            Integer index = added.get(operation);
            return index == null ? work.model().operation(operation) : index;
        }

        private int[] operations() {
            List<OperationId> all = new ArrayList<>(added.keySet());
            work.model().operations.stream().map(Operation::id).forEach(all::add);
            return all.stream()
                    .filter(operation -> gone.contains(operation.productionOrder()) && isThere(operation))
                    .mapToInt(this::index)
                    .toArray();
        }

        /** Tells the board whose material is there at another time than before. */
        private void needAtOtherTimes(BoardDraft draft, PlanPegs.Components before, PlanPegs pegs) {
            Set<OperationId> waiting = new HashSet<>();
            before.pegs().forEach(peg -> waiting.add(peg.operation()));
            Map<OperationId, Instant> was = work.pegs().latest(waiting);
            Map<OperationId, Instant> is = pegs.latest(waiting);
            Map<Integer, Instant> released = new HashMap<>();
            work.added()
                    .forEach(step -> released.put(step.operation(), step.order().releasedFrom(facts().now())));
            is.forEach((operation, there) -> {
                if (!there.equals(was.get(operation))) {
                    earliest(operation, there, released).ifPresent(minute -> draft.needs(index(operation), minute));
                }
            });
        }

        private PlanFacts facts() {
            return work.model().facts;
        }

        /** Empty for what a quote holds that came later: it keeps its time, nobody is told of it. */
        private OptionalInt earliest(OperationId operation, Instant material, Map<Integer, Instant> released) {
            if (!added.containsKey(operation)) {
                return OptionalInt.of(work.model().earliest(operation, material));
            }
            Instant from = released.get(index(operation));
            return from == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(facts().minuteFrom(material.isBefore(from) ? from : material));
        }

        /** Whoever was late, and is less so now, gives way no further than to where he is now. */
        private Board keepingWhatIsGained(Board then) {
            Map<Release, Late> late = new HashMap<>();
            List<OrderWork.Step> steps = work.lastOf(then, line -> true);
            for (OrderWork.Step step : steps) {
                int due = facts().minute(step.due());
                late.merge(
                        new Release(step.line(), step.release()),
                        new Late(board.end(step.operation()) > due, Math.max(due, then.end(step.operation()))),
                        Late::or);
            }
            BoardDraft draft = then.draft();
            for (OrderWork.Step step : steps) {
                Late by = late.get(new Release(step.line(), step.release()));
                if (by != null && by.was) {
                    draft.promise(step.operation(), by.by);
                }
            }
            return draft.done();
        }
    }

    /**
     * How late a release may be.
     *
     * @param was whether it was late before
     */
    private record Late(boolean was, int by) {

        Late or(Late other) {
            return new Late(was || other.was, Math.max(by, other.by));
        }
    }
}
