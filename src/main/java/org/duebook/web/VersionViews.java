package org.duebook.web;

import org.duebook.policy.PublishOutcome;
import org.duebook.shared.Fault;
import org.duebook.web.problems.Refusal;

/** Versions of the rules as the contract shows them. */
final class VersionViews {

    private VersionViews() {}

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
}
