package org.duebook.shared;

import java.util.Optional;

/** What putting a record did. */
public enum Saved {
    CREATED,
    CHANGED,
    UNCHANGED;

    /** From what an upsert that skips equal rows returns: whether it inserted, or nothing when the row was equal. */
    public static Saved of(Optional<Boolean> inserted) {
        return inserted.map(created -> created ? CREATED : CHANGED).orElse(UNCHANGED);
    }

    /** This, or {@code CHANGED} when only a part of the record changed. */
    public Saved orChanged(boolean partChanged) {
        return this == UNCHANGED && partChanged ? CHANGED : this;
    }
}
