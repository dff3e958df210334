package org.duebook.policy;

import java.time.Instant;
import org.duebook.shared.Actor;

/** What became of a wish to run the files of the rules folder. */
public sealed interface PublishOutcome {

    /** They decide from now on. */
    record Published(String version, Instant at, Actor by) implements PublishOutcome {}

    /** They are what runs already. */
    record Unchanged(String version) implements PublishOutcome {}

    /** They are faulty; the version named keeps deciding. */
    record Refused(String running, CheckReport report) implements PublishOutcome {}
}
