package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duebook.production.ProductionOrder;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.TimeWindow;

/**
 * Everything a planner's board shows of the published plan, read at one moment.
 *
 * @param now the moment, cut to the minute
 * @param sequence the journal's last number
 * @param held operations of open quotes
 * @param waits what kept each operation from starting earlier; absent where nothing did
 * @param dues by when production of each line must end, and when it ends
 * @param working when each machine works, from the plan's beginning as far as calendars are laid out
 * @param unplaced production orders without a place in the plan; the next run gives them one
 */
public record PlanBoard(
        Schedule schedule,
        Instant now,
        long sequence,
        List<HeldOperation> held,
        Map<OperationId, Binding> waits,
        Map<OrderLineId, Due> dues,
        Map<MachineCode, List<TimeWindow>> working,
        List<ProductionOrder> unplaced) {

    public PlanBoard {
        held = List.copyOf(held);
        waits = Map.copyOf(waits);
        dues = Map.copyOf(dues);
        working = Map.copyOf(working);
        unplaced = List.copyOf(unplaced);
    }

    /** An operation that a quote keeps a place for until its hold ends. */
    public record HeldOperation(String quote, Instant expires, ScheduledOperation operation) {}

    /**
     * The worst release of a line.
     *
     * @param promised whether it is due for a promise; else for the requested date
     */
    public record Due(Instant due, Instant end, boolean promised) {

        public boolean isLate() {
            return end.isAfter(due);
        }
    }
}
