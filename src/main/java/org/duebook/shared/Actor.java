package org.duebook.shared;

/** Who did something: a user's name, or {@link #SYSTEM} for what the plant's own jobs do. Kept in every history row. */
public record Actor(String name) {

    public static final Actor SYSTEM = new Actor("system");

    public Actor {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("actor's name is '" + name + "', wanted 1 to 100 characters");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
