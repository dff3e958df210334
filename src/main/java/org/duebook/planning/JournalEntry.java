package org.duebook.planning;

import java.time.Instant;
import java.util.List;
import org.duebook.inventory.ScheduledReceipt;
import org.duebook.plant.Downtime;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/** Whatever moves capacity or material between two published plans, in the order it was bound. */
public sealed interface JournalEntry {

    /** Capacity and material taken for a quote until the hold ends. Operations carry provisional production order numbers. */
    record Held(String quote, Instant expires, List<Placement> placements) implements JournalEntry {}

    /** A hold ended: {@code reason} is expired, cancelled or confirmed. */
    record HoldEnded(String quote, String reason) implements JournalEntry {}

    /** Capacity and material taken for an accepted order; operations carry their real numbers. */
    record Promised(String order, List<Slot> slots, List<MaterialPeg> pegs) implements JournalEntry {}

    /**
     * What an operation lost is made again.
     *
     * @param orders production orders that make it
     * @param slots their places, and new ones of what waits for them
     */
    record MadeAgain(
            OperationId lost,
            Quantity quantity,
            List<ProductionOrderNumber> orders,
            List<Slot> slots,
            List<MaterialPeg> pegs)
            implements JournalEntry {}

    /** Production for a line ended before it was done: delivered, cancelled. */
    record Closed(OrderLineId line) implements JournalEntry {}

    /** A release was promised for another day, so that its production has until then. */
    record Repromised(OrderLineId line, int release, Instant promisedEnd) implements JournalEntry {}

    /** What somebody entered about the day. Never edited: it is withdrawn by a later entry. */
    sealed interface OfTheDay extends JournalEntry {

        /** Why, in the words of who entered it; empty where none is asked for. */
        String reason();
    }

    /** The shop floor said something about an operation. Quantities are what was made since its last report. */
    record Progressed(
            OperationId operation,
            boolean finished,
            Instant at,
            @Nullable MachineCode machine,
            Quantity good,
            Quantity scrap)
            implements OfTheDay {

        @Override
        public String reason() {
            return "";
        }
    }

    /** @param until null until further notice */
    record Down(MachineCode machine, Instant from, @Nullable Instant until, String reason) implements OfTheDay {}

    /** @param ended the downtimes that it ended, as they were */
    record Back(MachineCode machine, Instant at, List<Downtime> ended, String reason) implements OfTheDay {}

    /** @param workCentre named when all its machines were meant */
    record ExtraHours(
            List<MachineCode> machines, @Nullable WorkCentreCode workCentre, Instant from, Instant until, String reason)
            implements OfTheDay {}

    /**
     * @param arrived what has come; zero when nothing has
     * @param after what is still to come, and when
     */
    record Receipt(ScheduledReceipt before, Quantity arrived, ScheduledReceipt after, String reason)
            implements OfTheDay {}

    /** @param reserved what of the stock was spoken for when it was counted */
    record StockCount(ItemNumber item, Quantity booked, Quantity counted, Quantity reserved, String reason)
            implements OfTheDay {}

    /** @param entry number of what does not count any more */
    record Withdrawn(long entry, String reason) implements OfTheDay {}
}
