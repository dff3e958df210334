package org.duebook.shared;

/** What putting a record did. */
public enum Saved {
    CREATED,
    CHANGED,
    UNCHANGED
}
