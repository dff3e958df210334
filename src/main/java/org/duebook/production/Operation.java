package org.duebook.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/**
 * One step of a production order.
 *
 * @param machines who may do it and how long each takes for the whole quantity; empty when a vendor does it
 * @param outside elapsed time at the vendor; null when a machine does it
 * @param transfer elapsed time after its end before the next step may start
 * @param machine where it was started, once it was
 */
public record Operation(
        OperationId id,
        String name,
        WorkCentreCode workCentre,
        String setupState,
        List<MachineTime> machines,
        @Nullable Duration outside,
        Duration transfer,
        OperationStatus status,
        Quantity good,
        Quantity scrap,
        @Nullable MachineCode machine,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public Operation {
        machines = List.copyOf(machines);
    }

    /** The same operation in another production order. */
    Operation in(ProductionOrderNumber order) {
        return new Operation(
                new OperationId(order, id.sequence()),
                name,
                workCentre,
                setupState,
                machines,
                outside,
                transfer,
                status,
                good,
                scrap,
                machine,
                startedAt,
                finishedAt);
    }

    /** The same where a machine may do it as well as the one named; unchanged where that one may not, or both may. */
    Operation alsoOn(MachineCode substitute, MachineCode named) {
        if (machines.stream().anyMatch(able -> able.machine().equals(substitute))) {
            return this;
        }
        List<MachineTime> able = new ArrayList<>(machines);
        machines.stream()
                .filter(each -> each.machine().equals(named))
                .map(each -> new MachineTime(substitute, each.time()))
                .forEach(able::add);
        return new Operation(
                id,
                name,
                workCentre,
                setupState,
                able,
                outside,
                transfer,
                status,
                good,
                scrap,
                machine,
                startedAt,
                finishedAt);
    }
}
