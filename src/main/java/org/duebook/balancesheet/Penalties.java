package org.duebook.balancesheet;

import java.math.BigDecimal;
import org.duebook.policy.PenaltyVerdict;

/** A penalty explained: how it was reckoned and by which rule. */
final class Penalties {

    private Penalties() {}

    static String inWords(PenaltyVerdict.Owed owed) {
        String days = owed.penalisedDays() == 1 ? " day" : " days";
        return owed.penalisedDays() + days + " × " + plain(owed.percentPerDay()) + " %"
                + (owed.capped() ? ", capped at " + plain(owed.capPercent()) + " %" : "") + " by "
                + owed.because().ruleId() + ": " + owed.because().message();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
