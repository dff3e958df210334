package org.duebook.policy.judge;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duebook.policy.Alert;
import org.duebook.policy.Decision;
import org.duebook.policy.Fine;
import org.duebook.policy.PassedOn;
import org.duebook.policy.PickUp;
import org.duebook.policy.PickUp.Base;
import org.duebook.policy.PickUp.Forfeit;
import org.duebook.policy.Verdict;
import org.duebook.policy.engine.Fired;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.fact.AlertFact;
import org.duebook.policy.fact.ApproverFact;
import org.duebook.policy.fact.DemandFact;
import org.duebook.policy.fact.LapseFact;
import org.duebook.policy.fact.PickUpFact;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/** Asks a rule set about one fact and reads each row that has a say. */
public final class Judge {

    private final RuleSet rules;

    public Judge(RuleSet rules) {
        this.rules = rules;
    }

    /** @param depositPaid in the currency the fact's amounts are in */
    public Verdict<PickUp> pickUp(PickUpFact fact, Money depositPaid) {
        return read(
                fact,
                fired -> new PickUp(
                        fired.required("offset", Boolean.class),
                        forfeit(fired, new Money(fact.orderAmount(), depositPaid.currency()), depositPaid),
                        fired.result("fine", Money.class).isPresent() ? fine(fired) : null,
                        fired.decision()));
    }

    public Verdict<Fine> fines(LapseFact fact) {
        return read(fact, Judge::fine);
    }

    public Verdict<Decision> demand(DemandFact fact) {
        return read(fact, Fired::decision);
    }

    public Verdict<Alert> alert(AlertFact fact) {
        return read(fact, Judge::alert);
    }

    public Verdict<PassedOn> approver(ApproverFact fact) {
        return read(
                fact,
                fired -> new PassedOn(
                        fired.required("decides", String.class),
                        fired.required("within", Duration.class),
                        fired.decision()));
    }

    private <T> Verdict<T> read(Record fact, Function<Fired, T> reading) {
        return new Verdict<>(
                rules.version(), rules.about(fact).stream().map(reading).toList());
    }

    private static Fine fine(Fired fired) {
        return new Fine(fired.required("fine", Money.class), fired.required("payer", String.class), fired.decision());
    }

    /** No more can be kept than was paid. */
    private static @Nullable Forfeit forfeit(Fired fired, Money orderAmount, Money depositPaid) {
        if (fired.result("percent", BigDecimal.class).isEmpty()) {
            return null;
        }
        BigDecimal percent = fired.required("percent", BigDecimal.class);
        Base base = fired.required("of", Base.class);
        Money amount = (base == Base.DEPOSIT ? depositPaid : orderAmount).percent(percent);
        return new Forfeit(percent, base, amount.compareTo(depositPaid) > 0 ? depositPaid : amount);
    }

    private static Alert alert(Fired fired) {
        Stream<String> first = Stream.of(fired.required("tell", String.class));
        Stream<String> next = fired.result("then tell", List.class).stream()
                .flatMap(path -> ((List<?>) path).stream().map(String.class::cast));
        return new Alert(
                Stream.concat(first, next).toList(),
                fired.result("answer within", Duration.class).orElse(Duration.ZERO),
                fired.decision());
    }
}
