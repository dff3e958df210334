package org.duebook.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.duebook.shared.Actor;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing a held order waits for.
 *
 * @param id position among the holds of its order, counted from 1; approvals are granted in this order
 * @param approver role that must approve, such as {@code SALES_MANAGER}; empty unless an approval
 * @param deposit what must be paid, in the house currency; null unless a deposit
 * @param depositPercent share of the order amount that makes it, in per cent; null unless a deposit
 * @param ruleId the rule that asks, such as {@code CR-020}
 * @param reason the rule's words
 * @param deadline past it the order must be quoted again
 * @param resolved how it ended; null while it is open
 */
public record OrderHold(
        int id,
        Kind kind,
        String approver,
        @Nullable Money deposit,
        @Nullable BigDecimal depositPercent,
        String ruleId,
        String reason,
        Instant since,
        Instant deadline,
        @Nullable Resolved resolved) {

    /** What kind of answer is awaited. */
    public enum Kind {
        CLARIFICATION,
        CREDIT,
        DEPOSIT,
        APPROVAL
    }

    /** How a hold ended: by whom, when, and the words given. */
    public record Resolved(Resolution resolution, Actor by, Instant at, String comment) {}

    /** The same before it was answered. */
    public OrderHold stillOpen() {
        return new OrderHold(id, kind, approver, deposit, depositPercent, ruleId, reason, since, deadline, null);
    }

    public boolean isOpen() {
        return resolved == null;
    }
}
