package org.duebook.policy.fact;

import java.time.Duration;
import java.time.LocalDate;
import org.duebook.policy.OrderFacts;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked to approve an order, as the rules see it. Times are compared by the second.
 *
 * @param role the approver's
 * @param absent nobody of that role can decide
 * @param deadline time the approver has
 * @param waited time since the approver was asked
 */
public record ApproverFact(
        String role,
        @OneOf(OrderFacts.Type.class) String orderType,
        @ValidBy LocalDate orderDate,
        boolean absent,
        @AtLeast(0) Duration deadline,
        @AtLeast(0) Duration waited) {

    /** Time past the deadline; absent up to the deadline itself. */
    @Derived
    @AtLeast(0)
    public @Nullable Duration over() {
        return waited.compareTo(deadline) > 0 ? waited.minus(deadline) : null;
    }
}
