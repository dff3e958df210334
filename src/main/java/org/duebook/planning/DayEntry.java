package org.duebook.planning;

import java.time.Instant;
import java.time.LocalDate;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.duebook.shared.Quantity;
import org.duebook.shared.WorkCentreCode;
import org.jspecify.annotations.Nullable;

/** What somebody wants to enter about the day. Instants count by the whole minute. */
public sealed interface DayEntry {

    /** Why, in the words of who enters it. */
    String reason();

    /** @param until null until further notice */
    record Down(MachineCode machine, Instant from, @Nullable Instant until, String reason) implements DayEntry {}

    /** The machine works again: what downtime of it has begun by then ends then. */
    record Back(MachineCode machine, Instant at, String reason) implements DayEntry {}

    /** Work outside the shifts, of one machine or, when none is named, of every machine of the work centre. */
    record ExtraHours(
            @Nullable MachineCode machine,
            @Nullable WorkCentreCode workCentre,
            Instant from,
            Instant until,
            String reason)
            implements DayEntry {}

    /**
     * @param arrived what has come; null when nothing has
     * @param expected when the rest comes; null when that has not changed
     */
    record Receipt(
            String receipt,
            @Nullable Quantity arrived,
            @Nullable LocalDate expected,
            String reason) implements DayEntry {}

    /** What was counted on hand, reserved goods included. */
    record StockCount(ItemNumber item, Quantity counted, String reason) implements DayEntry {}
}
