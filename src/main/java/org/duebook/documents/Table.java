package org.duebook.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duebook.shared.Language;

/**
 * A table to be written as a document.
 *
 * @param sheet name of the sheet, 1 to 31 characters, none of {@code : \ / ? * [ ]}
 * @param title the first line of the document
 * @param subtitles lines below it: whose it is, of which day, what was filtered
 * @param columns at least one, headings unique
 * @param rows each with one value per column
 */
public record Table(String sheet, String title, List<String> subtitles, List<Column> columns, List<Row> rows) {

    public Table {
        subtitles = List.copyOf(subtitles);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table '" + sheet + "' has no column, wanted at least one");
        }
        if (columns.stream().map(Column::heading).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("table '" + sheet + "' has a heading twice, wanted each once");
        }
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("table '" + sheet + "' has a row of "
                        + row.values().size() + " values, wanted " + columns.size());
            }
        }
    }

    /**
     * A column.
     *
     * @param key what a program knows the column by, whatever the heading's language; empty when no program reads it
     * @param width in characters, longer texts wrap
     * @param hidden there for the program that reads the document again, not for people
     */
    public record Column(String key, String heading, int width, boolean hidden) {

        public Column {
            if (heading.isBlank() || width < 1 || width > 255) {
                throw new IllegalArgumentException(
                        "column '" + heading + "' is " + width + " wide, wanted a heading and 1 to 255 characters");
            }
        }

        public Column(String heading, int width) {
            this("", heading, width, false);
        }
    }

    /** A row; a tone other than {@link Tone#PLAIN} shades it. */
    public record Row(List<Value> values, Tone tone) {

        public Row {
            values = List.copyOf(values);
        }
    }

    /** How much a row wants to be seen. */
    public enum Tone {
        PLAIN,
        MUTED,
        ALERT
    }

    /** What stands in a cell. */
    public sealed interface Value {

        Value NOTHING = new Nothing();

        /** A text, written as it is: never read as a formula. */
        record Text(String text) implements Value {}

        /** A text with details below it, in smaller letters where that can be. */
        record Stack(String text, String details) implements Value {}

        /** A number with its own decimals. */
        record Number(BigDecimal number) implements Value {}

        /** A number with what it counts. */
        record Measure(BigDecimal number, String unit) implements Value {}

        record Day(LocalDate day) implements Value {}

        /** A day and a time of day, to the minute. */
        record Moment(LocalDateTime moment) implements Value {}

        record Nothing() implements Value {}

        /** How it reads in a language. */
        default String in(Language language) {
            return switch (this) {
                case Text text -> text.text();
                case Stack stack ->
                    stack.text() + (stack.text().isEmpty() || stack.details().isEmpty() ? "" : "\n") + stack.details();
                case Number number -> language.number(number.number());
                case Measure measure -> language.number(measure.number()) + " " + measure.unit();
                case Day day -> language.day(day.day());
                case Moment moment -> language.moment(moment.moment());
                case Nothing nothing -> "";
            };
        }

        /** Whether it stands at the right edge of its column. */
        default boolean isNumeric() {
            return this instanceof Number || this instanceof Measure;
        }
    }
}
