package org.duebook.orders;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.duebook.policy.Decision;
import org.duebook.policy.FactUsed;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderFacts;
import org.duebook.policy.OrderVerdict;
import org.duebook.policy.Policies;
import org.duebook.policy.PromiseParameters;
import org.duebook.shared.Money;

/** Policies that say what a test wants and remember what they were asked. */
public final class RulesOnPaper {

    private static final String VERSION = "paper-1";

    private final List<OrderFacts> asked = new ArrayList<>();
    private volatile Function<OrderFacts, OrderVerdict> rule = facts -> accepted();

    public Policies policies() {
        Policies policies = mock(Policies.class);
        when(policies.judge(any())).thenAnswer(call -> judge(call.getArgument(0)));
        when(policies.promiseParameters(any()))
                .thenReturn(new PromiseParameters(
                        VERSION,
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(3),
                        Duration.ofMinutes(30),
                        Duration.ofDays(2),
                        Duration.ofDays(7),
                        new PromiseParameters.Recovery(
                                Duration.ofHours(4),
                                new BigDecimal("60"),
                                new BigDecimal("50"),
                                new BigDecimal("30"),
                                Duration.ofDays(3))));
        return policies;
    }

    public void say(OrderVerdict verdict) {
        rule = facts -> verdict;
    }

    public void say(Function<OrderFacts, OrderVerdict> verdict) {
        rule = verdict;
    }

    synchronized OrderFacts lastAsked() {
        return asked.getLast();
    }

    public static OrderVerdict accepted() {
        return new OrderVerdict.Accepted(VERSION, List.of());
    }

    static OrderVerdict rejected() {
        Decision because = decision("VA-010", Decision.Outcome.REJECT);
        return new OrderVerdict.Rejected(VERSION, List.of(because), List.of(because));
    }

    static OrderVerdict heldForCredit() {
        Decision because = decision("CR-020", Decision.Outcome.HOLD);
        return new OrderVerdict.Held(VERSION, List.of(because), List.of(new Hold.Credit(because)));
    }

    static OrderVerdict heldForDepositAndTwoApprovals() {
        Decision deposit = decision("DE-010", Decision.Outcome.DEPOSIT);
        Decision approval = decision("AP-010", Decision.Outcome.APPROVAL);
        return new OrderVerdict.Held(
                VERSION,
                List.of(deposit, approval),
                List.of(
                        new Hold.Deposit(Money.of("300.00", "EUR"), BigDecimal.valueOf(30), deposit),
                        new Hold.Approval(List.of("SALES_MANAGER", "DEPUTY_GM"), Duration.ofHours(8), approval)));
    }

    private static Decision decision(String rule, Decision.Outcome outcome) {
        return new Decision(
                "credit",
                rule,
                "tables/credit.csv",
                7,
                outcome,
                "customer",
                "K-1003",
                "less exposure",
                "limit is used up",
                List.of(new FactUsed("credit used %", "112.5"), new FactUsed("customer", "\"K-1003\"")));
    }

    private synchronized OrderVerdict judge(OrderFacts facts) {
        asked.add(facts);
        return rule.apply(facts);
    }
}
