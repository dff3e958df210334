package org.duebook.production;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OperationId;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.ProductionOrderNumber;
import org.duebook.shared.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * So much of an item to be made for an order line: for the line itself, or for a production order above it.
 *
 * @param release which dated part of the line, counted from 1
 * @param parent the production order that consumes it; null at the top
 * @param parentOperation the parent's operation that waits for it; 0 at the top
 * @param promisedEnd production must end by then for the promise to be kept; null while nothing is promised
 * @param buffer how long before its promised end it must end by plan, so that the promise holds as surely as it was told; none
 *     while nothing is promised
 * @param requestedEnd production would have to end by then for the requested date
 * @param priority 1 (highest) to 9, from the customer order
 * @param notBefore when its work is released: nothing of it begins earlier; null when it is released already
 * @param madeAgainFor the operation of another production order that lost the pieces this one makes good; null for what
 *     was wanted in the first place
 */
public record ProductionOrder(
        ProductionOrderNumber number,
        ItemNumber item,
        Quantity quantity,
        OrderLineId orderLine,
        int release,
        @Nullable ProductionOrderNumber parent,
        int parentOperation,
        Status status,
        @Nullable Instant promisedEnd,
        Duration buffer,
        Instant requestedEnd,
        int priority,
        @Nullable Instant notBefore,
        List<Operation> operations,
        List<MaterialNeed> materials,
        @Nullable OperationId madeAgainFor) {

    public ProductionOrder {
        // What was held before there were buffers has none.
        buffer = Objects.requireNonNullElse(buffer, Duration.ZERO);
        if (buffer.isNegative()) {
            throw new IllegalArgumentException("buffer of " + number + " is " + buffer + ", wanted 0 or more");
        }
        operations = List.copyOf(operations);
        materials = List.copyOf(materials);
    }

    /** The same order with its number, and its parent's, exchanged. */
    public ProductionOrder renumbered(Map<ProductionOrderNumber, ProductionOrderNumber> numbers) {
        ProductionOrderNumber renumbered = numbers.getOrDefault(number, number);
        return new ProductionOrder(
                renumbered,
                item,
                quantity,
                orderLine,
                release,
                parent == null ? null : numbers.getOrDefault(parent, parent),
                parentOperation,
                status,
                promisedEnd,
                buffer,
                requestedEnd,
                priority,
                notBefore,
                operations.stream().map(operation -> operation.in(renumbered)).toList(),
                materials,
                madeAgainFor);
    }

    /** The same order with other operations. */
    public ProductionOrder withOperations(List<Operation> others) {
        return new ProductionOrder(
                number,
                item,
                quantity,
                orderLine,
                release,
                parent,
                parentOperation,
                status,
                promisedEnd,
                buffer,
                requestedEnd,
                priority,
                notBefore,
                others,
                materials,
                madeAgainFor);
    }

    /** The same order, promised to be made by then, and planned to be so long before. */
    public ProductionOrder promisedBy(Instant end, Duration before) {
        return new ProductionOrder(
                number,
                item,
                quantity,
                orderLine,
                release,
                parent,
                parentOperation,
                status,
                end,
                before,
                requestedEnd,
                priority,
                notBefore,
                operations,
                materials,
                madeAgainFor);
    }

    /** The same order as a part of another one's operation, or at the top, making good what an operation lost. */
    ProductionOrder madeAgain(OperationId lost, ProductionOrder as) {
        return new ProductionOrder(
                number,
                item,
                quantity,
                orderLine,
                release,
                as.parent(),
                as.parentOperation(),
                status,
                as.promisedEnd(),
                as.buffer(),
                requestedEnd,
                priority,
                notBefore,
                operations,
                materials,
                lost);
    }

    /** How many pieces come to an operation: as many as the one before it made good; all where that was not counted. */
    public Quantity inputOf(Operation operation) {
        Quantity input = quantity;
        for (Operation before : operations) {
            if (before.id().equals(operation.id())) {
                return input;
            }
            input = before.good().isZero() ? input : before.good();
        }
        return input;
    }

    /** When its work may begin if nothing else stood in the way and it were asked for at that instant. */
    public Instant releasedFrom(Instant asked) {
        return notBefore == null || notBefore.isBefore(asked) ? asked : notBefore;
    }

    /** By when it must be made: for its promise, or for the requested date while nothing is promised. */
    public Instant due() {
        return promisedEnd == null ? requestedEnd : promisedEnd;
    }

    /** The latest end by plan for which it may make way for others. */
    public Instant givesWayUntil() {
        return due().minus(buffer);
    }

    /** Planned may still be re-planned freely; started has progress; finished is all done; closed ended before it was done. */
    public enum Status {
        PLANNED,
        STARTED,
        FINISHED,
        CLOSED;

        public boolean isOpen() {
            return this == PLANNED || this == STARTED;
        }
    }
}
