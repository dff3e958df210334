package org.duebook.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duebook.promising.Quote;
import org.duebook.promising.QuotedLine;
import org.duebook.shared.ItemNumber;

/** A line of a quote whose date no longer stands, and the day that does. */
record MovedLine(int line, ItemNumber item, LocalDate from, LocalDate to) {

    /** The lines that two quotes of the same order date differently. */
    static List<MovedLine> between(Quote before, Quote after) {
        return after.lines().stream()
                .map(now -> before.lines().stream()
                        .filter(then ->
                                then.line() == now.line() && !then.date().equals(now.date()))
                        .findFirst()
                        .map(then -> moved(then, now)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static MovedLine moved(QuotedLine then, QuotedLine now) {
        return new MovedLine(now.line(), now.item(), then.date(), now.date());
    }
}
