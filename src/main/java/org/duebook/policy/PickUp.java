package org.duebook.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a deposit and who is fined, when goods were or were not collected in time. It says what holds as of the
 * day asked for; a fine in it is due once for the order.
 *
 * @param offset whether what is left of the deposit is offset against the price; no is for the time being
 * @param forfeit what is kept of the deposit, or null for nothing
 * @param fine or null for none
 */
public record PickUp(
        boolean offset, @Nullable Forfeit forfeit, @Nullable Fine fine, Decision because) {

    /**
     * Part of a deposit that is kept.
     *
     * @param amount per cent of the base, at most the deposit paid
     */
    public record Forfeit(BigDecimal percent, Base base, Money amount) {}

    /** What the per cent of a forfeit are of. */
    public enum Base {
        ORDER_AMOUNT("order amount"),
        DEPOSIT("deposit");

        private final String label;

        Base(String label) {
            this.label = label;
        }

        /** As tables write it. */
        public static Optional<Base> of(String label) {
            return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
        }

        public static List<String> labels() {
            return Arrays.stream(values()).map(it -> it.label).toList();
        }
    }
}
