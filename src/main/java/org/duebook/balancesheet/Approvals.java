package org.duebook.balancesheet;

import java.util.List;
import java.util.stream.Collectors;
import org.duebook.orders.OrderHold;
import org.duebook.orders.Resolution;

/** Who approved an order, and who is still asked, in words. */
final class Approvals {

    private Approvals() {}

    /** Such as {@code Sales manager: approved by admin; deputy GM: asked}. */
    static String inWords(List<OrderHold> holds) {
        String words = holds.stream()
                .filter(hold -> hold.kind() == OrderHold.Kind.APPROVAL)
                .map(Approvals::inWords)
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String inWords(OrderHold hold) {
        String role = Stage.role(hold.approver());
        OrderHold.Resolved resolved = hold.resolved();
        if (resolved == null) {
            return role + ": asked";
        }
        return role + ": " + (resolved.resolution() == Resolution.GRANTED ? "approved by " : "refused by ")
                + resolved.by();
    }
}
