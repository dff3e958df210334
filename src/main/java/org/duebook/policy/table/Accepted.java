package org.duebook.policy.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a fact that a condition lets through. What the rule language compares is written from it, so that reading a
 * table for its gaps, or asking why a row did not apply, cannot mean anything else than what decides.
 */
public sealed interface Accepted {

    /** Whether a fact of that value passes; a missing one passes {@link Missing} only. */
    boolean lets(@Nullable Object value);

    /** The same in the rule language; every literal is written from a parsed value. */
    List<String> constraints(FactField fact);

    /** The fact is missing. */
    record Missing() implements Accepted {

        @Override
        public boolean lets(@Nullable Object value) {
            return value == null;
        }

        @Override
        public List<String> constraints(FactField fact) {
            return List.of(fact.name() + " == null");
        }
    }

    /** The fact is there. */
    record Given() implements Accepted {

        @Override
        public boolean lets(@Nullable Object value) {
            return value != null;
        }

        @Override
        public List<String> constraints(FactField fact) {
            return List.of(fact.name() + " != null");
        }
    }

    /** One of these names, or any but these. */
    record Names(List<String> names, boolean anyBut) implements Accepted {

        public Names {
            names = List.copyOf(names);
        }

        @Override
        public boolean lets(@Nullable Object value) {
            return value instanceof String name && names.contains(name) != anyBut;
        }

        @Override
        public List<String> constraints(FactField fact) {
            String quoted = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
            return given(fact, fact.name() + (anyBut ? " not in (" : " in (") + quoted + ")");
        }
    }

    /** Yes or no. */
    record Flag(boolean yes) implements Accepted {

        @Override
        public boolean lets(@Nullable Object value) {
            return value instanceof Boolean is && is == yes;
        }

        @Override
        public List<String> constraints(FactField fact) {
            return given(fact, fact.name() + " == " + yes);
        }
    }

    /** Any of these spans of numbers, as {@link #number} counts them. */
    record Numbers(List<Span> spans) implements Accepted {

        public Numbers {
            spans = List.copyOf(spans);
        }

        @Override
        public boolean lets(@Nullable Object value) {
            return value != null && spans.stream().anyMatch(span -> span.holds(number(value)));
        }

        @Override
        public List<String> constraints(FactField fact) {
            String left = fact.name() + counted(fact.javaType());
            String kind = fact.javaType() == BigDecimal.class ? "B" : "";
            List<List<String>> each =
                    spans.stream().map(span -> span.constraints(left, kind)).toList();
            return each.size() == 1
                    ? given(fact, each.getFirst().toArray(String[]::new))
                    : given(
                            fact,
                            each.stream().map(all -> String.join(" && ", all)).collect(Collectors.joining(" || ")));
        }

        private static String counted(Class<?> type) {
            if (type == LocalDate.class) {
                return ".toEpochDay()";
            } else if (type == Duration.class) {
                return ".toSeconds()";
            }
            return type == LocalTime.class ? ".toSecondOfDay()" : "";
        }
    }

    /**
     * Numbers from one bound to another.
     *
     * @param from null when there is no lower bound, {@code to} no upper one
     * @param withFrom whether the bound itself belongs to it
     */
    record Span(
            @Nullable BigDecimal from,
            boolean withFrom,
            @Nullable BigDecimal to,
            boolean withTo) {

        static Span exactly(BigDecimal value) {
            return new Span(value, true, value, true);
        }

        boolean holds(BigDecimal number) {
            return (from == null || number.compareTo(from) >= (withFrom ? 0 : 1))
                    && (to == null || number.compareTo(to) <= (withTo ? 0 : -1));
        }

        private List<String> constraints(String left, String kind) {
            if (from != null && to != null && from.compareTo(to) == 0) {
                return List.of(left + " == " + from.toPlainString() + kind);
            }
            return Stream.of(
                            from == null ? "" : left + (withFrom ? " >= " : " > ") + from.toPlainString() + kind,
                            to == null ? "" : left + (withTo ? " <= " : " < ") + to.toPlainString() + kind)
                    .filter(constraint -> !constraint.isEmpty())
                    .toList();
        }
    }

    /** A value as conditions count it: dates in days since 1970, durations in seconds, times in seconds of the day. */
    static BigDecimal number(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Integer whole -> BigDecimal.valueOf(whole);
            case LocalDate date -> BigDecimal.valueOf(date.toEpochDay());
            case Duration time -> BigDecimal.valueOf(time.toSeconds());
            case LocalTime time -> BigDecimal.valueOf(time.toSecondOfDay());
            default -> throw new IllegalArgumentException("no number: " + value);
        };
    }

    private static List<String> given(FactField fact, String... constraints) {
        return Stream.concat(
                        fact.isNullable() ? Stream.of(fact.name() + " != null") : Stream.of(), Stream.of(constraints))
                .toList();
    }
}
