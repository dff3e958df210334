package org.duebook.policy.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.duebook.policy.BackTestReport.Said;
import org.duebook.policy.Decision;
import org.duebook.policy.Hold;
import org.duebook.policy.OrderVerdict;

/** What a verdict means for the order, without its words: two of the same essence treat the order alike. */
final class Essence {

    private Essence() {}

    /** Comparable text, such as {@code HELD CLARIFICATION(VL-080) DEPOSIT(20 %)}. */
    static String of(OrderVerdict verdict) {
        return switch (verdict) {
            case OrderVerdict.Accepted accepted -> "ACCEPTED";
            case OrderVerdict.Rejected rejected -> "REJECTED " + ids(rejected.reasons());
            case OrderVerdict.Held held ->
                "HELD " + held.holds().stream().map(Essence::of).sorted().collect(Collectors.joining(" "));
        };
    }

    /** What one hold asks of the order, without its words. */
    static String of(Hold hold) {
        return switch (hold) {
            case Hold.Clarification clarification ->
                "CLARIFICATION(" + clarification.because().ruleId() + ")";
            case Hold.Credit credit -> "CREDIT(" + credit.because().ruleId() + ")";
            case Hold.Deposit deposit -> "DEPOSIT(" + plain(deposit.percent()) + " %)";
            case Hold.Approval approval ->
                "APPROVAL(" + String.join(">", approval.approvers()) + " " + approval.deadline() + ")";
        };
    }

    static Said said(OrderVerdict verdict) {
        return switch (verdict) {
            case OrderVerdict.Accepted accepted -> new Said("ACCEPTED", null, List.of());
            case OrderVerdict.Rejected rejected -> new Said("REJECTED", null, List.of());
            case OrderVerdict.Held held -> {
                BigDecimal deposit = null;
                List<String> approvers = List.of();
                for (Hold hold : held.holds()) {
                    deposit = hold instanceof Hold.Deposit asked ? asked.percent() : deposit;
                    approvers = hold instanceof Hold.Approval asked ? asked.approvers() : approvers;
                }
                yield new Said("HELD", deposit, approvers);
            }
        };
    }

    private static String ids(List<Decision> reasons) {
        return reasons.stream().map(Decision::ruleId).sorted().distinct().collect(Collectors.joining(" "));
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
