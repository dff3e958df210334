package org.duebook.policy;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.duebook.policy.engine.RuleSet;
import org.jspecify.annotations.Nullable;

/** Parameters as a rule set has them on a day, read once as long as the same are asked for. */
final class OfDay<T> {

    private record Read<T>(String version, LocalDate day, T parameters) {}

    private final BiFunction<RuleSet, LocalDate, T> reading;
    private volatile @Nullable Read<T> last;

    OfDay(BiFunction<RuleSet, LocalDate, T> reading) {
        this.reading = reading;
    }

    T of(RuleSet rules, LocalDate day) {
        Read<T> known = last;
        if (known == null || !known.day.equals(day) || !known.version.equals(rules.version())) {
            known = new Read<>(rules.version(), day, reading.apply(rules, day));
            last = known;
        }
        return known.parameters;
    }
}
