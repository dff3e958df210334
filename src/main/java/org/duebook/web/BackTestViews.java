package org.duebook.web;

import org.duebook.policy.BackTestOutcome;
import org.duebook.policy.BackTestReport;
import org.duebook.web.api.model.BackTestChangeDto;
import org.duebook.web.api.model.BackTestDto;
import org.duebook.web.api.model.BackTestRuleDto;
import org.duebook.web.api.model.BackTestVerdictDto;

/** What a draft of the rules would have said, as the contract shows it. */
final class BackTestViews {

    private BackTestViews() {}

    static BackTestDto view(BackTestOutcome.Ran of) {
        BackTestReport report = of.report();
        return new BackTestDto(
                report.version(),
                report.judged(),
                report.changed(),
                Values.money(report.atStake()),
                Values.each(
                        report.rules(),
                        rule -> new BackTestRuleDto(
                                rule.rule(), rule.file(), rule.row(), rule.orders(), Values.money(rule.atStake()))),
                Values.each(
                        report.changes(),
                        change -> new BackTestChangeDto(
                                change.order(),
                                change.orderDate(),
                                Values.money(change.amount()),
                                view(change.before()),
                                view(change.after()),
                                change.rules())),
                RuleSetsController.failures(of.check()));
    }

    private static BackTestVerdictDto view(BackTestReport.Said said) {
        return new BackTestVerdictDto(BackTestVerdictDto.OutcomeEnum.valueOf(said.verdict()), said.approvers())
                .depositPercent(said.depositPercent());
    }
}
