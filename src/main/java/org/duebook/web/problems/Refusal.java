package org.duebook.web.problems;

import java.util.List;
import java.util.Map;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Ends a request with a problem: what a controller throws where an outcome of a facade is a "no". It carries no stack
 * trace, since it says nothing about the code.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members;

    public Refusal(HttpStatus status, List<Fault> faults, Map<String, Object> members) {
        super(faults.isEmpty() ? status.toString() : faults.getFirst().toString(), null, false, false);
        this.status = status;
        this.faults = List.copyOf(faults);
        this.members = Map.copyOf(members);
    }

    public Refusal(HttpStatus status, List<Fault> faults) {
        this(status, faults, Map.of());
    }

    public Refusal(HttpStatus status, Fault fault) {
        this(status, List.of(fault), Map.of());
    }

    /** 404 for a path variable or parameter that names nothing. */
    public static Refusal unknown(String field, @Nullable Object found, String wanted) {
        return new Refusal(
                HttpStatus.NOT_FOUND, new Fault(field, String.valueOf(found), wanted, "look it up in the list"));
    }

    /** 422: readable, but it cannot be done. */
    public static Refusal unprocessable(List<Fault> faults) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }

    public static Refusal unprocessable(String field, String found, String wanted, String cure) {
        return unprocessable(List.of(new Fault(field, found, wanted, cure)));
    }

    public static Refusal conflict(Fault fault) {
        return new Refusal(HttpStatus.CONFLICT, fault);
    }

    public HttpStatus status() {
        return status;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Further members of the problem, such as {@code quote}. */
    public Map<String, Object> members() {
        return members;
    }
}
