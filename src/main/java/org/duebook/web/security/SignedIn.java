package org.duebook.web.security;

import org.duebook.people.Role;
import org.duebook.shared.Actor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is at work in this request. */
@Component
public class SignedIn {

    public Actor actor() {
        return new Actor(authentication().getName());
    }

    public boolean has(Role role) {
        return authentication().getAuthorities().stream()
                .anyMatch(authority -> Authorities.of(role).equals(authority.getAuthority()));
    }

    private static Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return authentication;
    }
}
