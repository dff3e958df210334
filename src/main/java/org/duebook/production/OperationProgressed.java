package org.duebook.production;

import java.time.Instant;
import org.duebook.shared.OperationId;

/** The shop floor started an operation or finished it; told within the reporting transaction. */
public record OperationProgressed(OperationId operation, boolean finished, Instant at) {}
