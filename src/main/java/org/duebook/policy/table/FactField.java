package org.duebook.policy.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.duebook.policy.fact.AtLeast;
import org.jspecify.annotations.Nullable;

/**
 * One fact a rule may compare.
 *
 * @param type the fact record's short name: {@code order}, {@code line}, {@code penalty} and so on
 * @param name name of the fact in that record
 * @param accessor reads it
 * @param choices the names it may take, empty when any
 * @param derived follows from other facts, so a scenario cannot set it
 */
public record FactField(String type, String name, Method accessor, List<String> choices, boolean derived) {

    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3_600;

    /** As templates and scenarios write it: {@code order.amount}. */
    public String path() {
        return type + "." + name;
    }

    /** Whether it may be missing. */
    public boolean isNullable() {
        return accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    /** What it is never below, if that is known; as {@link Accepted#number} counts. */
    public Optional<BigDecimal> least() {
        return Optional.ofNullable(accessor.getAnnotation(AtLeast.class))
                .map(bound -> BigDecimal.valueOf(bound.value()));
    }

    public Class<?> javaType() {
        return accessor.getReturnType();
    }

    public @Nullable Object read(Object fact) {
        try {
            return accessor.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("fact " + path() + " cannot be read from " + fact, e);
        }
    }

    /** A value as people read it. */
    public static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Boolean yes -> yes ? "yes" : "no";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Duration time -> show(time);
            default -> value.toString();
        };
    }

    /** {@code 24 h}, {@code 90 min} or, to the second, {@code 61 s}. */
    private static String show(Duration time) {
        long seconds = time.toSeconds();
        return seconds % SECONDS_OF_HOUR == 0
                ? time.toHours() + " h"
                : seconds % SECONDS_OF_MINUTE == 0 ? time.toMinutes() + " min" : seconds + " s";
    }
}
