package org.duebook.policy;

import java.time.Instant;
import java.util.Optional;
import org.duebook.shared.Actor;

/** What became of a wish to let other rules decide. Nothing was published but with the first two. */
public sealed interface PublishOutcome {

    /** They decide from now on. */
    record Published(String version, Instant at, Actor by) implements PublishOutcome {}

    /** They are kept, and decide from their instant on. */
    record Scheduled(RuleSetVersion publication) implements PublishOutcome {}

    /**
     * They are what runs already.
     *
     * @param withdrawn what was scheduled, where rolling back to what runs took that back
     */
    record Unchanged(String version, Optional<RuleSetVersion> withdrawn) implements PublishOutcome {

        public Unchanged(String version) {
            this(version, Optional.empty());
        }
    }

    /** They are faulty, or a scenario fails; the version named keeps deciding. */
    record Refused(String running, CheckReport report) implements PublishOutcome {}

    /** They were made of a version that does not run any more: look at what runs now and change that. */
    record Outdated(String basedOn, String running) implements PublishOutcome {}

    /** Another publication is scheduled: wait for it, or withdraw it. */
    record Waiting(RuleSetVersion publication) implements PublishOutcome {}

    /** No such version decided before. */
    record Unknown(String version) implements PublishOutcome {}

    /** They cannot take effect then, but only after {@code after} and until {@code latest}. */
    record NotThen(Instant effectiveFrom, Instant after, Instant latest) implements PublishOutcome {}
}
