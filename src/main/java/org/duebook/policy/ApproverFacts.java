package org.duebook.policy;

import java.time.Duration;
import java.time.LocalDate;

/**
 * Somebody who is asked to approve an order.
 *
 * @param role the approver's, such as {@code SALES_MANAGER}
 * @param orderDate when the order was placed: the rules valid on this day apply
 * @param absent nobody of that role can decide
 * @param deadline time the approver has
 * @param waited time since the approver was asked; just as long as the deadline is in time
 */
public record ApproverFacts(
        String role, OrderFacts.Type type, LocalDate orderDate, boolean absent, Duration deadline, Duration waited) {}
