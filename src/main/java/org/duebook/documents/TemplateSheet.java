package org.duebook.documents;

import java.util.List;

/**
 * A sheet for somebody to fill.
 *
 * @param name of the worksheet
 */
public record TemplateSheet(String name, List<Column> columns) {

    public TemplateSheet {
        columns = List.copyOf(columns);
    }

    /**
     * @param comment shown at the heading
     * @param choices offered in each cell; empty for none
     * @param onlyThese whether nothing but the choices may be filled in
     * @param from the column whose values are offered, as {@code sheet.heading}; empty for none
     */
    public record Column(
            String heading,
            String comment,
            boolean required,
            Kind kind,
            List<String> choices,
            boolean onlyThese,
            String from) {

        public Column {
            choices = List.copyOf(choices);
        }
    }

    /** What a cell holds, which decides its format and what the spreadsheet program lets in. */
    public enum Kind {
        TEXT("@"),
        NUMBER("General"),
        DAY("yyyy-mm-dd"),
        TIME("hh:mm"),
        MOMENT("yyyy-mm-dd hh:mm");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }
}
