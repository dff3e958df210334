package org.duebook.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.duebook.policy.RulesBusy;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Turns whatever a request to the API ended with into one shape. It works before any other advice and leaves everything
 * outside {@code /api/} to the pages.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final JsonFaults jsonFaults;

    ProblemAnswers(JsonFaults jsonFaults) {
        this.jsonFaults = jsonFaults;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> answer(Exception problem, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        boolean isApi = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        if (!isApi && problem instanceof RulesBusy) {
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return null;
        }
        if (!isApi || problem instanceof AccessDeniedException || problem instanceof AuthenticationException) {
            throw problem;
        }
        if (problem instanceof AsyncRequestNotUsableException) {
            return null;
        }
        return switch (problem) {
            case Refusal refusal -> answer(request, refusal.status(), refusal.faults(), refusal.members());
            case HttpMessageNotReadableException unreadable -> unreadable(request, unreadable);
            case MethodArgumentNotValidException invalid ->
                answer(request, HttpStatus.BAD_REQUEST, ConstraintFaults.ofBody(invalid.getAllErrors()), Map.of());
            case HandlerMethodValidationException invalid ->
                answer(
                        request,
                        HttpStatus.BAD_REQUEST,
                        ConstraintFaults.ofMethod(invalid.getParameterValidationResults()),
                        Map.of());
            case TypeMismatchException bad -> answer(request, HttpStatus.BAD_REQUEST, mismatch(bad));
            case ConcurrencyFailureException busy -> busy(request);
            case RulesBusy busy -> rulesBusy(request);
            case ErrorResponse known -> answer(request, known);
            case MultipartException broken ->
                answer(
                        request,
                        HttpStatus.BAD_REQUEST,
                        new Fault("body", "unreadable parts", "multipart/form-data", "send the file as a form does"));
            default -> unexpected(request, problem);
        };
    }

    private ResponseEntity<Problem> unreadable(HttpServletRequest request, HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return answer(request, HttpStatus.BAD_REQUEST, jsonFaults.of(json, BoundedBody.bytesOf(request)));
            }
        }
        Fault nothing = new Fault("body", "nothing", "a JSON object", "send one");
        return answer(request, HttpStatus.BAD_REQUEST, nothing);
    }

    private static ResponseEntity<Problem> answer(HttpServletRequest request, ErrorResponse known) {
        HttpStatusCode status = known.getStatusCode();
        return switch (known) {
            case HttpRequestMethodNotSupportedException method -> {
                String allowed = String.join(", ", orNone(method.getSupportedMethods()));
                yield answer(
                        request,
                        status,
                        List.of(new Fault("method", method.getMethod(), allowed, "use one of these")),
                        Map.of(),
                        known.getHeaders());
            }
            case HttpMediaTypeNotSupportedException type ->
                answer(
                        request,
                        status,
                        List.of(new Fault(
                                "Content-Type",
                                type.getContentType() == null
                                        ? "nothing"
                                        : type.getContentType().toString(),
                                types(type.getSupportedMediaTypes()),
                                "send one of these")),
                        Map.of(),
                        known.getHeaders());
            case HttpMediaTypeNotAcceptableException type -> {
                String accept = request.getHeader(HttpHeaders.ACCEPT);
                String can = types(type.getSupportedMediaTypes());
                yield answer(
                        request,
                        status,
                        new Fault("Accept", accept == null ? "nothing" : accept, can, "ask for one of these"));
            }
            case MissingRequestHeaderException missing ->
                answer(request, status, missing(missing.getHeaderName(), "header"));
            case MissingServletRequestParameterException missing ->
                answer(request, status, missing(missing.getParameterName(), "parameter"));
            case MissingServletRequestPartException missing ->
                answer(request, status, missing(missing.getRequestPartName(), "part of the form"));
            case MaxUploadSizeExceededException large ->
                answer(
                        request,
                        status,
                        new Fault("body", "a larger file", "a file within the upload limit", "send it in parts"));
            case NoResourceFoundException none ->
                answer(
                        request,
                        status,
                        new Fault("path", request.getRequestURI(), "a resource of the API", "see /openapi.yaml"));
            default ->
                answer(
                        request,
                        status,
                        new Fault("request", request.getMethod(), "a request of the contract", "see /openapi.yaml"));
        };
    }

    private static Fault missing(String name, String what) {
        return new Fault(name, "nothing", "a value", "add the " + what);
    }

    private static Fault mismatch(TypeMismatchException bad) {
        String name = bad instanceof MethodArgumentTypeMismatchException of ? of.getName() : bad.getPropertyName();
        Class<?> type = bad.getRequiredType();
        String wanted = type == null ? "another type" : wanted(type);
        return new Fault(name == null ? "parameter" : name, String.valueOf(bad.getValue()), wanted, "send " + wanted);
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + JsonFaults.constants(type);
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "an id such as 0b6f2f0c-5d0c-4a51-8f3e-0a4f5f6c7d10";
            case "LocalDate" -> "a day such as 2026-01-05";
            case "Integer", "Long" -> "a whole number";
            case "Boolean" -> "true or false";
            case "List" -> "values of the contract, separated by commas";
            default -> "a value of the contract's type";
        };
    }

    private static ResponseEntity<Problem> busy(HttpServletRequest request) {
        HttpHeaders soon = new HttpHeaders();
        soon.set(HttpHeaders.RETRY_AFTER, "1");
        Fault fault = new Fault("request", "another change at the same moment", "a quiet moment", "send it again");
        return answer(request, HttpStatus.CONFLICT, List.of(fault), Map.of(), soon);
    }

    private static ResponseEntity<Problem> rulesBusy(HttpServletRequest request) {
        HttpHeaders soon = new HttpHeaders();
        soon.set(HttpHeaders.RETRY_AFTER, "5");
        Fault fault = new Fault("request", "too many who wait for rules to be loaded", "a free turn", "send it again");
        return answer(request, HttpStatus.SERVICE_UNAVAILABLE, List.of(fault), Map.of(), soon);
    }

    /** Finds the log entry of a bug. */
    static String incident() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    private static ResponseEntity<Problem> unexpected(HttpServletRequest request, Exception problem) {
        String incident = incident();
        LOG.error("incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), problem);
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, List.of(), Map.of("incident", incident));
    }

    private static ResponseEntity<Problem> answer(HttpServletRequest request, HttpStatusCode status, Fault fault) {
        return answer(request, status, List.of(fault), Map.of());
    }

    private static ResponseEntity<Problem> answer(
            HttpServletRequest request, HttpStatusCode status, List<Fault> faults, Map<String, Object> members) {
        return answer(request, status, faults, members, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(
            HttpServletRequest request,
            HttpStatusCode status,
            List<Fault> faults,
            Map<String, Object> members,
            HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, faults, members, request.getRequestURI()));
    }

    private static String types(List<MediaType> types) {
        return types.stream()
                .map(MediaType::toString)
                .filter(type -> !type.equals(Problem.MEDIA_TYPE))
                .collect(Collectors.joining(", "));
    }

    private static List<String> orNone(String @Nullable [] methods) {
        return methods == null ? List.of() : Arrays.asList(methods);
    }
}
