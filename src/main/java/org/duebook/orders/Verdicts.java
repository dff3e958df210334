package org.duebook.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duebook.orders.OrderHold.Kind;
import org.duebook.policy.Decision;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/** Turns a verdict's holds into what the order waits for, one approver each, and back. */
final class Verdicts {

    private Verdicts() {}

    static List<OrderHold> holds(OrderVerdict.Held verdict, Instant since, PromiseParameters times) {
        List<OrderHold> holds = new ArrayList<>();
        for (Hold hold : verdict.holds()) {
            int id = holds.size() + 1;
            switch (hold) {
                case Hold.Clarification clarification ->
                    holds.add(hold(id, Kind.CLARIFICATION, clarification, since, times.creditHold()));
                case Hold.Credit credit -> holds.add(hold(id, Kind.CREDIT, credit, since, times.creditHold()));
                case Hold.Deposit deposit ->
                    holds.add(hold(
                            id,
                            Kind.DEPOSIT,
                            "",
                            deposit.required(),
                            deposit.percent(),
                            deposit,
                            since,
                            times.depositHold()));
                case Hold.Approval approval -> {
                    for (String approver : approval.approvers()) {
                        holds.add(hold(
                                holds.size() + 1,
                                Kind.APPROVAL,
                                approver,
                                null,
                                null,
                                approval,
                                since,
                                approval.deadline()));
                    }
                }
            }
        }
        return holds;
    }

    /** The verdict an order got when it was entered, from what was kept of it. */
    static OrderVerdict asTaken(String ruleSet, List<OrderDecision> kept, List<OrderHold> holds) {
        List<Decision> decisions = kept.stream().map(OrderDecision::decision).toList();
        if (!holds.isEmpty()) {
            return new OrderVerdict.Held(ruleSet, decisions, held(decisions, holds));
        }
        List<Decision> reasons = decisions.stream()
                .filter(decision -> decision.outcome() == Decision.Outcome.REJECT)
                .toList();
        return reasons.isEmpty()
                ? new OrderVerdict.Accepted(ruleSet, decisions)
                : new OrderVerdict.Rejected(ruleSet, decisions, reasons);
    }

    static String reason(List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> decision.ruleId() + ": " + decision.message())
                .collect(Collectors.joining("; "));
    }

    private static List<Hold> held(List<Decision> decisions, List<OrderHold> holds) {
        Map<String, List<OrderHold>> approvals = new LinkedHashMap<>();
        List<Hold> held = new ArrayList<>();
        for (OrderHold hold : holds) {
            Decision because = decisions.stream()
                    .filter(decision -> decision.ruleId().equals(hold.ruleId()))
                    .findFirst()
                    .orElseThrow();
            switch (hold.kind()) {
                case CLARIFICATION -> held.add(new Hold.Clarification(because));
                case CREDIT -> held.add(new Hold.Credit(because));
                case DEPOSIT ->
                    held.add(new Hold.Deposit(
                            Objects.requireNonNull(hold.deposit()),
                            Objects.requireNonNull(hold.depositPercent()),
                            because));
                case APPROVAL ->
                    approvals
                            .computeIfAbsent(hold.ruleId(), rule -> new ArrayList<>())
                            .add(hold);
            }
        }
        approvals.forEach((rule, steps) -> held.add(new Hold.Approval(
                steps.stream().map(OrderHold::approver).toList(),
                Duration.between(steps.getFirst().since(), steps.getFirst().deadline()),
                decisions.stream()
                        .filter(decision -> decision.ruleId().equals(rule))
                        .findFirst()
                        .orElseThrow())));
        return held;
    }

    private static OrderHold hold(int id, Kind kind, Hold hold, Instant since, Duration within) {
        return hold(id, kind, "", null, null, hold, since, within);
    }

    private static OrderHold hold(
            int id,
            Kind kind,
            String approver,
            @Nullable Money deposit,
            @Nullable BigDecimal percent,
            Hold hold,
            Instant since,
            Duration within) {
        return new OrderHold(
                id,
                kind,
                approver,
                deposit,
                percent,
                hold.because().ruleId(),
                hold.because().message(),
                since,
                since.plus(within),
                null);
    }
}
