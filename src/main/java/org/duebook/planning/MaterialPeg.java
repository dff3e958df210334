package org.duebook.planning;

import java.time.Instant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.Quantity;

/**
 * Which supply an operation's material comes from.
 *
 * @param source stock, a scheduled receipt, or a purchase that must still be ordered (a shortage)
 * @param reference the receipt's number; empty for stock and purchases
 * @param available when it is there
 */
public record MaterialPeg(
        OperationId operation,
        ItemNumber component,
        Quantity quantity,
        Source source,
        String reference,
        Instant available) {

    public enum Source {
        STOCK,
        RECEIPT,
        PURCHASE
    }
}
