package org.duebook.production;

import java.time.Instant;
import org.duebook.shared.ItemNumber;
import org.duebook.shared.OrderLineId;
import org.duebook.shared.Quantity;

/** What an order line's release asks of production: so much of an item, best ended by {@code requestedEnd}. */
public record Demand(
        OrderLineId orderLine, int release, ItemNumber item, Quantity quantity, Instant requestedEnd, int priority) {}
