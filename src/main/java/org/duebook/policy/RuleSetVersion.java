package org.duebook.policy;

import java.time.Instant;
import java.util.Optional;
import org.duebook.shared.Actor;

/**
 * A publication of rules. A version that is rolled back to is published again.
 *
 * @param number counts publications
 * @param version content hash of its files
 * @param at when it was published
 * @param comment why; empty for a saved folder
 * @param effectiveFrom when it begins to decide; {@code at} where it was not scheduled
 * @param withdrawal who took it back before it decided, if anybody
 */
public record RuleSetVersion(
        long number,
        String version,
        Instant at,
        Actor by,
        String comment,
        How how,
        Instant effectiveFrom,
        State state,
        Optional<Withdrawal> withdrawal) {

    /** What made it. */
    public enum How {
        /** Files saved in the rules folder. */
        FOLDER,
        /** A change of the files that ran, by page or API. */
        CHANGE,
        /** An earlier version wanted again. */
        ROLLBACK
    }

    /** Where it stands, seen by this instance. */
    public enum State {
        /** Its instant has not come. */
        WAITS,
        RUNS,
        /** It decided until a later one did. */
        PAST,
        WITHDRAWN,
        /** It should run, and does not yet, or cannot: the status says why. */
        DUE
    }

    /** Taken back before it decided. */
    public record Withdrawal(Instant at, Actor by) {}
}
