package org.duebook.policy;

import java.util.List;

/**
 * Result of checking rule files without publishing them.
 *
 * @param version content hash the files would run under
 * @param faults what is wrong, by file and row; empty when the files compile
 * @param failures scenarios that came out otherwise than expected; never run while there are faults
 * @param notes what decision tables leave out or say twice: nothing is refused for it, and nothing is looked for while there
 *     are faults
 */
public record CheckReport(String version, List<RuleFault> faults, List<ScenarioFailure> failures, List<Note> notes) {

    /**
     * Something an analyst should look at.
     *
     * @param file the table, as a path inside the rules folder
     * @param rows the rows it is about, the one that has the say first; empty where a whole table is meant
     * @param column heading it is about; empty when the whole row or table is meant
     * @param text what it is, in the words of the table
     * @param example facts for which it shows, by column; empty for a row that never has a say
     */
    public record Note(Kind kind, String file, List<RowAt> rows, String column, String text, List<FactUsed> example) {

        public Note {
            rows = List.copyOf(rows);
            example = List.copyOf(example);
        }

        @Override
        public String toString() {
            return file + (rows.isEmpty() ? "" : "!" + rows.getFirst().row()) + " " + text;
        }
    }

    /** What a note tells. */
    public enum Kind {
        /** No row applies to some facts. */
        GAP,
        /** Two rows apply to the same facts, and what they say differs or is said twice. */
        OVERLAP,
        /** A row never has a say. */
        HIDDEN,
        /** A stage has too much to look at all of it. */
        UNFINISHED
    }

    /**
     * A row of a table.
     *
     * @param rule its id
     * @param row line of the file, counted from 1
     */
    public record RowAt(String rule, String file, int row) {}

    /**
     * A scenario test that failed.
     *
     * @param file path inside the rules folder
     * @param row line of the file, counted from 1
     * @param scenario the scenario's id
     * @param column the expectation that does not hold
     */
    public record ScenarioFailure(String file, int row, String scenario, String column, String expected, String got) {

        @Override
        public String toString() {
            return file + "!" + row + " " + scenario + ": expected " + column + " '" + expected + "', got '" + got
                    + "'";
        }
    }

    public CheckReport {
        faults = List.copyOf(faults);
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    public boolean passed() {
        return faults.isEmpty() && failures.isEmpty();
    }
}
