package org.duebook.catalog;

import java.time.Duration;
import java.util.List;
import org.duebook.shared.MachineCode;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a routing.
 *
 * @param sequence 10, 20, 30 … in the order of work
 * @param setupState what the machine must be set up for (a colour, a tool set, a furnace temperature)
 * @param runPerUnit machine time for one unit of the item
 * @param runPerBatch machine time that does not depend on the quantity (a furnace cycle), without changeover
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
        Duration transfer,
        List<Alternate> alternates,
        @Nullable Outside outside) {

    public RoutingStep {
        alternates = List.copyOf(alternates);
    }

    /** A machine that may do the step, its time being the step's times this factor (1 is normal speed, 2 takes twice as long). */
    public record Alternate(MachineCode machine, double timeFactor) {}

    /** Work done by a vendor: calendar days away, transport included. */
    public record Outside(String supplier, int days) {}
}
