package org.duebook.policy;

import java.util.List;
import java.util.Optional;

/**
 * A table of the rules as people see and edit it.
 *
 * @param file path inside the rules folder
 * @param title what people call it, {@code text} what it is for, empty where nobody wrote it
 * @param columns the first one holds the ids
 * @param faults of the file as a whole; those of rows and cells stand there
 * @param notes gaps no row has a part in
 */
public record RuleSheet(
        String file,
        String title,
        String text,
        Kind kind,
        List<Column> columns,
        List<Row> rows,
        List<RuleFault> faults,
        List<String> notes) {

    /** What a row is. */
    public enum Kind {
        /** A rule. */
        RULES,
        /** A value the rules and the product use. */
        VALUES,
        /** Facts given and a verdict expected. */
        SCENARIOS
    }

    /** What a column does. */
    public enum Part {
        ID,
        /** A condition, or a fact that a scenario gives. */
        GIVEN,
        /** What a row says, or a scenario expects. */
        SAID,
        /** Days and notes. */
        BESIDE
    }

    /**
     * What may stand in a cell.
     *
     * @param words the accepted forms
     * @param choices values to pick from; empty where any value of that form may stand
     */
    public record Form(String words, List<String> choices) {

        public Form {
            choices = List.copyOf(choices);
        }
    }

    public record Column(String heading, Part part, Form form) {}

    /** What the draft did to a row. */
    public enum Change {
        NONE,
        ADDED,
        CHANGED
    }

    /**
     * @param at its place among the rows of the file, from 1
     * @param line of the file at which it begins, counted from 1
     * @param key changes whenever anything in the row does, so that nobody writes over what another tab wrote
     * @param remark whether it says nothing to the rules
     * @param form what its value may be, where that differs from the column's
     * @param faults of the row as a whole
     * @param notes gaps and overlaps it has a part in
     */
    public record Row(
            int at,
            int line,
            String key,
            boolean remark,
            Change change,
            List<Cell> cells,
            Optional<Form> form,
            List<RuleFault> faults,
            List<String> notes) {

        public Row {
            cells = List.copyOf(cells);
            faults = List.copyOf(faults);
            notes = List.copyOf(notes);
        }

        public String id() {
            return cells.isEmpty() ? "" : cells.getFirst().text();
        }

        /** Whether anything is wrong in it. */
        public boolean faulty() {
            return !faults.isEmpty()
                    || cells.stream().anyMatch(cell -> !cell.faults().isEmpty());
        }
    }

    /** A cell; {@code before} is what the running rules have there, where the draft has something else. */
    public record Cell(String text, Optional<String> before, List<RuleFault> faults) {

        public Cell {
            faults = List.copyOf(faults);
        }
    }

    public RuleSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /** How many faults it has, wherever they stand. */
    public int faultCount() {
        return faults.size()
                + rows.stream()
                        .mapToInt(row -> row.faults().size()
                                + row.cells().stream()
                                        .mapToInt(cell -> cell.faults().size())
                                        .sum())
                        .sum();
    }
}
