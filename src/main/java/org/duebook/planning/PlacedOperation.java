package org.duebook.planning;

import java.time.Instant;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * Where and when an operation is done.
 *
 * @param machine null when a vendor does it
 * @param setupStart when the changeover before it begins; equals {@code start} when there is none
 * @param start when work begins
 * @param end when it is done, breaks of the calendar included
 * @param setupState what the machine is set up for while it runs
 */
public record PlacedOperation(
        OperationId operation,
        @Nullable MachineCode machine,
        Instant setupStart,
        Instant start,
        Instant end,
        String setupState) {}
