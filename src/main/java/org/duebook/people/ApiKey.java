package org.duebook.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key a program signs in with on behalf of its owner. {@code prefix} is its readable beginning; the rest is never kept. */
public record ApiKey(
        String prefix,
        String owner,
        Instant issuedAt,
        @Nullable Instant revokedAt) {}
