package org.duebook.web.problems;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What breaks the contract's bounds (lengths, patterns, ranges), in the user's words. */
final class ConstraintFaults {

    private ConstraintFaults() {}

    static List<Fault> ofBody(List<? extends ObjectError> errors) {
        return errors.stream().map(ConstraintFaults::ofBody).toList();
    }

    static List<Fault> ofMethod(List<ParameterValidationResult> results) {
        return results.stream()
                .flatMap(result -> result instanceof ParameterErrors body
                        ? ofBody(body.getAllErrors()).stream()
                        : result.getResolvableErrors().stream().map(error -> ofParameter(result, error)))
                .toList();
    }

    private static Fault ofBody(ObjectError error) {
        String field = error instanceof FieldError of ? of.getField() : "body";
        Object found = error instanceof FieldError of ? of.getRejectedValue() : null;
        return fault(
                field,
                found,
                error.contains(ConstraintViolation.class) ? error.unwrap(ConstraintViolation.class) : null);
    }

    private static Fault ofParameter(ParameterValidationResult result, MessageSourceResolvable error) {
        return fault(name(result), result.getArgument(), result.unwrap(error, ConstraintViolation.class));
    }

    private static String name(ParameterValidationResult result) {
        var parameter = result.getMethodParameter();
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null && !path.value().isEmpty()) {
            return path.value();
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.value().isEmpty()) {
            return query.value();
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null && !header.value().isEmpty()
                ? header.value()
                : Objects.requireNonNullElse(parameter.getParameterName(), "parameter");
    }

    private static Fault fault(String field, @Nullable Object found, @Nullable ConstraintViolation<?> violation) {
        if (violation == null) {
            return new Fault(field, shown(found), "a valid value", "correct it");
        }
        String kind = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        return switch (kind) {
            case "NotNull" -> new Fault(field, "nothing", "a value", "add the field");
            case "Pattern" -> new Fault(field, shown(found), "text that matches " + bounds.get("regexp"), "correct it");
            case "Size" -> new Fault(field, sized(found), size(bounds, found), "make it longer or shorter");
            case "Min", "DecimalMin" -> new Fault(field, shown(found), bounds.get("value") + " or more", "send more");
            case "Max", "DecimalMax" -> new Fault(field, shown(found), "at most " + bounds.get("value"), "send less");
            default -> new Fault(field, shown(found), violation.getMessage(), "correct it");
        };
    }

    private static String size(Map<String, Object> bounds, @Nullable Object found) {
        String what = found instanceof CharSequence ? " characters" : " entries";
        Object most = bounds.get("max");
        return bounds.get("min") + (Objects.equals(most, Integer.MAX_VALUE) ? " or more" : " to " + most) + what;
    }

    private static String sized(@Nullable Object found) {
        return switch (found) {
            case null -> "nothing";
            case CharSequence text -> text.length() + " characters";
            case Collection<?> all -> all.size() + " entries";
            default -> found.toString();
        };
    }

    private static String shown(@Nullable Object found) {
        return found == null ? "nothing" : found.toString();
    }
}
