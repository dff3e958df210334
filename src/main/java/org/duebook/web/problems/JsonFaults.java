package org.duebook.web.problems;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duebook.shared.Fault;
import org.duebook.web.json.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a JSON body, named by its JSON path and by the value that stands there. */
@Component
class JsonFaults {

    private static final String BODY = "body";

    private final JsonMapper reader;

    JsonFaults(StrictJson json) {
        this.reader = json.mapper();
    }

    /** @param body the bytes that could not be read, to look the value up */
    Fault of(JacksonException problem, byte[] body) {
        String field = path(problem);
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                new Fault(field, valueAt(body, problem), "no such field", "use one of: " + known(unknown));
            case InvalidNullException missing ->
                new Fault(field, "null", "a value", "send a value or leave the field out");
            case ValueInstantiationException bad ->
                new Fault(field, valueAt(body, problem), enumOf(bad), "send one of these");
            case MismatchedInputException bad ->
                new Fault(field, valueAt(body, problem), wanted(bad), "send " + wanted(bad));
            case StreamConstraintsException bound ->
                new Fault(field, place(problem), "JSON within the limits", firstLine(bound.getOriginalMessage()));
            default -> broken(field, problem, body);
        };
    }

    private static Fault broken(String field, JacksonException problem, byte[] body) {
        String said = firstLine(problem.getOriginalMessage());
        if (said.startsWith("Duplicate")) {
            return new Fault(field, place(problem), "each field once", said);
        }
        String found = body.length == 0 ? "nothing" : place(problem) + ": " + said;
        return new Fault(field, found, "well-formed JSON", "correct the JSON there");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null
                ? ""
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String wanted(MismatchedInputException bad) {
        Class<?> type = bad.getTargetType();
        String said = saidByReader(bad.getOriginalMessage());
        if (said != null) {
            return said;
        }
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return constants(type);
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number of " + (type == Integer.class || type == int.class ? "32" : "64") + " bits";
        }
        if (type == BigDecimal.class || type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-01-05";
        }
        return type == Instant.class ? "an instant with zone such as 2026-01-05T08:00:00Z" : "an object";
    }

    /** The strict readers say what they wanted; Jackson puts it behind the value. */
    private static @Nullable String saidByReader(String message) {
        return Arrays.stream(new String[] {
                    "text without control characters or unpaired surrogates",
                    "a decimal of at most 18 digits, 6 of them after the point"
                })
                .filter(message::contains)
                .findFirst()
                .orElse(null);
    }

    private static String enumOf(ValueInstantiationException bad) {
        Class<?> type = bad.getType().getRawClass();
        return type.isEnum() ? constants(type) : "a value of another form";
    }

    static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    private String valueAt(byte[] body, JacksonException problem) {
        JsonNode node;
        try {
            node = reader.readTree(body);
        } catch (JacksonException brokenFurtherOn) {
            return place(problem);
        }
        for (JacksonException.Reference step : problem.getPath()) {
            JsonNode next =
                    step.getPropertyName() == null ? node.get(step.getIndex()) : node.get(step.getPropertyName());
            if (next == null) {
                return place(problem);
            }
            node = next;
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    private static String place(JacksonException problem) {
        return problem.getLocation() == null || problem.getLocation().getLineNr() < 1
                ? "unreadable text"
                : String.format(
                        Locale.ROOT,
                        "line %d, column %d",
                        problem.getLocation().getLineNr(),
                        problem.getLocation().getColumnNr());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
