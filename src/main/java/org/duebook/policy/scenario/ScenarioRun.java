package org.duebook.policy.scenario;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.duebook.policy.CheckReport.ScenarioFailure;
import org.duebook.policy.Decision;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.fact.OrderFact;
import org.duebook.policy.order.OrderJudge;
import org.duebook.policy.table.FactField;
import org.duebook.shared.Money;

/** Runs scenarios against a rule set and tells where verdict and expectation differ. */
public final class ScenarioRun {

    private final RuleSet rules;
    private final OneFactRun oneFact;
    private final Currency currency;
    private final List<ScenarioFailure> failures = new ArrayList<>();

    public ScenarioRun(RuleSet rules) {
        this.rules = rules;
        this.currency = Currency.getInstance(rules.currency());
        this.oneFact = new OneFactRun(rules, currency);
    }

    public List<ScenarioFailure> run(List<Scenario> scenarios) {
        scenarios.forEach(this::run);
        return List.copyOf(failures);
    }

    private void run(Scenario scenario) {
        Got got = scenario.facts().getFirst() instanceof OrderFact order
                ? order(scenario, order)
                : oneFact.run(scenario.facts().getFirst());
        scenario.expected().forEach((column, expected) -> {
            String found = got.in(column, expected);
            if (!found.equals(expected)) {
                failures.add(
                        new ScenarioFailure(scenario.file(), scenario.line(), scenario.id(), column, expected, found));
            }
        });
    }

    private Got order(Scenario scenario, OrderFact order) {
        OrderVerdict verdict = new OrderJudge(rules).judge(scenario.facts(), new Money(order.amount(), currency));
        List<String> fired = verdict.decisions().stream().map(Decision::ruleId).toList();
        return switch (verdict) {
            case OrderVerdict.Accepted accepted -> Got.of("ACCEPTED", fired);
            case OrderVerdict.Rejected rejected -> Got.of("REJECTED", fired);
            case OrderVerdict.Held held -> held(held, Got.of("HELD", fired));
        };
    }

    private static Got held(OrderVerdict.Held held, Got got) {
        Got all = got;
        for (Hold hold : held.holds()) {
            all = switch (hold) {
                case Hold.Clarification clarification -> all;
                case Hold.Credit credit -> all;
                case Hold.Deposit deposit -> all.with(Scenario.DEPOSIT, FactField.show(deposit.percent()) + " %");
                case Hold.Approval approval ->
                    all.with(Scenario.APPROVERS, String.join(" then ", approval.approvers()))
                            .with(Scenario.DEADLINE, FactField.show(approval.deadline()));
            };
        }
        return all;
    }
}
