package org.duebook.promising;

import java.util.Set;

/** Where a quote stands. An inquiry reserves nothing; a held one keeps its capacity and material until it expires. */
public enum QuoteStatus {
    INQUIRY,
    HELD,
    CONFIRMED,
    CANCELLED,
    EXPIRED;

    public Set<QuoteStatus> next() {
        return switch (this) {
            case INQUIRY -> Set.of(HELD, CONFIRMED, CANCELLED, EXPIRED);
            case HELD -> Set.of(CONFIRMED, CANCELLED, EXPIRED);
            case CONFIRMED, CANCELLED, EXPIRED -> Set.of();
        };
    }
}
