package org.duebook.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A back-test of an analyst's draft, under way or over.
 *
 * @param version content hash of the draft as it was when it began
 * @param from first order date, {@code to} the last
 * @param percent done
 * @param stopping whether somebody asked it to stop
 * @param outcome empty while it is under way, and where it failed
 */
public record BackTestRun(
        String version,
        LocalDate from,
        LocalDate to,
        Instant began,
        int percent,
        boolean stopping,
        boolean failed,
        Optional<BackTestOutcome> outcome) {

    public boolean isOver() {
        return failed || outcome.isPresent();
    }
}
