package org.duebook.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.duebook.shared.Fault;
import org.duebook.web.json.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes a problem where no controller is at work: filters, sign-in, the container's own errors. */
@Component
public class ProblemWriter {

    private final StrictJson json;

    ProblemWriter(StrictJson json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Fault fault)
            throws IOException {
        write(response, Problem.of(status, List.of(fault), Map.of(), request.getRequestURI()));
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.mapper().writeValueAsBytes(problem);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
