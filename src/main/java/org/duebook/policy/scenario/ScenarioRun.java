package org.duebook.policy.scenario;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.duebook.policy.CheckReport.ScenarioFailure;
import org.duebook.policy.Decision;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.ReleaseRules.Requirement;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.fact.PenaltyFact;
import org.duebook.policy.fact.StartFact;
import org.duebook.policy.order.OrderJudge;
import org.duebook.policy.penalty.PenaltyJudge;
import org.duebook.policy.promise.PromiseTable;
import org.duebook.shared.Money;

/** Runs scenarios against a rule set and tells where verdict and expectation differ. */
public final class ScenarioRun {

    /** What a scenario came to, in the words of the expectation columns. */
    private record Got(
            String verdict, List<String> rules, String deposit, String approvers, String amount, String days) {

        Got(String verdict, List<String> rules, String deposit, String approvers, String amount) {
            this(verdict, rules, deposit, approvers, amount, "-");
        }
    }

    private final RuleSet rules;
    private final Currency currency;
    private final List<ScenarioFailure> failures = new ArrayList<>();

    public ScenarioRun(RuleSet rules) {
        this.rules = rules;
        this.currency = Currency.getInstance(rules.currency());
    }

    public List<ScenarioFailure> run(List<Scenario> scenarios) {
        scenarios.forEach(this::run);
        return List.copyOf(failures);
    }

    private void run(Scenario scenario) {
        Record first = scenario.facts().getFirst();
        Got got = first instanceof PenaltyFact penalty
                ? penalty(penalty)
                : first instanceof StartFact start ? start(start) : order(scenario);
        scenario.expected().forEach((column, expected) -> {
            String found = switch (column) {
                case Scenario.EXPECT -> got.verdict();
                case Scenario.RULES -> missing(expected, got.rules());
                case Scenario.NOT_RULES -> present(expected, got.rules());
                case Scenario.DEPOSIT -> got.deposit();
                case Scenario.APPROVERS -> got.approvers();
                case Scenario.AMOUNT -> got.amount();
                case Scenario.DAYS -> got.days();
                default -> throw new IllegalStateException("no expectation '" + column + "'");
            };
            if (!found.equals(expected)) {
                failures.add(
                        new ScenarioFailure(scenario.file(), scenario.line(), scenario.id(), column, expected, found));
            }
        });
    }

    private static String missing(String expected, List<String> fired) {
        return ids(expected).stream().allMatch(fired::contains) ? expected : String.join("|", fired);
    }

    private static String present(String expected, List<String> fired) {
        return ids(expected).stream().noneMatch(fired::contains) ? expected : String.join("|", fired);
    }

    private static List<String> ids(String cell) {
        return List.of(cell.split("\\s*\\|\\s*", -1));
    }

    private Got order(Scenario scenario) {
        OrderVerdict verdict = new OrderJudge(rules).judge(scenario.facts(), new Money(scenario.amount(), currency));
        List<String> fired = verdict.decisions().stream().map(Decision::ruleId).toList();
        return switch (verdict) {
            case OrderVerdict.Accepted accepted -> new Got("ACCEPTED", fired, "-", "-", "-");
            case OrderVerdict.Rejected rejected -> new Got("REJECTED", fired, "-", "-", "-");
            case OrderVerdict.Held held -> new Got("HELD", fired, deposit(held), approvers(held), "-");
        };
    }

    private static String deposit(OrderVerdict.Held held) {
        return held.holds().stream()
                .map(hold -> hold instanceof Hold.Deposit it
                        ? it.percent().stripTrailingZeros().toPlainString() + " %"
                        : "")
                .collect(Collectors.collectingAndThen(Collectors.joining(), it -> it.isEmpty() ? "-" : it));
    }

    private static String approvers(OrderVerdict.Held held) {
        return held.holds().stream()
                .map(hold -> hold instanceof Hold.Approval it ? String.join(" then ", it.approvers()) : "")
                .collect(Collectors.collectingAndThen(Collectors.joining(), it -> it.isEmpty() ? "-" : it));
    }

    private Got start(StartFact fact) {
        ReleaseRules releases = PromiseTable.releases(rules, fact.orderDate());
        OrderFacts.Type type = OrderFacts.Type.valueOf(fact.orderType());
        List<Requirement> needed = releases.neededBy(type, fact.ownSpecification(), fact.specification());
        return new Got(
                releases.isBound(type) ? "RELEASE_DAY" : "AT_ONCE",
                needed.stream().map(Requirement::rule).toList(),
                "-",
                "-",
                "-",
                String.valueOf(
                        needed.stream().mapToInt(Requirement::workingDays).sum()));
    }

    private Got penalty(PenaltyFact fact) {
        PenaltyVerdict verdict = new PenaltyJudge(rules)
                .judge(new PenaltyFacts(
                        fact.contractClass(),
                        OrderFacts.Type.valueOf(fact.orderType()),
                        fact.orderDate(),
                        new Money(fact.lineAmount(), currency),
                        fact.orderDate(),
                        fact.orderDate().plusDays(fact.daysLate())));
        return switch (verdict) {
            case PenaltyVerdict.None none ->
                new Got("NONE", List.of(), "-", "-", none.amount().toString());
            case PenaltyVerdict.Owed owed ->
                new Got(
                        "OWED",
                        List.of(owed.because().ruleId()),
                        "-",
                        "-",
                        owed.amount().toString());
        };
    }
}
