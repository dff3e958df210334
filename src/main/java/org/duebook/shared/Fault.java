package org.duebook.shared;

/**
 * One thing wrong with an input, in the user's words.
 *
 * @param field where: a path into the JSON such as {@code lines[0].quantity}, or {@code sheet!row.column} for a file
 * @param found the value found there, shortened for display
 * @param wanted what would have been right
 * @param cure what to do about it
 */
public record Fault(String field, String found, String wanted, String cure) {

    private static final int SHOWN = 120;

    public Fault {
        found = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
    }

    @Override
    public String toString() {
        return field + ": found '" + found + "', wanted " + wanted + "; " + cure;
    }
}
