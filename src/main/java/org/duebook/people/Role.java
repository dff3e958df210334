package org.duebook.people;

/** What a user may do. A user can have several. */
public enum Role {
    SALES,
    PLANNER,
    ANALYST,
    ADMINISTRATOR
}
