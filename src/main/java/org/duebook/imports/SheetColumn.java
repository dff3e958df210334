package org.duebook.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A column of a sheet: what reading wants of it, what an export writes into it, what the template says about it.
 *
 * @param need whether a row must fill it
 * @param kind what stands in its cells
 * @param meaning for the reader; empty when the name says it all
 * @param choices the only values there are, in their usual order; empty when there are others
 * @param from the column whose values it repeats, as {@code sheet.column}; empty when it stands for itself
 */
record SheetColumn(
        String name, Need need, Kind kind, String meaning, String example, List<String> choices, String from) {

    enum Need {
        /** Required, and each once in its sheet, together with the other keys. */
        KEY,
        REQUIRED,
        OPTIONAL
    }

    enum Kind {
        TEXT,
        CODE,
        NUMBER,
        WHOLE,
        DATE,
        TIME,
        MOMENT,
        YES_NO,
        UNIT,
        CURRENCY
    }

    static SheetColumn key(String name, Kind kind, String meaning, String example) {
        return new SheetColumn(name, Need.KEY, kind, meaning, example, List.of(), "");
    }

    static SheetColumn must(String name, Kind kind, String meaning, String example) {
        return new SheetColumn(name, Need.REQUIRED, kind, meaning, example, List.of(), "");
    }

    static SheetColumn may(String name, Kind kind, String meaning, String example) {
        return new SheetColumn(name, Need.OPTIONAL, kind, meaning, example, List.of(), "");
    }

    SheetColumn from(String column) {
        return new SheetColumn(name, need, kind, meaning, example, choices, column);
    }

    SheetColumn oneOf(String... values) {
        return new SheetColumn(name, need, kind, meaning, example, List.of(values), from);
    }

    SheetColumn oneOf(Class<? extends Enum<?>> type) {
        return oneOf(
                Arrays.stream(type.getEnumConstants()).map(SheetColumn::written).toArray(String[]::new));
    }

    boolean isRequired() {
        return need != Need.OPTIONAL;
    }

    /** A constant as the sheets write it: lower case with dashes. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
