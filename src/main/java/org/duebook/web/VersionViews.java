package org.duebook.web;

import java.util.List;
import org.duebook.policy.PublishOutcome;
import org.duebook.policy.RuleSetDifference;
import org.duebook.policy.RuleSetDifference.Change;
import org.duebook.policy.RuleSetDifference.OfFile;
import org.duebook.policy.RuleSetDifference.OfRow;
import org.duebook.policy.RuleSetDifference.OfTable;
import org.duebook.policy.RuleSetDifference.OfText;
import org.duebook.policy.RuleSetVersion;
import org.duebook.shared.Fault;
import org.duebook.web.api.model.RuleCellDifferenceDto;
import org.duebook.web.api.model.RuleDifferenceDto;
import org.duebook.web.api.model.RuleDifferenceKindDto;
import org.duebook.web.api.model.RuleFileDifferenceDto;
import org.duebook.web.api.model.RuleLineDifferenceDto;
import org.duebook.web.api.model.RuleRowDifferenceDto;
import org.duebook.web.api.model.RuleVersionDto;
import org.duebook.web.api.model.RulesPublishedDto;
import org.duebook.web.problems.Refusal;
import org.springframework.http.HttpStatus;

/** Versions of the rules as the contract shows them. */
final class VersionViews {

    private VersionViews() {}

    static RuleVersionDto view(RuleSetVersion of) {
        return new RuleVersionDto(
                        of.number(),
                        of.version(),
                        of.at(),
                        of.by().name(),
                        of.comment(),
                        RuleVersionDto.HowEnum.valueOf(of.how().name()),
                        of.effectiveFrom(),
                        RuleVersionDto.StateEnum.valueOf(of.state().name()))
                .withdrawnAt(of.withdrawal().map(RuleSetVersion.Withdrawal::at).orElse(null))
                .withdrawnBy(of.withdrawal().map(it -> it.by().name()).orElse(null));
    }

    /** What was done, or the refusal that says why nothing was. */
    static RulesPublishedDto view(PublishOutcome outcome) {
        return switch (outcome) {
            case PublishOutcome.Published published ->
                new RulesPublishedDto(RulesPublishedDto.OutcomeEnum.PUBLISHED, published.version());
            case PublishOutcome.Unchanged unchanged ->
                new RulesPublishedDto(RulesPublishedDto.OutcomeEnum.UNCHANGED, unchanged.version())
                        .withdrawn(unchanged
                                .withdrawn()
                                .map(RuleSetVersion::number)
                                .orElse(null));
            case PublishOutcome.Scheduled scheduled ->
                new RulesPublishedDto(
                                RulesPublishedDto.OutcomeEnum.SCHEDULED,
                                scheduled.publication().version())
                        .publication(scheduled.publication().number())
                        .effectiveFrom(scheduled.publication().effectiveFrom());
            case PublishOutcome.Refused refused ->
                throw Refusal.unprocessable(RuleSetsController.faults(refused.report()));
            case PublishOutcome.Outdated outdated -> throw refusal(outdated);
            case PublishOutcome.Waiting waiting -> throw refusal(waiting);
            case PublishOutcome.Unknown unknown ->
                throw new Refusal(
                        HttpStatus.NOT_FOUND,
                        new Fault(
                                "version",
                                unknown.version(),
                                "a version that decided before",
                                "look it up at /rule-sets/versions"));
            case PublishOutcome.NotThen never ->
                throw Refusal.unprocessable(
                        "effectiveFrom",
                        never.effectiveFrom().toString(),
                        "later than " + never.after() + ", " + never.latest() + " at the latest",
                        "correct it, or leave it out to publish at once");
        };
    }

    static Refusal refusal(PublishOutcome.Waiting waiting) {
        return Refusal.conflict(new Fault(
                "version",
                "version " + waiting.publication().version() + " scheduled for "
                        + waiting.publication().effectiveFrom(),
                "nothing scheduled",
                "wait until it decides, or withdraw publication "
                        + waiting.publication().number()));
    }

    static Refusal refusal(PublishOutcome.Outdated outdated) {
        return Refusal.conflict(new Fault(
                "basedOn",
                outdated.basedOn(),
                outdated.running() + ", the version that runs",
                "look at what runs now and change that"));
    }

    static RuleDifferenceDto view(RuleSetDifference of) {
        return new RuleDifferenceDto(of.from(), of.to(), Values.each(of.files(), VersionViews::file));
    }

    private static RuleFileDifferenceDto file(OfFile of) {
        List<RuleRowDifferenceDto> rows =
                of instanceof OfTable table ? Values.each(table.rows(), VersionViews::row) : List.of();
        List<RuleLineDifferenceDto> lines = of instanceof OfText text
                ? Values.each(
                        text.lines(), line -> new RuleLineDifferenceDto(kind(line.change()), line.line(), line.text()))
                : List.of();
        return new RuleFileDifferenceDto(of.path(), kind(of.change()), rows, lines);
    }

    private static RuleRowDifferenceDto row(OfRow of) {
        return new RuleRowDifferenceDto(
                        kind(of.change()),
                        of.key(),
                        Values.each(
                                of.cells(),
                                cell -> new RuleCellDifferenceDto(cell.column(), cell.before(), cell.after())))
                .rowBefore(of.before() == 0 ? null : of.before())
                .rowAfter(of.after() == 0 ? null : of.after());
    }

    private static RuleDifferenceKindDto kind(Change change) {
        return RuleDifferenceKindDto.valueOf(change.name());
    }
}
