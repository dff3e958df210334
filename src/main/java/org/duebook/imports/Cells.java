package org.duebook.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duebook.documents.Sheet;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/** The cells of one row as values. A cell that cannot be read is a fault at its sheet, row and column, and ends the row. */
final class Cells {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final String sheet;
    private final Sheet.Row row;
    private final Columns columns;
    private final int weeks;

    Cells(String sheet, Sheet.Row row, Columns columns, int weeks) {
        this.sheet = sheet;
        this.row = row;
        this.columns = columns;
        this.weeks = weeks;
    }

    /** A row that cannot be taken, and why. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Refused(Fault fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    int row() {
        return row.number();
    }

    /** Blank when the column is missing or empty. */
    String text(String column) {
        Integer at = columns.at().get(column);
        return at == null ? "" : row.cells().get(at);
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw refused(column, "nothing", "a value", "fill the cell");
        }
        return text;
    }

    /** A value made by a constructor that refuses nonsense in words. */
    <T> T as(String column, Function<String, T> type) {
        String text = required(column);
        try {
            return type.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw refused(column, text, String.valueOf(wrong.getMessage()), "correct the cell");
        }
    }

    BigDecimal number(String column) {
        String text = required(column);
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,9})?")) {
            throw refused(
                    column, text, "a number such as 12.5", "write it with a point and without thousands separators");
        }
        return new BigDecimal(text);
    }

    BigDecimal number(String column, BigDecimal otherwise) {
        return text(column).isEmpty() ? otherwise : number(column);
    }

    BigDecimal positive(String column) {
        BigDecimal number = number(column);
        if (number.signum() <= 0) {
            throw refused(column, number.toPlainString(), "more than 0", "correct the number");
        }
        return number;
    }

    BigDecimal notNegative(String column) {
        BigDecimal number = number(column);
        if (number.signum() < 0) {
            throw refused(column, number.toPlainString(), "0 or more", "correct the number");
        }
        return number;
    }

    int whole(String column, int least, int most) {
        String text = required(column);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw refused(column, text, "a whole number from " + least + " to " + most, "correct the number");
        }
        return Integer.parseInt(text);
    }

    int whole(String column, int least, int most, int otherwise) {
        return text(column).isEmpty() ? otherwise : whole(column, least, most);
    }

    /** A date, moved with the whole import. */
    LocalDate date(String column) {
        return unshiftedDate(column).plusWeeks(weeks);
    }

    @Nullable
    LocalDate dateOrNull(String column) {
        return text(column).isEmpty() ? null : date(column);
    }

    LocalDate unshiftedDate(String column) {
        String text = required(column);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw refused(column, text, "a date such as 2026-01-05", "write year, month and day with dashes");
        }
    }

    LocalDateTime dateTime(String column) {
        String text = required(column);
        try {
            return LocalDateTime.parse(text.replace('T', ' '), MINUTES).plusWeeks(weeks);
        } catch (DateTimeParseException wrong) {
            throw refused(column, text, "a time such as 2026-01-05 06:00", "write date and time of the plant's zone");
        }
    }

    LocalTime time(String column) {
        String text = required(column);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException wrong) {
            throw refused(column, text, "a time of day such as 06:00", "write hours and minutes");
        }
    }

    boolean yes(String column) {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no", "" -> false;
            default -> throw refused(column, text(column), "yes or no", "write yes or no");
        };
    }

    /** One of an enum's constants, written in lower case with dashes. */
    <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        String text = required(column);
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        List<E> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(each -> each.name().equals(plain))
                .findFirst()
                .orElseThrow(() -> refused(
                        column,
                        text,
                        "one of "
                                + all.stream()
                                        .map(each -> each.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))
                                        .collect(Collectors.joining(", ")),
                        "choose one of them"));
    }

    /** What another sheet or the database must know; refused when it does not. */
    <T> T known(String column, Optional<T> found, String what) {
        return found.orElseThrow(() ->
                refused(column, text(column), what + " that exists", "correct it, or add it to its own sheet first"));
    }

    Refused refused(String column, String found, String wanted, String cure) {
        return new Refused(new Fault(sheet + "!" + row.number() + "." + column, found, wanted, cure));
    }
}
