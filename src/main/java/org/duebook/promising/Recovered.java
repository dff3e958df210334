package org.duebook.promising;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.duebook.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A late quote as it is on a changed plan.
 *
 * @param change what was changed
 */
record Recovered<C>(C change, List<FittedRelease> found, AskedAgain asked) {

    Recovered {
        found = List.copyOf(found);
    }

    boolean isBetter() {
        return asked.isBetter(found);
    }

    /** Whether it is late by fewer days, or this is the first. */
    boolean isSoonerThan(@Nullable Recovered<C> other) {
        return other == null || daysLate() < other.daysLate();
    }

    long daysLate() {
        return asked.daysLate(found);
    }

    Alternative as(
            Alternative.Kind kind,
            String words,
            @Nullable Money cost,
            boolean needsApproval,
            List<Alternative.Delayed> delayed) {
        List<Alternative.Part> parts = found.stream()
                .map(each ->
                        new Alternative.Part(each.owed().line(), each.owed().quantity(), each.date()))
                .sorted(Comparator.comparingInt(Alternative.Part::line).thenComparing(Alternative.Part::date))
                .toList();
        LocalDate date = parts.stream()
                .map(Alternative.Part::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Alternative(kind, words, date, parts, cost, needsApproval, delayed);
    }
}
