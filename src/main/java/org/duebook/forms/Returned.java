package org.duebook.forms;

import java.util.List;
import org.duebook.changes.Filed;
import org.duebook.changes.WishList;
import org.duebook.shared.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What an edited balance sheet that came back says.
 *
 * @param wishes values that differ from the books, and rows that are new orders
 * @param unchanged rows that say what the books say
 * @param faults every one, by row and column; with any, nothing is filed
 * @param filed what was filed; null for a preview and when there are faults
 */
public record Returned(
        WishList wishes,
        int unchanged,
        List<Fault> faults,
        @Nullable Filed filed) {

    public Returned {
        faults = List.copyOf(faults);
    }
}
