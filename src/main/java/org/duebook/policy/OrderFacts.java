package org.duebook.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the rules may know of an order to be decided. Amounts that are compared with limits are in the house currency of
 * the rule set ({@code currency} in {@code rules/ruleset.yml}); whoever asks converts them.
 *
 * @param number the order number the decision is for
 * @param orderDate the day the order was placed: rules are valid by this date, never by the clock
 * @param priority 1 (most urgent) to 9
 * @param amount sum of the lines, in the house currency
 * @param currency ISO 4217 code the order is priced in
 * @param marginPercent (amount − standard cost) / amount in per cent, or null when a cost is missing
 * @param depositPercent share of the amount already prepaid, in per cent; 0 when nothing
 * @param project the named project of a project order
 * @param contradictions what the caller found contradictory in the order, in plain words
 * @param duplicateOf number of an open order that looks the same, or null
 */
public record OrderFacts(
        String number,
        Type type,
        Channel channel,
        LocalDate orderDate,
        int priority,
        Money amount,
        String currency,
        @Nullable BigDecimal marginPercent,
        BigDecimal depositPercent,
        Project project,
        List<String> contradictions,
        @Nullable String duplicateOf,
        CustomerFacts customer,
        List<LineFacts> lines) {

    /** Kinds of order, as the plant speaks of them. */
    public enum Type {
        /** Catalogue items. */
        STANDARD,
        /** The customer's own specification. */
        CUSTOM,
        /** Compressed lead time. */
        RUSH,
        /** An agreement with dated releases. */
        BLANKET,
        /** Takes effect with its deposit only. */
        SPECIAL,
        /** A named project with amount, term and customer sign-off. */
        PROJECT
    }

    /** The way an order came in. */
    public enum Channel {
        PHONE,
        FAX,
        EMAIL,
        WEB,
        SHOP,
        VISIT,
        TRADE_FAIR,
        API
    }

    /** What of a project order is there; {@link #NONE} for every other order. */
    public record Project(boolean named, boolean termAgreed, boolean signedOff) {

        public static final Project NONE = new Project(false, false, false);
    }

    public OrderFacts {
        if (priority < 1 || priority > 9) {
            throw new IllegalArgumentException("order " + number + " has priority " + priority + ", wanted 1 to 9");
        }
        contradictions = List.copyOf(contradictions);
        lines = List.copyOf(lines);
    }
}
