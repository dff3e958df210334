package org.duebook.policy;

import java.time.Instant;
import java.util.List;

/**
 * What an analyst changed and nobody runs yet.
 *
 * @param basedOn version (content hash) that was changed
 * @param version content hash the files would run under
 * @param changedAt when it was changed last
 * @param files paths of the files that differ
 * @param outdated whether another version runs by now
 */
public record RuleDraft(String basedOn, String version, Instant changedAt, List<String> files, boolean outdated) {

    public RuleDraft {
        files = List.copyOf(files);
    }
}
