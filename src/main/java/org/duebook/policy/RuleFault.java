package org.duebook.policy;

import org.duebook.shared.Fault;

/**
 * Something wrong with a rule file, at its place.
 *
 * @param file path inside the rules folder
 * @param row line of the file, counted from 1; 0 when the whole file is meant
 * @param column heading of the column, or the position in the line for a file without columns; empty when the whole row is meant
 * @param found the value found there
 * @param wanted what would have been right, with "did you mean" where a near name exists
 * @param cure what to do about it
 */
public record RuleFault(String file, int row, String column, String found, String wanted, String cure) {

    /** The same as a fault whose field is {@code file!row.column}. */
    public Fault asFault() {
        String place = file + (row == 0 ? "" : "!" + row) + (column.isEmpty() ? "" : "." + column);
        return new Fault(place, found, wanted, cure);
    }

    @Override
    public String toString() {
        return asFault().toString();
    }
}
