package org.duebook.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duebook.shared.Actor;

/**
 * Which rules decide now, and what was wrong with the files that were refused last.
 *
 * @param version content hash of all files
 * @param since when it began to decide
 * @param by who published it
 * @param rules number of rules in it
 * @param files its files by path
 * @param rejected the last load that was refused since, if any; gone once a load succeeds
 */
public record RuleSetStatus(
        String version, Instant since, Actor by, int rules, List<RuleFile> files, Optional<Rejected> rejected) {

    /** One file of the running set: path inside the rules folder, SHA-256 in hexadecimal, size in bytes. */
    public record RuleFile(String path, String hash, int bytes) {}

    /** A load that was refused. */
    public record Rejected(Instant at, CheckReport report) {}

    public RuleSetStatus {
        files = List.copyOf(files);
    }
}
