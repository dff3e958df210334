package org.duebook.web.pages;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed into a form and collects what is wrong with it, field by field. */
final class Entry {

    private static final int LONGEST_NUMBER = 18;

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void refuse(String field, String found, String wanted, String cure) {
        faults.add(new Fault(field, found, wanted, cure));
    }

    /** A text that must be there and that the reader takes; it refuses with an {@link IllegalArgumentException}. */
    <T> Optional<T> required(String field, @Nullable String typed, String wanted, Function<String, T> reader) {
        Optional<T> read = optional(field, typed, wanted, reader);
        if (read.isEmpty() && blank(typed)) {
            refuse(field, "", wanted, "fill it in");
        }
        return read;
    }

    <T> Optional<T> optional(String field, @Nullable String typed, String wanted, Function<String, T> reader) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(typed.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            refuse(field, typed, wanted, "correct it");
            return Optional.empty();
        }
    }

    /** A number with a point as decimal mark; NumberFormatException when it is none. */
    static BigDecimal number(String typed) {
        if (typed.length() > LONGEST_NUMBER || !typed.matches("\\d+(\\.\\d+)?")) {
            throw new NumberFormatException(typed);
        }
        return new BigDecimal(typed);
    }

    static BigDecimal positive(String typed) {
        BigDecimal number = number(typed);
        if (number.signum() <= 0) {
            throw new NumberFormatException(typed);
        }
        return number;
    }

    /** A day people plan in: from 1970 to 2999. */
    static LocalDate day(String typed) {
        LocalDate day = LocalDate.parse(typed);
        if (day.getYear() < 1970 || day.getYear() > 2999) {
            throw new DateTimeException("year " + day.getYear());
        }
        return day;
    }

    private static boolean blank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
