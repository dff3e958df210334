package org.duebook.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duebook.shared.Fault;
import org.duebook.web.problems.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** 401 and 403 of the API, as problems that say which role was found and which was wanted. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        Fault fault = new Fault(
                HttpHeaders.AUTHORIZATION,
                sent ? "credentials that are not valid" : "nothing",
                "valid credentials",
                "sign in with HTTP Basic or an API key");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Duebook\", charset=\"UTF-8\"");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, fault);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        String wanted = why instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                ? roles(decision.getAuthorities(), " or ")
                : "another role";
        String found = user == null ? "nobody" : roles(user.getAuthorities(), ", ");
        Fault fault = new Fault("role", found, wanted, "ask an administrator for the role");
        problems.write(request, response, HttpStatus.FORBIDDEN, fault);
    }

    private static String roles(Collection<? extends GrantedAuthority> authorities, String between) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(Authorities.PREFIX))
                .map(name -> name.substring(Authorities.PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' '))
                .sorted()
                .collect(Collectors.joining(between));
    }
}
