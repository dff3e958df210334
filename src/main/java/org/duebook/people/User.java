package org.duebook.people;

import java.util.Set;
import org.duebook.shared.Language;

/** Somebody who may use Duebook. {@code passwordHash} is bcrypt; forms are printed for them in {@code language}. */
public record User(String name, String passwordHash, Set<Role> roles, Language language) {

    public User {
        if (!name.matches("[a-z][a-z0-9._-]{0,49}")) {
            throw new IllegalArgumentException("user name is '" + name
                    + "', wanted 1 to 50 lower-case letters, digits, dots, dashes or underscores, a letter first");
        }
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return name + " " + roles;
    }
}
