package org.duebook.web.problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what breaks in a filter, before any controller's advice can see it: a database that is away while signing in. */
public final class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final ProblemWriter problems;

    public LastResort(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException broken) {
            String incident = ProblemAnswers.incident();
            LOG.error("incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), broken);
            problems.write(
                    response,
                    Problem.of(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            List.of(),
                            Map.of("incident", incident),
                            request.getRequestURI()));
        }
    }
}
