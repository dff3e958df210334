package org.duebook.policy;

import java.time.Instant;

/**
 * An instance of the application.
 *
 * @param name of its machine and process
 * @param version (content hash) of the rules it runs, {@code publication} their number
 * @param runningSince when it began to run them
 * @param seenAt when it said so last; at least twice a minute while it is alive
 * @param self whether it is the one that answers
 */
public record RuleInstance(
        String name, String version, long publication, Instant runningSince, Instant seenAt, boolean self) {}
