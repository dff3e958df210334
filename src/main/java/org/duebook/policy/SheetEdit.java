package org.duebook.policy;

import java.util.Map;

/** Something an analyst does to a row of a table; the row is named by its place and the key it had when it was seen. */
public sealed interface SheetEdit {

    int at();

    String key();

    /** Writes cells anew, by column from 0. */
    record Cells(int at, String key, Map<Integer, String> cells) implements SheetEdit {

        public Cells {
            cells = Map.copyOf(cells);
        }
    }

    /** A new row below, with nothing in it but what every row needs; at 0 below the heading, whose key is not asked for. */
    record Add(int at, String key) implements SheetEdit {}

    /** The same row once more below, with an id of its own. */
    record Copy(int at, String key) implements SheetEdit {}

    record Delete(int at, String key) implements SheetEdit {}

    /** Exchanges it with the row above or below. */
    record Move(int at, String key, boolean down) implements SheetEdit {}
}
