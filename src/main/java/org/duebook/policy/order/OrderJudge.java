package org.duebook.policy.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duebook.policy.Decision;
import org.duebook.policy.Decision.Outcome;
import org.duebook.policy.FactUsed;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.engine.Fired;
import org.duebook.policy.engine.FiringLimitReached;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.engine.Stage;
import org.duebook.shared.Money;

/** Asks a rule set about an order and puts the answers of its stages together. */
public final class OrderJudge {

    private static final String RULE_SET_FILE = "ruleset.yml";

    private final RuleSet rules;

    public OrderJudge(RuleSet rules) {
        this.rules = rules;
    }

    public OrderVerdict judge(OrderFacts facts) {
        Optional<Decision> foreign = foreignCurrency(facts);
        if (foreign.isPresent()) {
            return unclear(foreign.get());
        }
        return judge(OrderFlattening.of(facts), facts.amount());
    }

    /** Judges facts as the rules see them: the order first, then its lines. */
    public OrderVerdict judge(List<? extends Record> facts, Money amount) {
        try {
            return verdict(amount, stopped(rules.decide(facts)));
        } catch (FiringLimitReached e) {
            return unclear(own("FIRING-LIMIT", "rules", String.valueOf(e.getMessage()), "rules that come to rest"));
        }
    }

    /** Leaves out the stages after one that ends the judgement. */
    private List<Fired> stopped(List<Fired> all) {
        List<Fired> told = new ArrayList<>();
        for (Stage stage : rules.stages()) {
            List<Fired> ofStage =
                    all.stream().filter(it -> it.stage() == stage.kind()).toList();
            told.addAll(ofStage);
            boolean ends = stage.stopsOn().isPresent()
                    && ofStage.stream()
                            .anyMatch(it ->
                                    it.decision().outcome() == stage.stopsOn().get());
            if (ends) {
                break;
            }
        }
        return told;
    }

    private OrderVerdict verdict(Money amount, List<Fired> fired) {
        List<Decision> decisions = fired.stream().map(Fired::decision).toList();
        List<Decision> rejections =
                decisions.stream().filter(it -> it.outcome() == Outcome.REJECT).toList();
        if (!rejections.isEmpty()) {
            return new OrderVerdict.Rejected(rules.version(), decisions, rejections);
        }
        List<Hold> holds = new ArrayList<>();
        of(fired, Outcome.CLARIFY).forEach(it -> holds.add(new Hold.Clarification(it.decision())));
        of(fired, Outcome.HOLD).forEach(it -> holds.add(new Hold.Credit(it.decision())));
        deposit(amount, of(fired, Outcome.DEPOSIT).toList()).ifPresent(holds::add);
        approval(of(fired, Outcome.APPROVAL).toList()).ifPresent(holds::add);
        return holds.isEmpty()
                ? new OrderVerdict.Accepted(rules.version(), decisions)
                : new OrderVerdict.Held(rules.version(), decisions, holds);
    }

    private static Stream<Fired> of(List<Fired> fired, Outcome outcome) {
        return fired.stream().filter(it -> it.decision().outcome() == outcome);
    }

    /** Credit and deposit stage may both ask for one: the highest covers the others. */
    private static Optional<Hold> deposit(Money amount, List<Fired> asking) {
        return asking.stream()
                .reduce((a, b) -> percent(b).compareTo(percent(a)) > 0 ? b : a)
                .map(it -> new Hold.Deposit(amount.percent(percent(it)), percent(it), it.decision()));
    }

    private static BigDecimal percent(Fired fired) {
        return fired.required("percent", BigDecimal.class);
    }

    private static Optional<Hold> approval(List<Fired> asking) {
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        List<String> approvers = asking.stream()
                .flatMap(it -> ((List<?>) it.required("approvers", List.class)).stream())
                .map(String.class::cast)
                .distinct()
                .toList();
        Duration deadline = asking.stream()
                .map(it -> it.required("deadline", Duration.class))
                .min(Duration::compareTo)
                .orElseThrow();
        return Optional.of(
                new Hold.Approval(approvers, deadline, asking.getFirst().decision()));
    }

    /** Numbers of another currency must never be compared with the tables' amounts, whatever the tables say. */
    private Optional<Decision> foreignCurrency(OrderFacts facts) {
        return Stream.of(
                        facts.amount(),
                        facts.customer().creditLimit(),
                        facts.customer().openExposure(),
                        facts.customer().overdue())
                .map(money -> money.currency().getCurrencyCode())
                .filter(code -> !code.equals(rules.currency()))
                .findFirst()
                .map(code -> own("HOUSE-CURRENCY", "currency", code, "amounts in " + rules.currency()));
    }

    private static Decision own(String id, String field, String found, String wanted) {
        return new Decision(
                "validation",
                id,
                RULE_SET_FILE,
                1,
                Outcome.CLARIFY,
                field,
                found,
                wanted,
                "The rules cannot judge this order: found " + found + ", wanted " + wanted,
                List.of(new FactUsed(field, found)));
    }

    private OrderVerdict unclear(Decision decision) {
        return new OrderVerdict.Held(rules.version(), List.of(decision), List.of(new Hold.Clarification(decision)));
    }
}
