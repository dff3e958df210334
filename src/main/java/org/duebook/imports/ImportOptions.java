package org.duebook.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How to import.
 *
 * @param shiftTo moves every date by whole weeks so that the reference Monday becomes the Monday of this day's week
 * @param preview find every fault and count, keep nothing
 */
public record ImportOptions(Mode mode, @Nullable LocalDate shiftTo, boolean preview) {

    public enum Mode {
        /** One fault and nothing is kept. */
        ALL_OR_NOTHING,
        /** Good rows are kept, bad ones reported. */
        ROW_BY_ROW
    }

    public static ImportOptions allOrNothing() {
        return new ImportOptions(Mode.ALL_OR_NOTHING, null, false);
    }

    public static ImportOptions rowByRow() {
        return new ImportOptions(Mode.ROW_BY_ROW, null, false);
    }

    public ImportOptions shiftedTo(@Nullable LocalDate day) {
        return new ImportOptions(mode, day, preview);
    }

    public ImportOptions asPreview() {
        return new ImportOptions(mode, shiftTo, true);
    }
}
