package org.duebook.policy.desk;

import java.time.Instant;
import java.util.Optional;
import org.duebook.policy.load.RuleFiles;
import org.duebook.shared.Actor;

/** What was published, for good. */
public interface PublishedRules {

    /** A publication: which version began to decide, when and by whom. */
    record Publication(String version, Instant at, Actor by) {}

    /** The last publication: what every instance should run. */
    Optional<Publication> latest();

    /** The files of a version that was published once. */
    RuleFiles files(String version);

    void publish(RuleFiles files, Instant at, Actor by);
}
