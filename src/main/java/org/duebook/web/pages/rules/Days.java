package org.duebook.web.pages.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Days as a form gives them. */
final class Days {

    private Days() {}

    /** A day and time as a form gives it, in a zone; empty for anything else, and where clocks skip or repeat it. */
    static Optional<Instant> moment(String typed, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(typed.strip()))
                    .filter(each -> each.getYear() >= 1970 && each.getYear() < 3000)
                    .filter(each -> zone.getRules().getValidOffsets(each).size() == 1)
                    .map(each -> each.atZone(zone).toInstant());
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** A day people plan in, from 1970 to 2999; empty for anything else. */
    static Optional<LocalDate> read(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 1970 && day.getYear() < 3000);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
