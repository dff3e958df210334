package org.duebook.policy.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duebook.policy.Alert;
import org.duebook.policy.Decision;
import org.duebook.policy.Fine;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.PassedOn;
import org.duebook.policy.PenaltyFacts;
import org.duebook.policy.PenaltyVerdict;
import org.duebook.policy.PickUp;
import org.duebook.policy.PromiseParameters;
import org.duebook.policy.ReleaseRules;
import org.duebook.policy.ReleaseRules.Requirement;
import org.duebook.policy.StageClock;
import org.duebook.policy.StageClocks.Limit;
import org.duebook.policy.Verdict;
import org.duebook.policy.clock.ClockTable;
import org.duebook.policy.engine.RuleSet;
import org.duebook.policy.fact.AlertFact;
import org.duebook.policy.fact.ApproverFact;
import org.duebook.policy.fact.ClockFact;
import org.duebook.policy.fact.DemandFact;
import org.duebook.policy.fact.LapseFact;
import org.duebook.policy.fact.PenaltyFact;
import org.duebook.policy.fact.PickUpFact;
import org.duebook.policy.fact.StartFact;
import org.duebook.policy.judge.Judge;
import org.duebook.policy.judge.PenaltyJudge;
import org.duebook.policy.promise.PromiseTable;
import org.duebook.policy.table.FactField;
import org.duebook.shared.Money;

/** Runs a scenario that is about one fact and no order. */
final class OneFactRun {

    private final RuleSet rules;
    private final Judge judge;
    private final Currency currency;

    /** @param currency of amounts that scenarios give */
    OneFactRun(RuleSet rules, Currency currency) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.currency = currency;
    }

    Got run(Record fact) {
        return switch (fact) {
            case PenaltyFact penalty -> penalty(penalty);
            case StartFact start -> start(start);
            case PickUpFact pickUp -> pickUp(pickUp);
            case LapseFact lapse -> lapse(lapse);
            case DemandFact demand -> demand(demand);
            case AlertFact alert -> alert(alert);
            case ApproverFact approver -> approver(approver);
            case ClockFact clock -> clock(clock);
            default -> throw new IllegalStateException("no scenario is about " + fact);
        };
    }

    private Got start(StartFact fact) {
        ReleaseRules releases = PromiseTable.releases(rules, fact.orderDate());
        OrderFacts.Type type = OrderFacts.Type.valueOf(fact.orderType());
        List<Requirement> needed = releases.neededBy(type, fact.ownSpecification(), fact.specification());
        LocalDate released = releases.isBound(type) ? releases.firstFrom(fact.orderDate()) : fact.orderDate();
        return Got.of(
                        releases.isBound(type) ? "RELEASE_DAY" : "AT_ONCE",
                        needed.stream().map(Requirement::rule).toList())
                .with(
                        Scenario.DAYS,
                        String.valueOf(needed.stream()
                                .mapToInt(Requirement::workingDays)
                                .sum()))
                .with(Scenario.RELEASE, released.toString());
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
        Got got = switch (verdict) {
            case PenaltyVerdict.None none -> Got.of("NONE", List.of());
            case PenaltyVerdict.Owed owed ->
                Got.of("OWED", List.of(owed.because().ruleId()));
        };
        return got.with(Scenario.AMOUNT, verdict.amount().toString());
    }

    private Got pickUp(PickUpFact fact) {
        Optional<PickUp> verdict =
                judge.pickUp(fact, new Money(fact.depositPaid(), currency)).first();
        Got got = Got.of(
                verdict.map(PickUp::offset).orElse(true) ? "OFFSET" : "NOT_OFFSET",
                ids(verdict.stream().map(PickUp::because).toList()));
        PickUp.Forfeit forfeit = verdict.map(PickUp::forfeit).orElse(null);
        Fine fine = verdict.map(PickUp::fine).orElse(null);
        got = forfeit == null ? got : got.with(Scenario.AMOUNT, forfeit.amount().toString());
        return fine == null ? got : got.with(Scenario.FINE, written(fine));
    }

    private Got lapse(LapseFact fact) {
        Verdict<Fine> verdict = judge.fines(fact);
        Got got = Got.of(
                verdict.says().isEmpty() ? "NONE" : "FINED",
                ids(verdict.says().stream().map(Fine::because).toList()));
        return verdict.first()
                .map(fine -> got.with(Scenario.FINE, written(fine)))
                .orElse(got);
    }

    private static String written(Fine fine) {
        return fine.amount() + " " + fine.payer();
    }

    private Got demand(DemandFact fact) {
        Verdict<Decision> verdict = judge.demand(fact);
        return Got.of(verdict.says().isEmpty() ? "WITHIN" : "EXCEEDED", ids(verdict.says()));
    }

    private Got alert(AlertFact fact) {
        Optional<Alert> verdict = judge.alert(fact).first();
        Got got = Got.of(
                verdict.isEmpty() ? "NONE" : "ALERT",
                ids(verdict.stream().map(Alert::because).toList()));
        return verdict.map(alert -> got.with(Scenario.TOLD, String.join("|", alert.toldAfter(fact.unanswered()))))
                .orElse(got);
    }

    private Got approver(ApproverFact fact) {
        Optional<PassedOn> verdict = judge.approver(fact).first();
        Got got = Got.of(
                verdict.isEmpty() ? "ASKED" : "PASSED_ON",
                ids(verdict.stream().map(PassedOn::because).toList()));
        return verdict.map(on ->
                        got.with(Scenario.APPROVERS, on.role()).with(Scenario.DEADLINE, FactField.show(on.within())))
                .orElse(got.with(Scenario.APPROVERS, fact.role()));
    }

    private Got clock(ClockFact fact) {
        PromiseParameters promise = PromiseTable.on(rules, fact.day());
        Duration allowed;
        String hours = "-";
        switch (fact.clock()) {
            case "QUOTE_HOLD" -> allowed = promise.quoteHold();
            case "CREDIT_HOLD" -> allowed = promise.creditHold();
            case "DEPOSIT_HOLD" -> allowed = promise.depositHold();
            case "PLANNED_INSPECTION" -> allowed = promise.inspection();
            case "PLANNED_PACKING" -> allowed = promise.packing();
            case "PLANNED_DISPATCH" -> allowed = promise.dispatch();
            default -> {
                Optional<Limit> limit = ClockTable.on(rules, fact.day()).of(StageClock.valueOf(fact.clock()));
                allowed = limit.map(Limit::time).orElse(fact.elapsed());
                hours = limit.map(it -> it.hours().name().toLowerCase(Locale.ROOT))
                        .orElse("-");
            }
        }
        return Got.of(fact.elapsed().compareTo(allowed) > 0 ? "OVER" : "RUNNING", List.of())
                .with(Scenario.HOURS, hours);
    }

    private static List<String> ids(List<Decision> decisions) {
        return decisions.stream().map(Decision::ruleId).toList();
    }
}
