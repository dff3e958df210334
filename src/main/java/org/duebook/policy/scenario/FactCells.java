package org.duebook.policy.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.duebook.policy.table.Near;
import org.duebook.policy.table.Values;
import org.jspecify.annotations.Nullable;

/** Makes a fact from the cells of a scenario. What no cell gives is neutral: nothing, no, zero. */
final class FactCells {

    private FactCells() {}

    /** What would fit a cell of this fact, or empty when it does. */
    static Optional<String> wrong(FactField field, String cell) {
        Class<?> type = field.javaType();
        if (cell.isEmpty() || cell.equals("-")) {
            return cell.equals("-") && field.equals(FactTypes.validBy(field.type()))
                    ? Optional.of("a date such as 2026-01-31")
                    : Optional.empty();
        }
        if (type == String.class
                && !field.choices().isEmpty()
                && !field.choices().contains(cell)) {
            return Optional.of(Near.wanted(cell, field.choices()));
        }
        return value(type, cell).isPresent() ? Optional.empty() : Optional.of(wanted(type));
    }

    /** What may stand in a cell of this fact. */
    static String form(FactField field) {
        Class<?> type = field.javaType();
        return !field.choices().isEmpty()
                ? "one of " + String.join(", ", field.choices())
                : type == String.class ? "a text" : wanted(type);
    }

    /** Makes the record of that type; cells by the name of the fact. */
    static Record make(String type, Map<String, String> cells) {
        Class<? extends Record> record = FactTypes.classOf(type);
        RecordComponent[] components = record.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String cell = cells.getOrDefault(components[i].getName(), "");
            Class<?> wanted = components[i].getType();
            values[i] = cell.isEmpty() || cell.equals("-")
                    ? neutral(components[i])
                    : value(wanted, cell).orElseThrow();
        }
        try {
            Constructor<? extends Record> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("fact " + type + " cannot be made from " + cells, e);
        }
    }

    private static @Nullable Object neutral(RecordComponent component) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        } else if (type == BigDecimal.class) {
            return BigDecimal.ZERO;
        } else if (type == Duration.class) {
            return Duration.ZERO;
        } else if (type == LocalTime.class) {
            return LocalTime.MIDNIGHT;
        }
        return type == LocalDate.class ? LocalDate.EPOCH : "";
    }

    private static Optional<Object> value(Class<?> type, String cell) {
        if (type == boolean.class) {
            return Values.yesNo(cell).map(Object.class::cast);
        } else if (type == int.class || type == Integer.class) {
            return Values.days(cell).map(Object.class::cast);
        } else if (type == LocalDate.class) {
            return Values.date(cell).map(Object.class::cast);
        } else if (type == Duration.class) {
            return Values.duration(cell).map(Object.class::cast);
        } else if (type == LocalTime.class) {
            return Values.time(cell).map(Object.class::cast);
        } else if (type == BigDecimal.class) {
            return Values.percent(cell)
                    .or(() -> Values.number(cell.replaceFirst(" [A-Z]{3}$", "")))
                    .map(Object.class::cast);
        }
        return Optional.of(cell);
    }

    private static String wanted(Class<?> type) {
        if (type == boolean.class) {
            return "yes or no";
        } else if (type == int.class || type == Integer.class) {
            return "a whole number";
        } else if (type == Duration.class) {
            return "a duration such as 30 min, 24 h or 2 d";
        } else if (type == LocalTime.class) {
            return "a time of day such as 15:00";
        }
        return type == LocalDate.class
                ? "a date such as 2026-01-31"
                : "a number, with a point and no thousands separator";
    }
}
