package org.duebook.documents;

import java.util.List;

/**
 * A sheet as it was read: its heading and the rows below it, every cell as text.
 *
 * @param name the file's name without its ending, or the worksheet's
 * @param headerRow the heading's row number in the file, 1 unless blank rows stand above it
 * @param header names of the columns as written
 */
public record Sheet(String name, int headerRow, List<String> header, List<Row> rows) {

    public Sheet {
        header = List.copyOf(header);
        // Packed rows are unmodifiable by now; copying them would read them all into memory.
        rows = rows instanceof PackedRows ? rows : List.copyOf(rows);
    }

    /**
     * @param number the row's number in the file; of a text that runs over lines, the first
     * @param cells texts, blanks trimmed off; as many as the heading has columns
     */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
