package org.duebook.policy.desk;

import java.time.Instant;
import java.util.Optional;
import org.duebook.policy.RuleSetVersion;
import org.duebook.policy.RuleSetVersion.How;
import org.duebook.policy.RuleSetVersion.State;
import org.duebook.policy.RuleSetVersion.Withdrawal;
import org.duebook.shared.Actor;

/** A publication as it is kept: which version decides from when on, and who published it when and why. */
record Publication(
        long number,
        String version,
        Instant at,
        Actor by,
        String comment,
        How how,
        Instant effectiveFrom,
        Optional<Withdrawal> withdrawal) {

    /** Seen at an instant by an instance that runs the publication of a number. */
    RuleSetVersion seen(Instant now, long running) {
        return new RuleSetVersion(
                number, version, at, by, comment, how, effectiveFrom, state(now, running), withdrawal);
    }

    Publication withdrawn(Withdrawal by) {
        return new Publication(number, version, at, this.by, comment, how, effectiveFrom, Optional.of(by));
    }

    private State state(Instant now, long running) {
        if (withdrawal.isPresent()) {
            return State.WITHDRAWN;
        }
        if (number == running) {
            return State.RUNS;
        }
        if (number < running) {
            return State.PAST;
        }
        return effectiveFrom.isAfter(now) && effectiveFrom.isAfter(at) ? State.WAITS : State.DUE;
    }
}
