package org.duebook.policy;

/**
 * Something that both an analyst's draft and a version published meanwhile changed.
 *
 * @param file path inside the rules folder
 * @param row its id; empty where the whole file is meant
 * @param column heading; empty where the whole row is meant; of the file {@code order of the rows} where that is meant
 * @param before what both began with, {@code mine} what the draft says, {@code theirs} what runs; a row is told in words
 */
public record DraftConflict(String file, String row, String column, String before, String mine, String theirs) {

    /** Names the place. */
    public String place() {
        return file + "!" + row + "." + column;
    }

    /** Whose word counts. */
    public enum Side {
        MINE,
        THEIRS
    }
}
