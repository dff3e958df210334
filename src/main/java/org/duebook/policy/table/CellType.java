package org.duebook.policy.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may stand in a column. */
public enum CellType {
    NUMBER("number"),
    PERCENT("percent"),
    MONEY("money"),
    DAYS("days"),
    YES_NO("yes/no"),
    CHOICE("choice"),
    CODE("code"),
    DATE("date"),
    OUTCOME("outcome"),
    FACT("fact"),
    TEXT("text"),
    DURATION("duration"),
    TIME("time"),
    /** One role. */
    ROLE("role"),
    /** Approvers, one after the other. */
    ROLES("roles"),
    /** Any roles, one after the other. */
    PATH("path"),
    /** What per cent are of. */
    BASE("base");

    private static final List<CellType> COMPARED =
            List.of(NUMBER, PERCENT, MONEY, DAYS, YES_NO, CHOICE, CODE, ROLE, DATE, DURATION, TIME);

    private final String label;

    CellType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<CellType> of(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(CellType::label).toList();
    }

    /** Whether a condition on this fact may have a column of this type. */
    public boolean compares(FactField fact) {
        Class<?> type = fact.javaType();
        return switch (this) {
            case NUMBER -> type == BigDecimal.class || isInt(type);
            case PERCENT, MONEY -> type == BigDecimal.class;
            case DAYS -> isInt(type);
            case YES_NO -> type == boolean.class;
            case CHOICE -> type == String.class && !fact.choices().isEmpty();
            case CODE, ROLE -> type == String.class && fact.choices().isEmpty();
            case DATE -> type == LocalDate.class;
            case DURATION -> type == Duration.class;
            case TIME -> type == LocalTime.class;
            case OUTCOME, FACT, TEXT, ROLES, PATH, BASE -> false;
        };
    }

    /** The types that a fact can be compared as. */
    public static List<String> comparing(FactField fact) {
        return COMPARED.stream()
                .filter(type -> type.compares(fact))
                .map(CellType::label)
                .toList();
    }

    private static boolean isInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }
}
