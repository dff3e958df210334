package org.duebook.web.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duebook.shared.Fault;
import org.springframework.http.HttpStatusCode;

/** Problem details as the contract's {@code Problem} says; {@code members} appear beside the others. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Fault> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int SHOWN = 2000;
    private static final int FAULTS = 10_000;

    public Problem {
        detail = shorten(detail);
        instance = shorten(instance);
        errors = List.copyOf(errors.subList(0, Math.min(FAULTS, errors.size())));
        members = Map.copyOf(members);
    }

    /** A problem of a status with its faults; the detail is the faults in words. */
    public static Problem of(HttpStatusCode status, List<Fault> faults, Map<String, Object> members, String instance) {
        String detail = faults.isEmpty()
                ? "Something went wrong that should not have; the incident's id finds it in the log"
                : faults.stream().limit(5).map(Fault::toString).collect(Collectors.joining("; "));
        return new Problem("about:blank", title(status.value()), status.value(), detail, instance, faults, members);
    }

    /** The words of RFC 9110 for a status. */
    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 428 -> "Precondition Required";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Error " + status;
        };
    }

    private static String shorten(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
    }
}
