package org.duebook.documents;

import java.util.List;
import org.duebook.shared.Language;

/**
 * A form to be printed, as PDF or Word: a title, what it is about, then its parts, then fields to sign. Every page carries the
 * title, the note and its number.
 *
 * @param note what stands at the foot of every page beside the page number, such as the plant and the moment of issue
 * @param facts what the form is about, below the title
 * @param signatures captions of the fields to sign at the end; none for a form nobody signs
 */
public record Form(
        String title,
        String note,
        List<Fact> facts,
        List<Part> parts,
        List<String> signatures,
        Paper paper,
        Language language) {

    public Form {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
    }

    /** A caption and what stands behind it. */
    public record Fact(String caption, String text) {}

    /** What a form is made of, in the order of reading. */
    public sealed interface Part {

        /** A heading; one that begins a page stands at the top of it. */
        record Heading(String text, boolean beginsPage) implements Part {}

        /** A paragraph; a line feed begins a new line. */
        record Text(String text) implements Part {}

        /** Captions and texts in columns. */
        record Facts(List<Fact> facts) implements Part {

            public Facts {
                facts = List.copyOf(facts);
            }
        }

        /**
         * A table whose header is repeated on every page it runs over. Widths of the columns are shares of the page.
         *
         * @param whenEmpty what is printed in place of rows when there are none
         */
        record Grid(List<Table.Column> columns, List<Table.Row> rows, String whenEmpty) implements Part {

            public Grid {
                columns = List.copyOf(columns);
                rows = List.copyOf(rows);
                for (Table.Row row : rows) {
                    if (row.values().size() != columns.size()) {
                        throw new IllegalArgumentException(
                                "grid has a row of " + row.values().size() + " values, wanted " + columns.size());
                    }
                }
            }

            /** Whether a column is of numbers, as its first value tells. */
            boolean isNumeric(int column) {
                return rows.stream()
                        .map(row -> row.values().get(column))
                        .filter(value -> !(value instanceof Table.Value.Nothing))
                        .findFirst()
                        .map(Table.Value::isNumeric)
                        .orElse(false);
            }
        }
    }

    /** The paper a form is laid out for, in millimetres. */
    public enum Paper {
        A4(210, 297),
        A4_LANDSCAPE(297, 210),
        A3_LANDSCAPE(420, 297);

        private final int width;
        private final int height;

        Paper(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        boolean isLandscape() {
            return width > height;
        }
    }
}
