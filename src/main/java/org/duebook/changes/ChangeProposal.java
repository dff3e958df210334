package org.duebook.changes;

import java.time.Instant;
import org.duebook.shared.Actor;

/**
 * A wish that was filed.
 *
 * @param source the file and row it came from, such as {@code balance.xlsx, row 12}
 */
public record ChangeProposal(long id, Wish wish, Status status, Actor by, Instant at, String source) {

    /** A proposal is open until it is decided or withdrawn. */
    public enum Status {
        OPEN,
        WITHDRAWN
    }
}
