package org.duebook.web.entries;

import java.time.LocalDate;
import java.util.List;
import org.duebook.planning.BookedEntry;
import org.duebook.planning.EntryEffect;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what it says and did in words.
 *
 * @param text what it says
 * @param lines order lines that are late now or were before
 */
public record EntryStory(BookedEntry entry, String text, List<Line> lines) {

    public EntryStory {
        lines = List.copyOf(lines);
    }

    /**
     * @param promised the date the customer has; null while none is promised
     * @param before the day the goods would have been there; null where nothing says
     * @param after the day they are there by now; null where nothing says
     * @param text the same in words
     */
    public record Line(
            EntryEffect.Line effect,
            @Nullable LocalDate promised,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            String text) {}
}
