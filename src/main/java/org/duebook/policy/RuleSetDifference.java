package org.duebook.policy;

import java.util.List;

/**
 * What differs between two versions of the rules.
 *
 * @param from version (content hash) before, {@code to} after; of a draft the one it would have
 * @param files those that differ, by path
 */
public record RuleSetDifference(String from, String to, List<OfFile> files) {

    public RuleSetDifference {
        files = List.copyOf(files);
    }

    /** What became of a file or row. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        /** Rows only: it says the same at another place, where the first row that applies has the say. */
        MOVED
    }

    /** A file that differs. */
    public sealed interface OfFile {

        /** Path inside the rules folder. */
        String path();

        Change change();
    }

    /** A table, read as its rows; where only comments, empty rows or quotes differ there are none. */
    public record OfTable(String path, Change change, List<OfRow> rows) implements OfFile {

        public OfTable {
            rows = List.copyOf(rows);
        }
    }

    /** Any other file, by lines; none where it is no text. */
    public record OfText(String path, Change change, List<OfLine> lines) implements OfFile {

        public OfText {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row that differs.
     *
     * @param key its id, or its first cell where the table has no ids
     * @param before line of the file before, from 1; 0 where it is added
     * @param after line of the file after, from 1; 0 where it is removed
     * @param cells those that differ; of a row added or removed all that say something
     */
    public record OfRow(Change change, String key, int before, int after, List<OfCell> cells) {

        public OfRow {
            cells = List.copyOf(cells);
        }
    }

    /** A cell that differs; empty text where the column or row was not there. */
    public record OfCell(String column, String before, String after) {}

    /**
     * A line added or removed.
     *
     * @param line of the file before where it is removed, of the file after where it is added, from 1
     */
    public record OfLine(Change change, int line, String text) {}
}
