package org.duebook.web.security;

import org.duebook.orders.OrderHold;
import org.duebook.people.Role;
import org.duebook.planning.JournalEntry;
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

    /** A clerk clarifies; credit, deposit and approval are for whoever stands for the credit department and the approvers. */
    public boolean mayAnswer(OrderHold.Kind hold) {
        return has(Role.ADMINISTRATOR) || hold == OrderHold.Kind.CLARIFICATION && has(Role.SALES);
    }

    /** Capacity is the planner's, material also the warehouse's and purchasing's. */
    public boolean mayWithdraw(JournalEntry.OfTheDay entry) {
        boolean material = entry instanceof JournalEntry.Receipt || entry instanceof JournalEntry.StockCount;
        return has(Role.ADMINISTRATOR)
                || has(Role.PLANNER)
                || material && (has(Role.WAREHOUSE) || has(Role.PURCHASING));
    }

    private static Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return authentication;
    }
}
