package org.duebook.web.security;

import java.util.List;
import org.duebook.people.Role;
import org.duebook.people.User;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles as Spring Security writes them: {@code ROLE_PLANNER}. */
final class Authorities {

    static final String PREFIX = "ROLE_";

    private Authorities() {}

    static String of(Role role) {
        return PREFIX + role.name();
    }

    static List<GrantedAuthority> of(User user) {
        return user.roles().stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(of(role)))
                .toList();
    }
}
