package org.duebook.promising;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another system said of a line: the date it promised, and how much it had delivered in the line's unit.
 *
 * @param releases dates of releases that have one of their own, by release from 1
 */
record CarriedOver(
        int line,
        @Nullable LocalDate promised,
        Map<Integer, LocalDate> releases,
        @Nullable BigDecimal delivered) {

    CarriedOver {
        releases = Map.copyOf(releases);
    }
}
