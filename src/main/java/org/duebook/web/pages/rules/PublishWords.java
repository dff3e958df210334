package org.duebook.web.pages.rules;

import org.duebook.policy.CheckReport;
import org.duebook.policy.PublishOutcome;
import org.duebook.web.pages.Wording;

/** What came of publishing, in words. */
final class PublishWords {

    private PublishWords() {}

    static boolean good(PublishOutcome outcome) {
        return outcome instanceof PublishOutcome.Published
                || outcome instanceof PublishOutcome.Scheduled
                || outcome instanceof PublishOutcome.Unchanged;
    }

    /** @param what was to be published, such as {@code Your draft} */
    static String of(PublishOutcome outcome, String what, Wording say) {
        return switch (outcome) {
            case PublishOutcome.Published published ->
                what + " decides from now on, as version " + published.version() + ".";
            case PublishOutcome.Scheduled scheduled ->
                what + " decides from " + say.moment(scheduled.publication().effectiveFrom()) + " on.";
            case PublishOutcome.Unchanged unchanged ->
                unchanged
                        .withdrawn()
                        .map(it -> what + " is what runs already; what was to decide from "
                                + say.moment(it.effectiveFrom()) + " on is withdrawn.")
                        .orElse("Nothing to do: " + what + " is what runs already.");
            case PublishOutcome.Refused refused ->
                "Refused: " + said(refused.report()) + ". The running rules keep deciding.";
            case PublishOutcome.Outdated outdated ->
                "Not published: version " + outdated.running()
                        + " was published meanwhile. Look at what runs now and try again.";
            case PublishOutcome.Waiting waiting ->
                "Not published: another publication decides from "
                        + say.moment(waiting.publication().effectiveFrom()) + " on. Wait for it, or withdraw it.";
            case PublishOutcome.Unknown unknown -> "There is no version " + unknown.version() + ".";
            case PublishOutcome.NotThen then ->
                "Not published: it can begin after " + say.moment(then.after()) + " and until "
                        + say.moment(then.latest()) + ", not on " + say.moment(then.effectiveFrom()) + ".";
        };
    }

    private static String said(CheckReport report) {
        return report.faults().isEmpty()
                ? report.failures().size() + " expectations of tests do not hold"
                : report.faults().size() + " faults, first " + report.faults().getFirst();
    }
}
