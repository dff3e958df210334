package org.duebook.balancesheet;

import java.math.BigDecimal;
import org.duebook.policy.PenaltyVerdict;

/** A penalty explained: how it was reckoned and by which rule. */
final class Penalties {

    private Penalties() {}

    static Phrase inWords(PenaltyVerdict.Owed owed) {
        return Phrase.of(
                (owed.penalisedDays() == 1 ? "penalty.one" : "penalty.many") + (owed.capped() ? ".capped" : ""),
                owed.penalisedDays(),
                plain(owed.percentPerDay()),
                owed.because().ruleId() + ": " + owed.because().message(),
                plain(owed.capPercent()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
