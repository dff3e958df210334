package org.duebook.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duebook.documents.Sheet;
import org.duebook.shared.Fault;
import org.duebook.shared.Unit;
import org.jspecify.annotations.Nullable;

/** The cells of one row as values. A cell that cannot be read is a fault at its sheet, row and column. */
final class Cells {

    private static final Pattern MOMENT = Pattern.compile("([-\\d]+)[ T]([:.\\d]+)([-+]\\d\\d:\\d\\d|Z)?");

    private final String sheet;
    private final SheetFormat format;
    private final Sheet.Row row;
    private final Columns columns;
    private final int weeks;

    Cells(String sheet, SheetFormat format, Sheet.Row row, Columns columns, int weeks) {
        this.sheet = sheet;
        this.format = format;
        this.row = row;
        this.columns = columns;
        this.weeks = weeks;
    }

    /** Rows that cannot be taken, and why; at least one fault. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final transient List<Fault> faults;

        Refused(List<Fault> faults) {
            super(faults.getFirst().toString(), null, false, false);
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }

    /** Runs every part of a reading, so that all their faults are told before the whole is refused. */
    static void together(Runnable... parts) {
        Set<Fault> faults = new LinkedHashSet<>();
        for (Runnable part : parts) {
            try {
                part.run();
            } catch (Refused refused) {
                faults.addAll(refused.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(List.copyOf(faults));
        }
    }

    /** Reads every row of a group, so that each tells its own faults before the group is refused. */
    static <T> List<T> each(List<Cells> rows, Function<Cells, T> reading) {
        List<T> read = new ArrayList<>(rows.size());
        List<Fault> faults = new ArrayList<>();
        for (Cells row : rows) {
            try {
                read.add(reading.apply(row));
            } catch (Refused refused) {
                faults.addAll(row.withOthers(refused).faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return read;
    }

    int row() {
        return row.number();
    }

    /** Refused with every cell that does not hold what its column holds. */
    Cells sound() {
        List<Fault> faults = new ArrayList<>();
        for (SheetColumn column : format.columns()) {
            try {
                check(column);
            } catch (Refused refused) {
                faults.addAll(refused.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return this;
    }

    /** A refusal that also tells what is wrong with the other cells of the row. */
    Refused withOthers(Refused first) {
        Set<String> told = first.faults().stream().map(Fault::field).collect(Collectors.toSet());
        List<Fault> all = new ArrayList<>(first.faults());
        try {
            sound();
        } catch (Refused others) {
            others.faults().stream()
                    .filter(fault -> !told.contains(fault.field()))
                    .forEach(all::add);
        }
        return new Refused(all);
    }

    private void check(SheetColumn column) {
        String name = column.name();
        if (text(name).isEmpty()) {
            if (column.isRequired()) {
                required(name);
            }
            return;
        }
        switch (column.kind()) {
            case TEXT -> choice(column);
            case CODE -> code(name);
            case NUMBER -> number(name);
            case WHOLE -> whole(name, 0, 999_999_999);
            case DATE -> unshiftedDate(name);
            case TIME -> time(name);
            case MOMENT -> instant(name, ZoneOffset.UTC);
            case YES_NO -> yes(name);
            case UNIT -> as(name, Unit::new);
            case CURRENCY -> currency(name);
        }
    }

    private void choice(SheetColumn column) {
        String plain = text(column.name()).toLowerCase(Locale.ROOT).replaceAll("[ _-]+", "-");
        // A longer word for the same is taken too: semi is semi-finished.
        boolean known =
                column.choices().stream().anyMatch(choice -> plain.equals(choice) || plain.startsWith(choice + "-"));
        if (!known && !column.choices().isEmpty()) {
            throw refused(
                    column.name(),
                    text(column.name()),
                    "one of " + String.join(", ", column.choices()),
                    "choose one of them");
        }
    }

    /** As it stands, to find rows that belong together; blank when the column is missing or empty. */
    String key(String column) {
        Integer at = columns.at().get(column);
        return at == null ? "" : row.cells().get(at);
    }

    /** Blank when the column is missing or empty. */
    String text(String column) {
        String text = key(column);
        int most = SheetFormat.longest(column);
        if (text.length() > most) {
            throw refused(column, text.length() + " characters", "at most " + most, "shorten the text");
        }
        return text;
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

    /** A code or number of a record. */
    String code(String column) {
        String text = required(column);
        if (!SheetFormat.isCode(text)) {
            throw refused(
                    column,
                    text,
                    "1 to 40 upper-case letters, digits, dots, dashes, slashes or underscores",
                    "correct the cell");
        }
        return text;
    }

    String country(String column) {
        String text = required(column);
        if (!text.matches("[A-Z]{2}")) {
            throw refused(column, text, "a country of ISO 3166 such as DE", "write its two capital letters");
        }
        return text;
    }

    Currency currency(String column) {
        String text = required(column);
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException unknown) {
            throw refused(column, text, "a currency of ISO 4217 such as EUR", "write its three capital letters");
        }
    }

    BigDecimal number(String column) {
        String text = required(column);
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,18})?")) {
            throw refused(
                    column, text, "a number such as 12.5", "write it with a point and without thousands separators");
        }
        return new BigDecimal(text);
    }

    BigDecimal notNegative(String column, BigDecimal otherwise) {
        return text(column).isEmpty() ? otherwise : notNegative(column);
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
            return inReason(column, LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            throw refused(column, text, "a date such as 2026-01-05", "write year, month and day with dashes");
        }
    }

    /** A date and time on the wall clock of a zone; with its offset where the clock shows the hour twice. */
    Instant instant(String column, ZoneId zone) {
        String text = required(column);
        try {
            Matcher parts = MOMENT.matcher(text);
            if (!parts.matches()) {
                throw new DateTimeParseException("no date and time", text, 0);
            }
            LocalDate day = inReason(column, LocalDate.parse(parts.group(1)));
            ZoneOffset offset = parts.group(3) == null ? null : ZoneOffset.of(parts.group(3));
            LocalDateTime at = day.atTime(LocalTime.parse(parts.group(2)));
            return ZonedDateTime.ofLocal(at.plusWeeks(weeks), zone, offset).toInstant();
        } catch (DateTimeException wrong) {
            throw refused(column, text, "a time such as 2026-01-05 06:00", "write date and time of the plant's zone");
        }
    }

    private LocalDate inReason(String column, LocalDate day) {
        if (day.getYear() < 1970 || day.getYear() > 2999) {
            throw refused(column, day.toString(), "a day from 1970 to 2999", "check the year");
        }
        return day;
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
        return new Refused(List.of(fault(column, found, wanted, cure)));
    }

    Fault fault(String column, String found, String wanted, String cure) {
        return new Fault(sheet + "!" + row.number() + "." + column, found, wanted, cure);
    }
}
