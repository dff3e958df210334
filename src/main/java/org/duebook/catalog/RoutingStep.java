package org.duebook.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a routing.
 *
 * @param sequence 10, 20, 30 … in the order of work
 * @param setupState what the machine must be set up for (a colour, a tool set, a furnace temperature)
 * @param runPerUnit machine time for one unit of the item
 * @param runPerBatch machine time of one batch (a furnace cycle, a tank), without changeover
 * @param batchSize most of the item that goes into one batch; null means all of it, however much
 * @param transfer elapsed time until the next operation may start
 * @param alternates machines that may do it; empty means every machine of the work centre, at its normal speed
 * @param outside set when a vendor does it; then the work centre names the vendor's desk and no machine is used
 */
public record RoutingStep(
        int sequence,
        String name,
        WorkCentreCode workCentre,
        String setupState,
        Duration runPerUnit,
        Duration runPerBatch,
        @Nullable Quantity batchSize,
        Duration transfer,
        List<Alternate> alternates,
        @Nullable Outside outside) {

    public RoutingStep {
        alternates = List.copyOf(alternates);
        if (batchSize != null && batchSize.isZero()) {
            throw new IllegalArgumentException("batch size is " + batchSize + ", wanted more than 0, or none");
        }
    }

    /** A step whose batch takes all of the quantity. */
    public RoutingStep(
            int sequence,
            String name,
            WorkCentreCode workCentre,
            String setupState,
            Duration runPerUnit,
            Duration runPerBatch,
            Duration transfer,
            List<Alternate> alternates,
            @Nullable Outside outside) {
        this(sequence, name, workCentre, setupState, runPerUnit, runPerBatch, null, transfer, alternates, outside);
    }

    /** How many batches a quantity takes; at least one. */
    public long batches(Quantity quantity) {
        return batchSize == null
                ? 1
                : quantity.amount()
                        .divide(batchSize.amount(), 0, RoundingMode.CEILING)
                        .max(BigDecimal.ONE)
                        .longValue();
    }

    /** A machine that may do the step, its time being the step's times this factor (1 is normal speed, 2 takes twice as long). */
    public record Alternate(MachineCode machine, double timeFactor) {}

    /** Work done by a vendor: calendar days away, transport included. */
    public record Outside(String supplier, int days) {}
}
