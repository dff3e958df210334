package org.duebook.policy.judge;

import java.math.BigDecimal;
import java.util.List;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.engine.Fired;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.fact.PenaltyFact;
import org.duebook.shared.Money;

/** Asks a rule set for the contract's penalty and works it out: days past the grace × per cent a day, up to the cap. */
public final class PenaltyJudge {

    private final RuleSet rules;

    public PenaltyJudge(RuleSet rules) {
        this.rules = rules;
    }

    public PenaltyVerdict judge(PenaltyFacts facts) {
        if (facts.daysLate() == 0) {
            return none(facts, "delivered in time");
        }
        PenaltyFact fact = new PenaltyFact(
                facts.contractClass(),
                facts.type().name(),
                facts.orderDate(),
                facts.lineAmount().amount(),
                facts.daysLate());
        List<Fired> fired = rules.about(fact);
        return fired.isEmpty()
                ? none(facts, "no row speaks of contract class " + facts.contractClass())
                : verdict(facts, fired.getFirst());
    }

    private PenaltyVerdict verdict(PenaltyFacts facts, Fired fired) {
        int grace = fired.required("grace days", Integer.class);
        BigDecimal perDay = fired.required("percent per day", BigDecimal.class);
        BigDecimal cap = fired.required("cap percent", BigDecimal.class);
        int penalised = Math.max(0, facts.daysLate() - grace);
        BigDecimal percent = perDay.multiply(BigDecimal.valueOf(penalised));
        boolean capped = percent.compareTo(cap) > 0;
        Money amount = facts.lineAmount().percent(capped ? cap : percent);
        if (amount.amount().signum() <= 0) {
            return none(
                    facts,
                    fired.decision().ruleId() + ": " + facts.daysLate() + " days late, grace " + grace + " days, "
                            + perDay.toPlainString() + " % a day");
        }
        return new PenaltyVerdict.Owed(
                rules.version(), amount, facts.daysLate(), penalised, perDay, cap, capped, fired.decision());
    }

    private PenaltyVerdict none(PenaltyFacts facts, String reason) {
        return new PenaltyVerdict.None(
                rules.version(), Money.zero(facts.lineAmount().currency()), facts.daysLate(), reason);
    }
}
