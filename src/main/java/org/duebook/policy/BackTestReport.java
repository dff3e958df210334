package org.duebook.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a draft of the rules would have said to the orders of a period, beside what was said to them.
 *
 * @param version (content hash) of the draft
 * @param from first order date, {@code to} the last
 * @param judged judgements the draft was tried on
 * @param changed judgements whose verdict would change
 * @param atStake amount of the orders whose verdict would change, in the draft's house currency
 * @param rules rules that make the difference, most orders first; an order counts for each of its rules
 * @param changes the first {@value #MOST_CHANGES} of them, by day
 */
public record BackTestReport(
        String version,
        LocalDate from,
        LocalDate to,
        int judged,
        int changed,
        Money atStake,
        List<ByRule> rules,
        List<Change> changes) {

    /** More changed orders are counted but not named. */
    public static final int MOST_CHANGES = 1_000;

    public BackTestReport {
        rules = List.copyOf(rules);
        changes = List.copyOf(changes);
    }

    /**
     * A rule that has a say in one of the two verdicts only, or says something else in the draft.
     *
     * @param file path inside the rules folder and row, of the draft where it still has the rule
     */
    public record ByRule(String rule, String file, int row, int orders, Money atStake) {}

    /**
     * An order whose verdict would change.
     *
     * @param before as it was said, {@code after} as the draft says it
     * @param rules ids that make the difference
     */
    public record Change(String order, LocalDate orderDate, Money amount, Said before, Said after, List<String> rules) {

        public Change {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A verdict in short.
     *
     * @param verdict ACCEPTED, HELD or REJECTED
     * @param depositPercent what must be prepaid, or null
     * @param approvers roles that must approve, in their order
     */
    public record Said(String verdict, @Nullable BigDecimal depositPercent, List<String> approvers) {

        public Said {
            approvers = List.copyOf(approvers);
        }
    }
}
