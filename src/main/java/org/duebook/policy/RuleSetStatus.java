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
 * @param rejected files of the folder that were refused, if any; gone once they are accepted or as they were
 * @param waiting the publication that will decide from its instant on, if one is scheduled
 * @param failed why a publication that should run cannot, if so; an earlier one keeps deciding
 */
public record RuleSetStatus(
        String version,
        Instant since,
        Actor by,
        int rules,
        List<RuleFile> files,
        Optional<Rejected> rejected,
        Optional<RuleSetVersion> waiting,
        Optional<Rejected> failed,
        Folder folder) {

    /** One file of the running set: path inside the rules folder, SHA-256 in hexadecimal, size in bytes. */
    public record RuleFile(String path, String hash, int bytes) {}

    /**
     * How the rules folder of this instance stands to what was published.
     *
     * @param standsFor the version (content hash) that was last made of it or written to it; empty where that is not known
     * @param edited whether its files differ from that version
     */
    public record Folder(String standsFor, boolean edited) {}

    /** A load that was refused. */
    public record Rejected(Instant at, CheckReport report) {}

    public RuleSetStatus {
        files = List.copyOf(files);
    }
}
