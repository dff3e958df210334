package org.duebook.changes;

import org.duebook.shared.OrderLineId;

/**
 * One value of an order line that somebody wants changed.
 *
 * @param from as it is on the books, in the unit of the order line, days as {@code 2026-12-03}
 * @param to as it is wanted, written alike; a quantity of 0 wants the line cancelled
 */
public record Wish(OrderLineId line, ProposedField field, String from, String to) {}
