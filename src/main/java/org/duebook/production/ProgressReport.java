package org.duebook.production;

import java.time.Instant;
import org.duebook.shared.MachineCode;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the shop floor says about an operation. Quantities are what was made since the last report.
 *
 * @param machine where it runs; needed when it starts, unless a vendor does it
 * @param finished whether nothing more will be made on it
 */
public record ProgressReport(
        OperationId operation,
        @Nullable MachineCode machine,
        Instant at,
        Quantity good,
        Quantity scrap,
        boolean finished) {

    /** The same with the machine it runs on. */
    ProgressReport on(@Nullable MachineCode its) {
        return new ProgressReport(operation, its, at, good, scrap, finished);
    }
}
