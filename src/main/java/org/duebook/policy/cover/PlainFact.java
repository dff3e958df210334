package org.duebook.policy.cover;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import org.duebook.policy.table.FactField;
import org.duebook.policy.table.FactTypes;
import org.jspecify.annotations.Nullable;

/** A fact that says nothing but what it is given: the rest is missing, no, the least, the first choice. */
final class PlainFact {

    /** A day in the middle of a month, on which a row without dates holds. */
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private PlainFact() {}

    static Record of(String type, Map<FactField, @Nullable Object> values) {
        Class<? extends Record> record = FactTypes.classOf(type);
        RecordComponent[] components = record.getRecordComponents();
        @Nullable Object[] given = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            FactField field =
                    FactTypes.find(type + "." + components[i].getName()).orElseThrow();
            given[i] = values.containsKey(field) ? values.get(field) : plain(field);
        }
        try {
            Constructor<? extends Record> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(given);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("fact " + type + " cannot be made from " + values, e);
        }
    }

    static @Nullable Object plain(FactField field) {
        Class<?> type = field.javaType();
        if (field.isNullable()) {
            return null;
        } else if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return field.least().orElse(BigDecimal.ZERO).intValue();
        } else if (type == BigDecimal.class) {
            return BigDecimal.ZERO;
        } else if (type == Duration.class) {
            return Duration.ZERO;
        } else if (type == LocalTime.class) {
            return LocalTime.MIDNIGHT;
        } else if (type == LocalDate.class) {
            return DAY;
        }
        return field.choices().isEmpty() ? "" : field.choices().getFirst();
    }
}
