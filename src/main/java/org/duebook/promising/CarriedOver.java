package org.duebook.promising;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

    /**
     * The dates of the line's releases. A release's own holds; what was promised of the line holds for its last release,
     * earlier ones keep their day when it is before.
     */
    Map<OwedRelease, LocalDate> dates(List<OwedRelease> owed) {
        List<OwedRelease> ofLine = owed.stream()
                .filter(release -> release.line() == line)
                .sorted(Comparator.comparing(OwedRelease::requested))
                .toList();
        Map<OwedRelease, LocalDate> dates = new LinkedHashMap<>();
        for (OwedRelease release : ofLine) {
            LocalDate own = releases.get(release.release());
            if (own != null) {
                dates.put(release, own);
            } else if (promised != null) {
                boolean last = release.equals(ofLine.getLast());
                boolean before = release.requested().isBefore(promised);
                dates.put(release, last || !before ? promised : release.requested());
            }
        }
        return dates;
    }
}
