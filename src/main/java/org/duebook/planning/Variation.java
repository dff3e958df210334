package org.duebook.planning;

import org.duebook.shared.ItemNumber;
import org.duebook.shared.MachineCode;
import org.jspecify.annotations.Nullable;

/** Something that makes production end at another time than planned. What is said of it holds nine times in ten. */
public sealed interface Variation {

    /**
     * Runs take longer or shorter than planned.
     *
     * @param machine where; null for what a vendor does
     * @param overPercent at most so much longer
     * @param recorded whether the plant recorded it; else it is declared, wholly or in part
     */
    record RunTimes(@Nullable MachineCode machine, int overPercent, boolean recorded) implements Variation {}

    /** Pieces are lost and made again: at most so many per cent of those of an operation. */
    record Scrap(MachineCode machine, int percent, boolean recorded) implements Variation {}

    /**
     * A machine breaks down.
     *
     * @param runningHours mean hours it runs from one breakdown to the next
     * @param repairHours mean hours it stands
     */
    record Breakdowns(MachineCode machine, long runningHours, double repairHours) implements Variation {}

    /** A delivery comes at most so many days later than expected; a purchase is not even ordered yet. */
    record Deliveries(ItemNumber component, boolean purchase, int days, boolean recorded) implements Variation {}

    /** What is done before it on a machine ends at most so many elapsed minutes later than planned. */
    record WorkBefore(MachineCode machine, int minutes) implements Variation {}
}
