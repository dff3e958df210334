package org.duebook.keeping;

import java.util.List;
import org.duebook.shared.OrderLineId;

/**
 * One reason why a promise cannot be kept.
 *
 * @param kind {@code MACHINE, MATERIAL, DOWNTIME, OVERRUN, NOT_BEGUN, MADE_AGAIN, RELEASE_DAY, PREDECESSOR, CALENDAR,
 *     NOT_DELIVERED} or {@code NONE}
 * @param text machine and time, component and receipt, in words; times in the plant's zone
 * @param orders order lines whose work takes the machine meanwhile
 */
public record RiskCause(String kind, String text, List<OrderLineId> orders) {

    public RiskCause {
        orders = List.copyOf(orders);
    }

    RiskCause(String kind, String text) {
        this(kind, text, List.of());
    }
}
