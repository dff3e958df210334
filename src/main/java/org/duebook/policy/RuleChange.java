package org.duebook.policy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.duebook.shared.Fault;

/**
 * Files of the running rules changed, to be published.
 *
 * @param basedOn version (content hash) that was changed; while another one runs nothing is published
 * @param files path inside the rules folder → its bytes, or nothing where it is removed; the other files stay
 * @param comment why, for the history; see {@link #wrong}
 * @param effectiveFrom when it begins to decide; at once where empty
 */
public record RuleChange(
        String basedOn, Map<String, Optional<byte[]>> files, String comment, Optional<Instant> effectiveFrom) {

    public static final int LONGEST_COMMENT = 500;

    public RuleChange {
        files = Map.copyOf(files);
        wrong(comment).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.toString());
        });
    }

    /** What is wrong with a comment, if anything: it says something, on one line of at most {@value #LONGEST_COMMENT} characters. */
    public static Optional<Fault> wrong(String comment) {
        boolean sound = !comment.isBlank()
                && comment.length() <= LONGEST_COMMENT
                && comment.chars().noneMatch(Character::isISOControl);
        return sound
                ? Optional.empty()
                : Optional.of(new Fault(
                        "comment",
                        comment.length() > LONGEST_COMMENT
                                ? comment.length() + " characters"
                                : comment.replaceAll("\\p{Cntrl}", "�"),
                        "one line of 1 to " + LONGEST_COMMENT + " characters",
                        "say in short why the rules change"));
    }
}
