package org.duebook.balancesheet;

import java.util.List;
import org.duebook.orders.OrderHold;
import org.duebook.orders.Resolution;

/** Who approved an order, and who is still asked, in words. */
final class Approvals {

    private Approvals() {}

    /** Such as {@code sales manager: approved by admin; deputy GM: asked}. */
    static Phrase inWords(List<OrderHold> holds) {
        return Phrase.several(
                "semicolon",
                holds.stream()
                        .filter(hold -> hold.kind() == OrderHold.Kind.APPROVAL)
                        .map(Approvals::inWords)
                        .toList());
    }

    private static Phrase inWords(OrderHold hold) {
        Phrase role = Stage.role(hold.approver());
        OrderHold.Resolved resolved = hold.resolved();
        if (resolved == null) {
            return Phrase.of("asked", role);
        }
        return Phrase.of(
                resolved.resolution() == Resolution.GRANTED ? "approved" : "refused",
                role,
                resolved.by().name());
    }
}
